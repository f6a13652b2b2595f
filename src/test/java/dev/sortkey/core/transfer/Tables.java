package dev.sortkey.core.transfer;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/// Tables on DynamoDB Local for tests of transfers.
final class Tables {
  private Tables() {}

  /// A table of its own with the key `id`, a string.
  static TableSchema make(Session session, String name) {
    String unique = name + "-" + UUID.randomUUID();
    session
        .tables()
        .create(
            new TableDraft(
                unique,
                new KeySchema(List.of(new KeyAttribute("id", KeyType.S)), List.of()),
                Capacity.onDemand(),
                List.of(),
                false));
    return session.tables().describe(unique);
  }

  /// Items of all ten types, as DynamoDB would give them back.
  static List<Item> items(int count) {
    SampleTable types =
        SampleTables.all().stream()
            .filter(table -> table.draft().name().equals("AllTypes"))
            .findFirst()
            .orElseThrow();
    List<Item> kinds = new ArrayList<>();
    types.items().get().forEachRemaining(kinds::add);
    return IntStream.range(0, count)
        .mapToObj(i ->
            kinds
                .get(i % kinds.size())
                .with("id", new Attr.S(String.format("id-%06d", i)))
                .with("number", new Attr.N("" + i)))
        .toList();
  }

  static void put(Session session, TableSchema table, List<Item> items) {
    Iterator<Item> all = items.iterator();
    session.writer().putAll(table.name(), all, Progress.none());
  }

  /// All items of a table by their key.
  static Map<String, Item> read(Session session, TableSchema table) {
    Map<String, Item> items = new TreeMap<>();
    for (BulkItems.Part part : BulkItems.Part.of(table.name(), 1, true)) {
      session
          .bulk()
          .scan(
              part,
              page -> {
                page.items().forEach(item -> items.put(id(item), item));
                return true;
              });
    }
    return items;
  }

  static String id(Item item) {
    return item.get("id") instanceof Attr.S(String id) ? id : "";
  }
}
