package dev.sortkey.ui.kit.grid;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/// The selected rows, by the rules of lists: a click selects one row, Ctrl adds or takes away,
/// Shift extends from the row that was last chosen without it.
final class RowSelection {
  private final BitSet rows = new BitSet();

  /// The rows selected before the range that Shift stretches now.
  private final BitSet kept = new BitSet();

  private int anchor;

  void clear() {
    rows.clear();
    kept.clear();
    anchor = 0;
  }

  void only(int row) {
    clear();
    rows.set(row);
    anchor = row;
  }

  void toggle(int row) {
    rows.flip(row);
    kept.clear();
    kept.or(rows);
    anchor = row;
  }

  /// Selects from the anchor to the row, and gives up what an earlier stretch had beyond it.
  void extendTo(int row) {
    rows.clear();
    rows.or(kept);
    rows.set(Math.min(anchor, row), Math.max(anchor, row) + 1);
  }

  void all(int count) {
    rows.set(0, count);
    kept.clear();
  }

  /// Follows rows to their new places, and forgets those that are gone.
  void move(IntUnaryOperator place) {
    move(rows, place);
    move(kept, place);
    anchor = Math.max(0, place.applyAsInt(anchor));
  }

  private static void move(BitSet set, IntUnaryOperator place) {
    int[] before = set.stream().toArray();
    set.clear();
    for (int row : before) {
      int now = place.applyAsInt(row);
      if (now >= 0) {
        set.set(now);
      }
    }
  }

  /// Forgets rows that are no longer there.
  void trim(int count) {
    rows.clear(count, Math.max(count, rows.length()));
    kept.clear(count, Math.max(count, kept.length()));
    anchor = Math.min(anchor, Math.max(0, count - 1));
  }

  boolean contains(int row) {
    return rows.get(row);
  }

  int[] toArray() {
    return rows.stream().toArray();
  }
}
