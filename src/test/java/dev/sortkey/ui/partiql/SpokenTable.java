package dev.sortkey.ui.partiql;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A small table to speak to.
final class SpokenTable {
  private SpokenTable() {}

  static TableDraft draft(String name) {
    return new TableDraft(
        name,
        new KeySchema(List.of(new KeyAttribute("id", KeyType.S)), List.of()),
        Capacity.onDemand(),
        List.of(),
        false);
  }

  static List<Item> items(int count) {
    return IntStream.range(0, count).mapToObj(SpokenTable::item).toList();
  }

  private static Item item(int i) {
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put("id", new Attr.S("i" + i));
    attributes.put("kind", new Attr.S(i % 3 == 0 ? "c" : i % 3 == 1 ? "a" : "b"));
    attributes.put("n", new Attr.N(Integer.toString(i * 7)));
    attributes.put("list", new Attr.L(List.of(new Attr.N("1"), new Attr.S("two"))));
    attributes.put("nested", Attr.M.of(Map.of("deep", new Attr.N("1." + i))));
    return new Item(attributes);
  }
}
