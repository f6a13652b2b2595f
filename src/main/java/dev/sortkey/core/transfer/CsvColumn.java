package dev.sortkey.core.transfer;

import dev.sortkey.core.value.AttrType;
import org.jspecify.annotations.Nullable;

/// One column of a CSV.
///
/// @param name the attribute, or empty for the column that holds all attributes without a column of
///   their own, as a map
/// @param type of a cell that does not say otherwise; null leaves the column out
public record CsvColumn(String name, @Nullable AttrType type) {
  /// All attributes without a column of their own.
  static final CsvColumn REST = new CsvColumn("", AttrType.M);

  boolean isRest() {
    return name.isEmpty();
  }

  public CsvColumn withType(@Nullable AttrType other) {
    return new CsvColumn(name, other);
  }
}
