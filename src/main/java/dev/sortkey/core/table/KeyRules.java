package dev.sortkey.core.table;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import dev.sortkey.core.value.ItemSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks the key attributes of one item, each attribute once.
final class KeyRules {
  private final Item item;
  private final Set<String> wrong = new HashSet<>();
  private final List<ItemRules.Flaw> flaws = new ArrayList<>();

  KeyRules(Item item) {
    this.item = item;
  }

  List<ItemRules.Flaw> check(TableSchema table) {
    for (KeyAttribute key : table.keys().all()) {
      if (item.get(key.name()) == null) {
        add(key, "table.key-missing", key.name(), name(key.type()));
      }
    }
    values(table.keys());
    for (Index index : table.indexes()) {
      values(index.keys());
    }
    return List.copyOf(flaws);
  }

  private void values(KeySchema keys) {
    keys.partition().forEach(key -> value(key, TableRules.LONGEST_PARTITION));
    keys.sort().forEach(key -> value(key, TableRules.LONGEST_SORT));
  }

  private void value(KeyAttribute key, int longest) {
    Attr value = item.get(key.name());
    if (value == null) {
      return;
    }
    if (value.type() != key.type().attrType()) {
      add(key, "table.key-type", key.name(), name(key.type()));
      return;
    }
    int length =
        switch (value) {
          case Attr.S(String text) -> ItemSize.of(text);
          case Attr.B(Bytes bytes) -> bytes.length();
          default -> 1;
        };
    if (length == 0) {
      add(key, "table.key-empty", key.name());
    } else if (length > longest) {
      add(key, "table.key-long", key.name(), length, longest);
    }
  }

  private void add(KeyAttribute key, String message, Object... arguments) {
    if (wrong.add(key.name())) {
      flaws.add(new ItemRules.Flaw(AttrPath.of(key.name()), Messages.text(message, arguments)));
    }
  }

  static String name(KeyType type) {
    return Messages.text("table.type." + type);
  }
}
