package dev.sortkey.core.query;

import dev.sortkey.core.table.TableSchema;

/// Turns what the person asks into the operation to send. Pure.
public final class Planner {
  private Planner() {}

  /// @throws IllegalArgumentException when the specification does not fit the schema; the message
  ///   is for the person
  public static ReadPlan plan(TableSchema table, QuerySpec spec) {
    throw new UnsupportedOperationException("to be built");
  }
}
