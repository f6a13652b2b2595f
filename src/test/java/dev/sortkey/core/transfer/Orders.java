package dev.sortkey.core.transfer;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import java.util.List;

/// A table of orders as an endpoint would describe it.
final class Orders {
  static final TableSchema TABLE =
      new TableSchema(
          "Orders",
          "arn:aws:dynamodb:eu-west-1:1:table/Orders",
          TableSchema.ACTIVE,
          new KeySchema(
              List.of(new KeyAttribute("OrderID", KeyType.S)),
              List.of(new KeyAttribute("Line", KeyType.N))),
          List.of(),
          Capacity.onDemand(),
          "STANDARD",
          false,
          0,
          0,
          null);

  private Orders() {}
}
