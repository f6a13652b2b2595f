package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/// What a grid shows and where it stands, without any drawing: the common ground of painter, keys
/// and mouse.
final class GridState {
  static final double ROW = 28;
  static final double HEADER = 28;
  static final double BAR = 10;

  /// What moving to a cell does to the selection.
  enum Select {
    /// Its row alone.
    ONLY,
    /// Likewise; what Shift adds to it are rows.
    ROW,
    /// Its row too, or no longer.
    TOGGLE,
    /// The rectangle up to it, or the rows up to it where rows were chosen.
    EXTEND,
    /// What is selected stays, but for a rectangle.
    STEP,
    NOTHING
  }

  final RowScroll scroll = new RowScroll(ROW);
  final RowSelection selection = new RowSelection();
  final CellCache cells = new CellCache();
  GridRows rows = GridRows.empty();
  List<GridColumn> columns = List.of();
  ColumnLayout layout = new ColumnLayout(new double[0], 0, 36);
  @Nullable Cell focus;

  /// Where the rectangle of cells begins that the focus ends, or null.
  private @Nullable Cell corner;

  /// Whether rows were chosen as such, so that Shift adds rows.
  private boolean byRows;

  @Nullable SortRequest sort;
  String footer = "";
  boolean active;
  int hover = -1;

  /// The column that is dragged, or -1, and where it would stand.
  int dragged = -1;

  int dropAt;
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
    int still = 0;
    while (still < columns.size() && columns.get(still).pinned()) {
      still++;
    }
    int pinned = ColumnLayout.pinnable(widths, still, gutter, viewWidth);
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
    Cell before = focus;
    focus = new Cell(toRow, toColumn);
    select(select, before == null ? focus : before, toRow);
    scroll.reveal(toRow);
    if (layout.count() == columns.size()) {
      scrollX = layout.reveal(toColumn, scrollX, viewWidth);
    }
  }

  private void select(Select select, Cell before, int row) {
    boolean stretched = corner != null;
    if (select == Select.EXTEND && !byRows) {
      corner = corner == null ? before : corner;
      selection.only(corner.row());
      selection.extendTo(row);
      return;
    }
    switch (select) {
      case ONLY, ROW -> selection.only(row);
      case TOGGLE -> selection.toggle(row);
      case EXTEND -> selection.extendTo(row);
      case STEP -> {
        if (stretched) {
          selection.only(row);
        }
      }
      case NOTHING -> {
        return;
      }
    }
    corner = null;
    byRows = select == Select.STEP ? byRows : select != Select.ONLY;
  }

  boolean byRows() {
    return byRows;
  }

  /// Takes other columns; the focus stays with its column where that is still there.
  void setColumns(List<GridColumn> now) {
    cells.clear();
    dragged = -1;
    if (now.equals(columns)) {
      return;
    }
    Cell at = focus;
    String name =
        at == null || at.column() >= columns.size() ? null : columns.get(at.column()).name();
    byRows |= range() != null;
    corner = null;
    columns = now;
    for (int i = 0; i < now.size(); i++) {
      if (at != null && now.get(i).name().equals(name)) {
        focus = new Cell(at.row(), i);
      }
    }
  }

  /// Whether two columns are both of the key, both pinned or both neither, with none of another
  /// kind between.
  boolean alike(int from, int to) {
    boolean there = Math.min(from, to) >= 0 && Math.max(from, to) < columns.size() && from != to;
    for (int i = Math.min(from, to); there && i <= Math.max(from, to); i++) {
      there =
          columns.get(i).key() == columns.get(from).key()
              && columns.get(i).pinned() == columns.get(from).pinned();
    }
    return there;
  }

  void selectAll() {
    selection.all(rows.count());
    corner = null;
    byRows = true;
  }

  /// The rectangle of more than one cell that is selected, or null.
  @Nullable CellRange range() {
    Cell from = corner;
    Cell to = focus;
    return from == null || to == null || from.equals(to) ? null : CellRange.between(from, to);
  }

  /// Forgets what is selected and where the person was.
  void forget() {
    selection.clear();
    focus = null;
    corner = null;
    byRows = false;
    hover = -1;
  }

  /// Follows rows to their new places; -1 stands for one that is gone, whose place keeps the focus.
  void move(IntUnaryOperator place) {
    selection.move(place);
    byRows |= range() != null;
    corner = null;
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
    CellRange range = range();
    if (range != null && (range.lastRow() >= count || range.lastColumn() >= columns.size())) {
      corner = null;
    }
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

  /// The part of a cell that is in view, in the grid, or null.
  @Nullable Bounds sight(int row, int column) {
    if (row < 0 || row >= rows.count() || column < 0 || column >= columns.size()) {
      return null;
    }
    double x = layout.x(column, scrollX);
    double y = scroll.y(row);
    double left = Math.max(x, column < layout.pinned() ? 0 : layout.pinnedRight());
    double right = Math.min(x + layout.width(column), viewWidth);
    double top = Math.max(y, 0);
    double bottom = Math.min(y + ROW, viewHeight);
    return right <= left || bottom <= top
        ? null
        : new BoundingBox(left, top + HEADER, right - left, bottom - top);
  }

  /// What a screen reader says of a cell, and of the rectangle that it ends.
  String spoken(Cell at) {
    GridColumn column = columns.get(at.column());
    Attr value = rows.value(at.row(), column);
    String words;
    if (value == null) {
      words = Messages.text("kit.grid.absent");
    } else if (value.type() == AttrType.NULL) {
      words = Messages.text("kit.type.null");
    } else {
      String line = CellText.of(value).line();
      words = line.isEmpty() ? Messages.text("kit.grid.empty") : line;
    }
    String cell = Messages.text("kit.grid.cell", at.row() + 1, column.name(), words);
    CellRange range = range();
    return range == null
        ? cell
        : cell + ". " + Messages.text("kit.grid.range", range.rows(), range.columns());
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
