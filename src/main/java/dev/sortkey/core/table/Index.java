package dev.sortkey.core.table;

/// A secondary index as the endpoint describes it. Counts and sizes are DynamoDB's own, refreshed
/// about every six hours.
public record Index(
    String name,
    Kind kind,
    KeySchema keys,
    Projection projection,
    Capacity capacity,
    String status,
    boolean backfilling,
    long itemCount,
    long sizeBytes) {
  public enum Kind {
    GSI,
    LSI
  }
}
