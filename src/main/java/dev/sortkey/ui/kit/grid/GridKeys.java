package dev.sortkey.ui.kit.grid;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keys do in a grid.
final class GridKeys {
  private final DataGrid grid;
  private final GridState state;
  private final GridMenus menus;

  GridKeys(DataGrid grid, GridState state, GridMenus menus) {
    this.grid = grid;
    this.menus = menus;
    this.state = state;
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    grid.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  /// A character begins an edit with it.
  private void typed(KeyEvent event) {
    Cell at = state.focus;
    String text = event.getCharacter();
    boolean command = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
    if (at != null
        && !command
        && !text.isBlank()
        && text.codePoints().noneMatch(Character::isISOControl)
        && grid.edit(at, text)) {
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    Cell at = state.focus;
    if (state.rows.count() == 0 || state.columns.isEmpty()) {
      return;
    }
    Cell from = at == null ? new Cell(state.scroll.first(), 0) : at;
    boolean done =
        !event.isAltDown()
            ? pressed(event, from, at == null)
            : event.isShiftDown()
                ? moved(event.getCode(), from.column())
                : column(event.getCode(), from);
    if (done) {
      event.consume();
    }
  }

  /// @param unplaced whether no cell had the focus before, so that an arrow takes the first one
  private boolean pressed(KeyEvent event, Cell from, boolean unplaced) {
    boolean far = event.isShortcutDown();
    int row = from.row();
    int column = from.column();
    int lastRow = state.rows.count() - 1;
    int lastColumn = state.columns.size() - 1;
    int step = unplaced ? 0 : 1;
    KeyCode code = event.getCode();
    switch (code) {
      case UP -> go(event, row - step, column);
      case DOWN -> go(event, row + step, column);
      case LEFT -> go(event, row, column - step);
      case RIGHT -> go(event, row, column + step);
      case PAGE_UP -> go(event, row - state.scroll.page(), column);
      case PAGE_DOWN -> go(event, row + state.scroll.page(), column);
      case HOME -> go(event, far ? 0 : row, far ? column : 0);
      case END -> go(event, far ? lastRow : row, far ? column : lastColumn);
      case A -> {
        if (!far) {
          return false;
        }
        grid.selectAll();
      }
      case ENTER -> {
        if (far || unplaced) {
          return false;
        }
        grid.activate(row);
      }
      case ESCAPE -> {
        return collapse();
      }
      case F2 -> {
        return !unplaced && grid.edit(from, null);
      }
      case SPACE -> {
        if (far || unplaced) {
          return false;
        }
        grid.peek(from);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Gives up a rectangle of cells for the cell that it ends with; false when there is none.
  private boolean collapse() {
    Cell at = state.focus;
    boolean any = at != null && state.range() != null;
    if (at != null && any) {
      grid.go(at.row(), at.column(), GridState.Select.ONLY);
    }
    return any;
  }

  /// With Alt and Shift left and right move the column, and down opens its menu.
  private boolean moved(KeyCode code, int column) {
    switch (code) {
      case LEFT -> grid.move(column, column - 1);
      case RIGHT -> grid.move(column, column + 1);
      case DOWN -> menus.header(column);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// With Alt the keys work on the column: up and down sort by it, left and right change its width.
  private boolean column(KeyCode code, Cell from) {
    int column = from.column();
    String name = state.columns.get(column).name();
    switch (code) {
      case UP -> sort(new SortRequest(name, false));
      case DOWN -> sort(new SortRequest(name, true));
      case LEFT -> grid.resizeColumn(column, state.layout.width(column) - 16, true);
      case RIGHT -> grid.resizeColumn(column, state.layout.width(column) + 16, true);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void sort(SortRequest request) {
    grid.sort(request.equals(state.sort) ? null : request);
  }

  private void go(KeyEvent event, int row, int column) {
    boolean sideways =
        event.getCode() == KeyCode.LEFT
            || event.getCode() == KeyCode.RIGHT
            || (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END)
                && !event.isShortcutDown();
    GridState.Select select =
        event.isShiftDown()
            ? GridState.Select.EXTEND
            : sideways ? GridState.Select.STEP : GridState.Select.ONLY;
    grid.go(row, column, select);
  }
}
