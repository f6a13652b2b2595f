package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a grid shows and where it stands, without any drawing: the common ground of painter, keys
/// and mouse.
final class GridState {
  static final double ROW = 28;
  static final double HEADER = 28;
  static final double BAR = 10;

  /// What moving to a row does to the selection.
  enum Select {
    ONLY,
    TOGGLE,
    EXTEND,
    NOTHING
  }

  final RowScroll scroll = new RowScroll(ROW);
  final RowSelection selection = new RowSelection();
  final CellCache cells = new CellCache();
  GridRows rows = GridRows.empty();
  List<GridColumn> columns = List.of();
  ColumnLayout layout = new ColumnLayout(new double[0], 0, 36);
  @Nullable Cell focus;
  @Nullable SortRequest sort;
  String footer = "";
  boolean active;
  int hover = -1;
  double scrollX;
  double viewWidth;
  double viewHeight;

  CellView cell(int row, int column) {
    return cells.get(rows, columns, row, column);
  }

  /// Takes the widths of the columns and the room there is for them and the rows, and leaves some
  /// of it to the scroll bars that are needed.
  void arrange(double[] widths, double gutter, double width, double height) {
    double total = gutter + Arrays.stream(widths).sum();
    boolean any = rows.count() > 0;
    boolean tall = any && contentHeight() > height;
    boolean wide = any && total > width - (tall ? BAR : 0);
    tall = any && contentHeight() > height - (wide ? BAR : 0);
    viewWidth = width - (tall ? BAR : 0);
    viewHeight = height - (wide ? BAR : 0);
    int keys = 0;
    while (keys < columns.size() && columns.get(keys).key()) {
      keys++;
    }
    int pinned = ColumnLayout.pinnable(widths, keys, gutter, viewWidth);
    layout = new ColumnLayout(widths, pinned, gutter);
    scroll.setContent(rows.count(), footerHeight());
    scroll.setViewHeight(viewHeight);
    scrollX = Math.clamp(scrollX, 0, layout.maxScroll(viewWidth));
  }

  double footerHeight() {
    return footer.isEmpty() ? 0 : ROW;
  }

  double contentHeight() {
    return rows.count() * ROW + footerHeight();
  }

  boolean scrollBy(double dx, double dy) {
    double beforeX = scrollX;
    double beforeY = scroll.position();
    scrollX = Math.clamp(scrollX + dx, 0, layout.maxScroll(viewWidth));
    scroll.scrollBy(dy);
    return scrollX != beforeX || scroll.position() != beforeY;
  }

  void go(int row, int column, Select select) {
    if (rows.count() == 0 || columns.isEmpty()) {
      return;
    }
    int toRow = Math.clamp(row, 0, rows.count() - 1);
    int toColumn = Math.clamp(column, 0, columns.size() - 1);
    focus = new Cell(toRow, toColumn);
    switch (select) {
      case ONLY -> selection.only(toRow);
      case TOGGLE -> selection.toggle(toRow);
      case EXTEND -> selection.extendTo(toRow);
      case NOTHING -> {}
    }
    scroll.reveal(toRow);
    if (layout.count() == columns.size()) {
      scrollX = layout.reveal(toColumn, scrollX, viewWidth);
    }
  }

  /// Follows rows to their new places; -1 stands for one that is gone, whose place keeps the focus.
  void move(IntUnaryOperator place) {
    selection.move(place);
    Cell at = focus;
    int row = at == null ? -1 : place.applyAsInt(at.row());
    if (at != null && row >= 0) {
      focus = new Cell(row, at.column());
    }
  }

  /// Drops what points at rows and columns that are gone.
  void trim() {
    int count = rows.count();
    selection.trim(count);
    hover = hover < count ? hover : -1;
    Cell at = focus;
    if (at != null && (count == 0 || columns.isEmpty())) {
      focus = null;
    } else if (at != null && (at.row() >= count || at.column() >= columns.size())) {
      focus = new Cell(Math.min(at.row(), count - 1), Math.min(at.column(), columns.size() - 1));
    }
  }

  /// The cell at a place below the header, or null.
  @Nullable Cell cellAt(double x, double y) {
    int row = scroll.rowAt(y - HEADER);
    int column = layout.columnAt(x, scrollX);
    return row < 0 || column < 0 || y < HEADER ? null : new Cell(row, column);
  }

  /// What a screen reader says of a cell.
  String spoken(Cell at) {
    GridColumn column = columns.get(at.column());
    Attr value = rows.value(at.row(), column.name());
    String words;
    if (value == null) {
      words = Messages.text("kit.grid.absent");
    } else if (value.type() == AttrType.NULL) {
      words = Messages.text("kit.type.null");
    } else {
      String line = CellText.of(value).line();
      words = line.isEmpty() ? Messages.text("kit.grid.empty") : line;
    }
    return Messages.text("kit.grid.cell", at.row() + 1, column.name(), words);
  }

  /// What a click on a header asks for: ascending, descending, then the order as read.
  @Nullable SortRequest nextSort(int column) {
    String name = columns.get(column).name();
    SortRequest now = sort;
    if (now == null || !now.column().equals(name)) {
      return new SortRequest(name, false);
    }
    return now.descending() ? null : new SortRequest(name, true);
  }
}
