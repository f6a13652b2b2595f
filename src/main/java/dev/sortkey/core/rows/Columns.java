package dev.sortkey.core.rows;

import dev.sortkey.core.value.AttrType;
import java.util.List;

/// The attributes seen in the rows of a result.
public record Columns(List<Column> all) {
  /// @param type the type most rows have there
  /// @param mixed whether some rows have another type
  /// @param rows how many rows have the attribute
  public record Column(String name, AttrType type, boolean mixed, long rows) {}

  public Columns {
    all = List.copyOf(all);
  }
}
