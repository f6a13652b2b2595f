package dev.sortkey.ui.kit.grid;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.input.ContextMenuEvent;

/// Says where the menus of cells and headers open.
final class GridMenus {
  private final DataGrid grid;
  private final GridState state;
  private CellActions.ContextMenu onCell = (_, _, _) -> {};
  private CellActions.HeaderMenu onHeader = (_, _, _) -> {};

  GridMenus(DataGrid grid, GridState state) {
    this.grid = grid;
    this.state = state;
    grid.setOnContextMenuRequested(this::requested);
  }

  void onCell(CellActions.ContextMenu action) {
    onCell = action;
  }

  void onHeader(CellActions.HeaderMenu action) {
    onHeader = action;
  }

  /// The menu of a column beneath its header.
  void header(int column) {
    double x = state.layout.x(column, state.scrollX);
    Bounds here = grid.localToScreen(new BoundingBox(x, 0, 0, GridState.HEADER));
    onHeader.open(column, here.getMinX(), here.getMaxY());
  }

  private void requested(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      Cell at = state.focus;
      Bounds bounds = at == null ? null : grid.cellBounds(at.row(), at.column());
      if (at == null || bounds == null) {
        return;
      }
      onCell.open(at, bounds.getMinX(), bounds.getMaxY());
    } else if (event.getY() < GridState.HEADER) {
      int column = state.layout.columnAt(event.getX(), state.scrollX);
      if (column < 0) {
        return;
      }
      onHeader.open(column, event.getScreenX(), event.getScreenY());
    } else {
      Cell at = state.cellAt(event.getX(), event.getY());
      if (at == null) {
        return;
      }
      onCell.open(at, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }
}
