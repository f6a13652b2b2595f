package dev.sortkey.ui.kit.grid;

import java.util.Arrays;

/// Where columns lie: the row numbers and the pinned columns at the left stand still, the others
/// scroll behind them.
final class ColumnLayout {
  private final double[] lefts;
  private final int pinned;

  /// @param gutter the width of the row numbers
  ColumnLayout(double[] widths, int pinned, double gutter) {
    lefts = new double[widths.length + 1];
    lefts[0] = gutter;
    for (int i = 0; i < widths.length; i++) {
      lefts[i + 1] = lefts[i] + widths[i];
    }
    this.pinned = pinned;
  }

  /// How many of the leading columns may be pinned so that the others keep some of the view.
  static int pinnable(double[] widths, int leading, double gutter, double viewWidth) {
    int pinned = leading;
    double taken = gutter + Arrays.stream(widths, 0, leading).sum();
    while (pinned > 0 && widths.length > pinned && taken > viewWidth * 0.7) {
      taken -= widths[--pinned];
    }
    return pinned;
  }

  int count() {
    return lefts.length - 1;
  }

  int pinned() {
    return pinned;
  }

  double gutter() {
    return lefts[0];
  }

  double width(int column) {
    return lefts[column + 1] - lefts[column];
  }

  /// The right edge of what stands still.
  double pinnedRight() {
    return lefts[pinned];
  }

  double total() {
    return lefts[lefts.length - 1];
  }

  double maxScroll(double viewWidth) {
    return Math.max(0, total() - viewWidth);
  }

  /// The left edge of a column in the view.
  double x(int column, double scroll) {
    return column < pinned ? lefts[column] : lefts[column] - scroll;
  }

  /// The first scrolling column that shows beside the pinned ones.
  int firstVisible(double scroll) {
    return Math.max(pinned, indexAt(lefts[pinned] + scroll));
  }

  /// The column after the last one that shows.
  int endVisible(double scroll, double viewWidth) {
    if (count() == 0) {
      return 0;
    }
    double right = viewWidth + scroll;
    return right >= total() ? count() : Math.max(pinned, indexAt(right) + 1);
  }

  /// The column at a place in the view, or -1 over the row numbers and behind the last column.
  int columnAt(double x, double scroll) {
    if (x < gutter()) {
      return -1;
    }
    double content = x < pinnedRight() ? x : x + scroll;
    return content >= total() ? -1 : indexAt(content);
  }

  /// The column whose right edge lies within reach of a place in the view, or -1.
  int edgeAt(double x, double scroll, double reach) {
    for (int column : new int[] {columnAt(x - reach, scroll), columnAt(x, scroll)}) {
      if (column >= 0) {
        double edge = x(column, scroll) + width(column);
        if (Math.abs(edge - x) <= reach) {
          return column;
        }
      }
    }
    return -1;
  }

  /// The scroll position that shows a column, as near to the present one as can be.
  double reveal(int column, double scroll, double viewWidth) {
    if (column < pinned) {
      return scroll;
    }
    double last = lefts[column + 1] - viewWidth;
    double first = lefts[column] - pinnedRight();
    return Math.clamp(Math.min(first, Math.max(scroll, last)), 0, maxScroll(viewWidth));
  }

  private int indexAt(double content) {
    int found = Arrays.binarySearch(lefts, content);
    int index = found >= 0 ? found : -found - 2;
    return Math.clamp(index, 0, Math.max(0, count() - 1));
  }
}
