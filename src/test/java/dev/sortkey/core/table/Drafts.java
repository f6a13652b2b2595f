package dev.sortkey.core.table;

import java.util.List;

/// Drafts for tests.
public final class Drafts {
  public static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "It's read only",
            "Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
            "Action": ["dynamodb:GetItem", "dynamodb:Query"],
            "Resource": "*"
          }
        ]
      }
      """;

  private Drafts() {}

  public static KeyAttribute text(String name) {
    return new KeyAttribute(name, KeyType.S);
  }

  /// The guide's table, with one index, on demand.
  public static TableDraft orders(String name) {
    return new TableDraft(
        name,
        new KeySchema(List.of(text("OrderID")), List.of(text("CustomerID"))),
        Capacity.onDemand(),
        List.of(byCustomer(Capacity.onDemand())),
        false);
  }

  public static TableDraft.IndexDraft byCustomer(Capacity capacity) {
    return new TableDraft.IndexDraft(
        "CustomerID-OrderDate-index",
        Index.Kind.GSI,
        new KeySchema(List.of(text("CustomerID")), List.of(text("OrderDate"))),
        new Projection(Projection.Kind.INCLUDE, List.of("TotalAmount", "Status")),
        capacity);
  }

  /// A table with every setting there is, provisioned and scaled.
  public static TableDraft everything(String name) {
    var units = new Capacity.Provisioned(10, 5);
    var local =
        new TableDraft.IndexDraft(
            "by-weight",
            Index.Kind.LSI,
            new KeySchema(List.of(text("OrderID")), List.of(new KeyAttribute("Weight", KeyType.N))),
            new Projection(Projection.Kind.KEYS_ONLY, List.of()),
            units);
    var reads = new AutoScaling(5, 100, 70);
    var writes = new AutoScaling(5, 50, 60);
    return new TableDraft(
        name,
        new KeySchema(List.of(text("OrderID")), List.of(text("CustomerID"))),
        units,
        List.of(byCustomer(units), local),
        true,
        new TableDraft.Settings(
            TableClass.STANDARD_INFREQUENT_ACCESS,
            new Encryption.Customer("alias/orders"),
            POLICY,
            List.of(new Tag("team", "Bestellungen + ours"), new Tag("on", "")),
            "expires",
            14,
            StreamView.NEW_AND_OLD_IMAGES,
            new WarmThroughput(15_000L, 5_000L),
            List.of(
                new ScaledUnits(null, ScaledUnits.Side.READ, reads),
                new ScaledUnits(null, ScaledUnits.Side.WRITE, writes),
                new ScaledUnits("CustomerID-OrderDate-index", ScaledUnits.Side.READ, reads))));
  }
}
