package dev.sortkey.ui.items;

import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.Map;

/// A small table on DynamoDB Local whose items hold what does not fit into a cell, in a known
/// order.
final class NestedTable {
  static final String NAME = "Nested";

  private NestedTable() {}

  /// @return the session on which the table is
  static synchronized Session open() {
    Session session = Window.sandbox();
    if (!session.tables().names().contains(NAME)) {
      var keys =
          new KeySchema(
              List.of(new KeyAttribute("Id", KeyType.S)),
              List.of(new KeyAttribute("No", KeyType.N)));
      session.tables().create(new TableDraft(NAME, keys, Capacity.onDemand(), List.of(), false));
      session.writer().putAll(NAME, List.of(item(1), item(2), item(3)).iterator(), Progress.none());
    }
    return session;
  }

  static Item item(int number) {
    Item item;
    try {
      item =
          PlainJson.readItem(
              """
              {"Id": "a", "No": %d, "Plain": "short %d",
               "Note": "Dear all,\\nthe parcel of order %d\\nis on its way.\\n\\nYours",
               "Lines": [{"Sku": "P-100", "Qty": 1, "Gift": false}, {"Sku": "P-205", "Qty": 2}]}
              """
                  .formatted(number, number, number));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    if (number == 3) {
      return item;
    }
    return item.with("Address", Attr.M.of(Map.of("City", new Attr.S("Lyon"))))
        .with("Tags", Attr.SS.of(List.of("fragile", "gift")))
        .with("Data", new Attr.B(Bytes.of((byte) 0, (byte) 7, (byte) 0xfe)));
  }
}
