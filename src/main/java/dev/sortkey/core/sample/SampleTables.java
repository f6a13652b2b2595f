package dev.sortkey.core.sample;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.text.Messages;
import java.util.List;

/// The tables that fill an empty sandbox: orders, a single-table design, all types, and sessions.
public final class SampleTables {
  private SampleTables() {}

  public static List<SampleTable> all() {
    return List.of(
        new SampleTable(
            draft(
                "CustomerOrders",
                key("OrderID", "CustomerID"),
                gsi("CustomerID-OrderDate-index", key("CustomerID", "OrderDate"))),
            CustomerOrders::items,
            Messages.text("sample.customer-orders")),
        new SampleTable(
            draft("Shop", key("PK", "SK"), gsi("GSI1", key("GSI1PK", "GSI1SK"))),
            Shop::items,
            Messages.text("sample.shop")),
        new SampleTable(
            draft("AllTypes", key("id")), AllTypes::items, Messages.text("sample.all-types")),
        new SampleTable(
            draft("Sessions", key("SessionID")),
            Sessions::items,
            Messages.text("sample.sessions")));
  }

  private static TableDraft draft(String name, KeySchema keys, TableDraft.IndexDraft... indexes) {
    return new TableDraft(name, keys, Capacity.onDemand(), List.of(indexes), false);
  }

  private static TableDraft.IndexDraft gsi(String name, KeySchema keys) {
    return new TableDraft.IndexDraft(
        name, Index.Kind.GSI, keys, Projection.all(), Capacity.onDemand());
  }

  private static KeySchema key(String partition, String... sort) {
    return new KeySchema(
        List.of(new KeyAttribute(partition, KeyType.S)),
        List.of(sort).stream().map(name -> new KeyAttribute(name, KeyType.S)).toList());
  }
}
