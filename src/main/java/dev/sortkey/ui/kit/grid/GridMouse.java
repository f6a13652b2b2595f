package dev.sortkey.ui.kit.grid;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the mouse does in a grid: rows and cells, headers and their edges, the wheel.
final class GridMouse {
  private static final double REACH = 4;
  private static final double DRAG = 6;
  private final DataGrid grid;
  private final GridState state;
  private final Node surface;
  private int resizing = -1;
  private boolean selecting;

  /// The column whose header the mouse holds, or -1.
  private int held = -1;

  private double heldAt;

  GridMouse(DataGrid grid, GridState state, Node surface) {
    this.grid = grid;
    this.state = state;
    this.surface = surface;
    surface.setOnMousePressed(this::pressed);
    surface.setOnMouseDragged(this::dragged);
    surface.setOnMouseReleased(_ -> released());
    surface.setOnMouseMoved(this::moved);
    surface.setOnMouseExited(_ -> grid.hover(-1));
    grid.setOnScroll(this::scrolled);
  }

  private void pressed(MouseEvent event) {
    if (event.getY() < GridState.HEADER) {
      if (event.getButton() == MouseButton.PRIMARY) {
        header(event);
      }
    } else {
      body(event);
    }
    grid.requestFocus();
    event.consume();
  }

  private void header(MouseEvent event) {
    int edge = state.layout.edgeAt(event.getX(), state.scrollX, REACH);
    int column = state.layout.columnAt(event.getX(), state.scrollX);
    if (edge >= 0 && event.getClickCount() == 2) {
      grid.fitColumn(edge);
    } else if (edge >= 0) {
      resizing = edge;
    } else if (column >= 0) {
      held = column;
      heldAt = event.getX();
    }
  }

  private void body(MouseEvent event) {
    int row = state.scroll.rowAt(event.getY() - GridState.HEADER);
    if (row < 0) {
      return;
    }
    int column = state.layout.columnAt(event.getX(), state.scrollX);
    boolean whole = column < 0;
    Cell focus = state.focus;
    if (column < 0) {
      column = focus == null ? 0 : focus.column();
    }
    boolean primary = event.getButton() == MouseButton.PRIMARY;
    CellRange range = state.range();
    if (!primary && range != null && range.contains(row, column)) {
      return;
    }
    if (!primary && range == null && state.selection.contains(row)) {
      grid.go(row, column, GridState.Select.NOTHING);
    } else if (primary && event.isShiftDown() && focus != null) {
      grid.go(row, column, GridState.Select.EXTEND);
    } else if (primary && event.isShortcutDown()) {
      grid.go(row, column, GridState.Select.TOGGLE);
    } else {
      selecting = primary;
      grid.go(row, column, whole ? GridState.Select.ROW : GridState.Select.ONLY);
    }
    if (primary && event.getClickCount() == 2 && !event.isShiftDown() && !event.isShortcutDown()) {
      if (whole || !grid.edit(new Cell(row, column), null)) {
        grid.activate(row);
      }
    }
  }

  private void dragged(MouseEvent event) {
    if (resizing >= 0) {
      double left = state.layout.x(resizing, state.scrollX);
      grid.resizeColumn(resizing, event.getX() - left, false);
    } else if (held >= 0) {
      carry(event.getX());
    } else if (selecting && state.focus != null) {
      double y = Math.clamp(event.getY() - GridState.HEADER, 0, state.viewHeight - 1);
      stretch(state.focus, state.scroll.rowAt(y), event.getX());
    }
    event.consume();
  }

  private void stretch(Cell from, int rowUnder, double x) {
    int row = rowUnder < 0 ? state.rows.count() - 1 : rowUnder;
    double within = Math.clamp(x, state.layout.gutter(), Math.max(x, state.viewWidth - 1));
    int under = state.layout.columnAt(within, state.scrollX);
    int column = under < 0 ? state.columns.size() - 1 : under;
    if (row != from.row() || column != from.column() && !state.byRows()) {
      grid.go(row, state.byRows() ? from.column() : column, GridState.Select.EXTEND);
    }
  }

  /// Shows where the held header would come, once it was dragged a little.
  private void carry(double x) {
    if (state.dragged < 0 && Math.abs(x - heldAt) < DRAG) {
      return;
    }
    if (held >= state.layout.pinned()) {
      double before = state.layout.pinnedRight() - x;
      double beyond = x - state.viewWidth;
      grid.scrollBy(beyond > 0 ? beyond : before > 0 ? -before : 0, 0);
    }
    int place = held;
    for (int to = 0; to < state.columns.size(); to++) {
      double left = state.layout.x(to, state.scrollX);
      double middle = left + state.layout.width(to) / 2;
      boolean passed = to > held ? x > middle : x < middle;
      if (passed && grid.movable(held, to) && (to > held || place == held)) {
        place = to;
      }
    }
    grid.dragTo(held, place);
  }

  private void released() {
    int column = held;
    int dragged = state.dragged;
    held = -1;
    if (dragged >= 0) {
      int place = state.dropAt;
      grid.dragTo(-1, -1);
      grid.move(dragged, place);
    } else if (column >= 0 && column < state.columns.size()) {
      grid.sort(state.nextSort(column));
    }
    if (resizing >= 0) {
      grid.widthsSettled();
    }
    resizing = -1;
    selecting = false;
  }

  private void moved(MouseEvent event) {
    boolean header = event.getY() < GridState.HEADER;
    boolean edge = header && state.layout.edgeAt(event.getX(), state.scrollX, REACH) >= 0;
    surface.setCursor(edge ? Cursor.H_RESIZE : Cursor.DEFAULT);
    grid.hover(state.scroll.rowAt(event.getY() - GridState.HEADER));
  }

  private void scrolled(ScrollEvent event) {
    double dx = -event.getDeltaX();
    double dy = -event.getDeltaY();
    if (event.isShiftDown() && dx == 0) {
      dx = dy;
      dy = 0;
    }
    if (grid.scrollBy(dx, dy)) {
      event.consume();
    }
  }
}
