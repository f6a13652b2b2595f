package dev.sortkey.ui.items;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import java.util.function.DoubleConsumer;

/// From how many read units on a read asks before it runs.
final class ReadLimit {
  /// When the person has said nothing.
  static final double USUAL = 100;

  private final DoubleConsumer changed;
  private double units;

  /// @param units zero for the usual
  /// @param changed told what the person set
  ReadLimit(double units, DoubleConsumer changed) {
    this.units = units > 0 ? units : USUAL;
    this.changed = changed;
  }

  double get() {
    return units;
  }

  /// Takes what is typed, if it is a number above zero.
  void typed(String text) {
    if (text.strip().matches("[0-9]{1,7}") && Integer.parseInt(text.strip()) > 0) {
      units = Integer.parseInt(text.strip());
      changed.accept(units);
    }
  }

  /// Whether a way may read more. What stops at its first page does not: without a filter, rows are
  /// read as one scrolls.
  boolean asks(Way.Usable way) {
    Double high = way.cost().high();
    boolean whole = way.plan().drops() || way.operation() != ReadPlan.Operation.SCAN;
    return way.plan().limit() == null
        && whole
        && (way.cost().low() > units
            || way.operation() == ReadPlan.Operation.SCAN && high != null && high > units);
  }
}
