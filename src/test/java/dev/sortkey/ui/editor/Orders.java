package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The guide's table in memory, with the conditions that the real writer states.
final class Orders implements ItemReader, ItemWriter {
  static final TableSchema TABLE =
      new TableSchema(
          "CustomerOrders",
          "arn",
          TableSchema.ACTIVE,
          new KeySchema(
              List.of(new KeyAttribute("OrderID", KeyType.S)),
              List.of(new KeyAttribute("CustomerID", KeyType.S))),
          List.of(),
          Capacity.onDemand(),
          "STANDARD",
          false,
          0,
          0,
          null);

  final Map<ItemKey, Item> items = new HashMap<>();
  final List<Change> changes = new ArrayList<>();
  WriteOutcome answer = null;

  Orders(Item... there) {
    for (Item item : there) {
      items.put(TABLE.keyOf(item), item);
    }
  }

  ItemEditorViewModel editor() {
    return new ItemEditorViewModel(TABLE, Work.direct(), this, this);
  }

  /// The order of the guide.
  static Item order() {
    return item(
        "OrderID", new Attr.S("1001"),
        "CustomerID", new Attr.S("C123"),
        "OrderDate", new Attr.S("2024-12-22"),
        "TotalAmount", new Attr.N("199.99"),
        "Items",
            new Attr.L(
                List.of(
                    map(
                        "ProductID", new Attr.S("P-100"),
                        "Quantity", new Attr.N("1"),
                        "Price", new Attr.N("99.99")),
                    map(
                        "ProductID", new Attr.S("P-205"),
                        "Quantity", new Attr.N("2"),
                        "Price", new Attr.N("50.00")))));
  }

  static Item item(Object... pairs) {
    return new Item(map(pairs).fields());
  }

  static Attr.M map(Object... pairs) {
    var fields = new LinkedHashMap<String, Attr>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Attr) pairs[i + 1]);
    }
    return new Attr.M(fields);
  }

  @Override
  public ReadResult read(
      ReadPlan plan, Cursor cursor, Budget budget, RowDictionary dictionary, Progress progress) {
    throw new UnsupportedOperationException("the editor reads single items");
  }

  @Override
  public Optional<Item> get(TableSchema table, ItemKey key) {
    return Optional.ofNullable(items.get(key));
  }

  @Override
  public WriteReport write(TableSchema table, List<Change> asked, Progress progress) {
    return new WriteReport(
        asked.stream().map(change -> new WriteReport.Entry(change, apply(change))).toList());
  }

  private WriteOutcome apply(Change change) {
    changes.add(change);
    if (answer != null) {
      return answer;
    }
    Item there =
        items.get(
            TABLE.keyOf(
                switch (change) {
                  case Change.Insert(Item item) -> item;
                  case Change.Update(Item original, Item _) -> original;
                  case Change.Delete(Item original) -> original;
                }));
    boolean holds =
        switch (change) {
          case Change.Insert _ -> there == null;
          case Change.Update(Item original, Item _) -> original.equals(there);
          case Change.Delete(Item original) -> original.equals(there);
        };
    if (!holds) {
      return new WriteOutcome.Conflict(there);
    }
    switch (change) {
      case Change.Insert(Item item) -> items.put(TABLE.keyOf(item), item);
      case Change.Update(Item _, Item edited) -> items.put(TABLE.keyOf(edited), edited);
      case Change.Delete(Item original) -> items.remove(TABLE.keyOf(original));
    }
    return new WriteOutcome.Applied(1);
  }

  @Override
  public WriteReport writeTogether(TableSchema schema, List<Change> asked, Progress progress) {
    return write(schema, asked, progress);
  }

  @Override
  public long putAll(String table, Iterator<Item> all, Progress progress) {
    throw new UnsupportedOperationException("the editor writes single items");
  }
}
