package dev.sortkey.core.snapshot;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which attributes may be the key of a table, told from some of its items, since AWS's exports do
/// not say.
public final class KeyGuess {
  private static final int MOST_ITEMS = 5_000;

  private KeyGuess() {}

  /// Reads some items of a snapshot. The attributes that all of them have, all of one type: one
  /// whose values differ, else two that differ together; empty when there are none.
  public static Optional<KeySchema> of(ItemSource source) {
    List<Item> items = new ArrayList<>();
    for (int part = 0; part < source.parts() && items.size() < MOST_ITEMS; part++) {
      source.read(
          part,
          batch -> {
            items.addAll(batch);
            return items.size() < MOST_ITEMS;
          });
    }
    return among(items);
  }

  static Optional<KeySchema> among(List<Item> items) {
    List<KeyAttribute> candidates = candidates(items);
    for (KeyAttribute key : candidates) {
      if (distinct(items, List.of(key))) {
        return Optional.of(new KeySchema(List.of(key), List.of()));
      }
    }
    for (KeyAttribute partition : candidates) {
      for (KeyAttribute sort : candidates) {
        if (!partition.equals(sort) && distinct(items, List.of(partition, sort))) {
          return Optional.of(new KeySchema(List.of(partition), List.of(sort)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<KeyAttribute> candidates(List<Item> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    Map<String, AttrType> types = new HashMap<>();
    items.getFirst().attributes().forEach((name, value) -> types.put(name, value.type()));
    for (Item item : items) {
      types
          .entrySet()
          .removeIf(entry -> {
            Attr value = item.get(entry.getKey());
            return value == null || value.type() != entry.getValue();
          });
    }
    return items.getFirst().attributes().keySet().stream()
        .filter(types::containsKey)
        .filter(name ->
            switch (types.get(name)) {
              case S, N, B -> true;
              default -> false;
            })
        .map(name -> new KeyAttribute(name, KeyType.valueOf(types.get(name).name())))
        .sorted(Comparator.comparing((KeyAttribute key) -> likelihood(key.name())))
        .toList();
  }

  /// Names that keys usually have come first.
  private static int likelihood(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("pk") || lower.equals("id") ? 0 : lower.endsWith("id") ? 1 : 2;
  }

  private static boolean distinct(List<Item> items, List<KeyAttribute> keys) {
    var hash = new ItemHash();
    var schema = new KeySchema(keys, List.of());
    Set<ItemHash.Of128> seen = new HashSet<>();
    return items.stream().allMatch(item -> seen.add(hash.key(schema, item)));
  }
}
