package dev.sortkey.core.rows;

import dev.sortkey.core.progress.Progress;
import org.jspecify.annotations.Nullable;

/// The loaded rows in another order, or only some of them: what the grid shows. Made away from the
/// FX thread, since a million rows take a moment.
public final class RowOrder {
  private RowOrder() {}

  /// @param sortBy the attribute to sort by, or null for the order they were read in. Numbers sort
  ///   by value, strings by UTF-8 bytes, binary unsigned, as DynamoDB does; other types after them,
  ///   rows without the attribute last
  /// @param containing keep only the rows that have this text in some value (case ignored), or
  ///   empty
  /// @return indexes of rows in the store
  public static int[] of(
      RowStore store,
      @Nullable String sortBy,
      boolean descending,
      String containing,
      Progress progress) {
    throw new UnsupportedOperationException("to be built");
  }
}
