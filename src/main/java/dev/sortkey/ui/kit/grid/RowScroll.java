package dev.sortkey.ui.kit.grid;

/// Which rows are in view: the first of them and how much of it is hidden, so that places stay
/// exact however many rows there are.
final class RowScroll {
  private final double rowHeight;
  private int count;
  private double footer;
  private double viewHeight;
  private int first;
  private double hidden;

  RowScroll(double rowHeight) {
    this.rowHeight = rowHeight;
  }

  /// @param footer the height of what follows the last row
  void setContent(int count, double footer) {
    this.count = count;
    this.footer = footer;
    clamp();
  }

  void setViewHeight(double viewHeight) {
    this.viewHeight = Math.max(0, viewHeight);
    clamp();
  }

  int first() {
    return first;
  }

  /// The row after the last one that shows, be it in part.
  int end() {
    int rows = (int) Math.ceil((viewHeight + hidden) / rowHeight);
    return (int) Math.min(count, (long) first + rows);
  }

  /// The top of a row in the view; below 0 or beyond the view when it does not show.
  double y(int row) {
    return ((double) row - first) * rowHeight - hidden;
  }

  /// The row at a place in the view, or -1.
  int rowAt(double y) {
    long row = first + (long) Math.floor((y + hidden) / rowHeight);
    return y < 0 || row >= count ? -1 : (int) row;
  }

  /// Whole rows that fit into the view, at least one.
  int page() {
    return Math.max(1, (int) (viewHeight / rowHeight));
  }

  void scrollBy(double pixels) {
    double moved = hidden + pixels;
    long row = first + (long) Math.floor(moved / rowHeight);
    hidden = moved - Math.floor(moved / rowHeight) * rowHeight;
    if (row < 0) {
      first = 0;
      hidden = 0;
    } else {
      first = (int) Math.min(row, Math.max(0, count));
    }
    clamp();
  }

  /// Puts a row at the top.
  void scrollTo(int row) {
    first = Math.clamp(row, 0, Math.max(0, count - 1));
    hidden = 0;
    clamp();
  }

  /// Scrolls as little as needed to show the whole row.
  void reveal(int row) {
    double top = y(row);
    double bottom = top + rowHeight;
    if (top < 0 || viewHeight < rowHeight) {
      scrollTo(row);
    } else if (bottom > viewHeight) {
      // far away first, so that the rest is a small step
      first = Math.max(0, row - page());
      hidden = 0;
      scrollBy(y(row) + rowHeight - viewHeight);
    }
  }

  /// Everything above the view, in pixels, for a scroll bar.
  double position() {
    return first * rowHeight + hidden;
  }

  void setPosition(double position) {
    double whole = Math.floor(Math.max(0, position) / rowHeight);
    first = (int) Math.min(whole, count);
    hidden = Math.max(0, position) - whole * rowHeight;
    clamp();
  }

  double maxPosition() {
    return Math.max(0, count * rowHeight + footer - viewHeight);
  }

  /// Whether fewer than so many views are left below this one.
  boolean nearEnd(double views) {
    return position() + viewHeight * (1 + views) >= count * rowHeight;
  }

  private void clamp() {
    double most = maxPosition();
    if (position() > most) {
      double whole = Math.floor(most / rowHeight);
      first = (int) whole;
      hidden = most - whole * rowHeight;
    }
  }
}
