package dev.sortkey.core.table;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table as the endpoint describes it. `itemCount` and `sizeBytes` are DynamoDB's own, refreshed
/// about every six hours; DynamoDB Local counts live.
public record TableSchema(
    String name,
    String arn,
    String status,
    KeySchema keys,
    List<Index> indexes,
    Capacity capacity,
    String tableClass,
    boolean deletionProtection,
    long itemCount,
    long sizeBytes,
    @Nullable Instant created) {
  public static final String ACTIVE = "ACTIVE";

  public TableSchema {
    indexes = List.copyOf(indexes);
  }

  public boolean active() {
    return status.equals(ACTIVE);
  }

  public Optional<Index> index(String name) {
    return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
  }

  /// The same item with the table's key attributes before all others.
  public Item keysFirst(Item item) {
    var sorted = LinkedHashMap.<String, Attr>newLinkedHashMap(item.attributes().size());
    for (KeyAttribute key : keys.all()) {
      Attr value = item.get(key.name());
      if (value != null) {
        sorted.put(key.name(), value);
      }
    }
    item.attributes().forEach(sorted::putIfAbsent);
    return new Item(sorted);
  }

  /// The table's key in an item.
  ///
  /// @throws IllegalArgumentException when the item lacks a key attribute
  public ItemKey keyOf(Item item) {
    return ItemKey.of(item, keys.all().stream().map(KeyAttribute::name).toList());
  }
}
