package dev.sortkey.core.table;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Provisioned units that auto scaling moves.
///
/// @param index a global secondary index, or null for the table
/// @param scaling with the target 0 where bounds are registered without one
public record ScaledUnits(@Nullable String index, Side side, AutoScaling scaling) {
  public enum Side {
    READ,
    WRITE
  }

  /// Whether these are the units of that index, or of the table for null.
  public boolean of(@Nullable String index, Side side) {
    return Objects.equals(this.index, index) && this.side == side;
  }
}
