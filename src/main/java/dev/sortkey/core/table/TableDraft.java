package dev.sortkey.core.table;

import java.util.List;

/// A table to be created, as the person has described it so far. [TableRules] says what is wrong.
public record TableDraft(
    String name,
    KeySchema keys,
    Capacity capacity,
    List<IndexDraft> indexes,
    boolean deletionProtection) {
  /// A secondary index to be created with the table. On-demand indexes follow the table's capacity.
  public record IndexDraft(
      String name, Index.Kind kind, KeySchema keys, Projection projection, Capacity capacity) {}

  public TableDraft {
    indexes = List.copyOf(indexes);
  }
}
