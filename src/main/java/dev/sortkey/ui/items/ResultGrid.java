package dev.sortkey.ui.items;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.ReadState.Stage;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.CellRange;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.rows.PeekView;
import dev.sortkey.ui.rows.StagedRows;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The loaded rows in the grid, with what can be done with them by key and by menu.
final class ResultGrid {
  private final ResultsViewModel results;
  private final RowsViewModel rows;
  private final ColumnsViewModel columns;
  private final DataGrid grid;
  private final PeekView peek;
  private @Nullable Object shownStore;
  private int shownCount;
  private int @Nullable [] shownOrder;
  private Runnable onShown = () -> {};

  private final StagedRows staged;

  ResultGrid(
      ItemsViewModel items,
      StagedRows staged,
      ObservableValue<Theme> theme,
      RowMenu menu,
      IntConsumer open,
      Runnable choose) {
    this.staged = staged;
    this.results = items.results();
    this.rows = items.rows();
    this.columns = items.columns();
    this.grid = new DataGrid(theme);
    this.peek = new PeekView(open);
    grid.setId("grid");
    columns.shown().addListener((ListChangeListener<GridColumn>) _ -> layColumns());
    layColumns();
    rows.onChanged(this::show);
    rows.sortProperty().addListener((_, _, now) -> grid.sortProperty().set(now));
    grid.onSort(rows.sortProperty()::set);
    grid.onActivate(open);
    var header = new ColumnMenu(grid, columns, rows.sortProperty(), choose);
    grid.onHeaderMenu(header::show);
    grid.onMove(columns::move);
    grid.onNeedMore(results::needMore);
    grid.onPeek((cell, _) -> peek(cell));
    grid.onContextMenu(
        (cell, x, y) -> menu.show(grid, selection(cell), range(cell), cell, column(cell), x, y));
    grid.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Cell cell = grid.focusedCell();
          if (cell != null && menu.key(event, selection(cell), range(cell), cell, column(cell))) {
            event.consume();
          }
        });
    grid.loadingProperty().bind(results.busyProperty());
    InvalidationListener changed = _ -> foot();
    results.stateProperty().addListener(changed);
    results.busyProperty().addListener(changed);
    foot();
  }

  /// Called when other or more rows, columns or changes are shown.
  void onShown(Runnable listener) {
    onShown = listener;
  }

  DataGrid node() {
    return grid;
  }

  int[] selectedRows() {
    return grid.selectedRows();
  }

  /// Brings a row into view and marks it.
  void reveal(int position) {
    grid.focusCell(position, 0);
  }

  private int[] selection(Cell cell) {
    int[] selected = grid.selectedRows();
    for (int row : selected) {
      if (row == cell.row()) {
        return selected;
      }
    }
    return new int[] {cell.row()};
  }

  /// The rectangle that the cell belongs to, or null when it stands for itself.
  private RowMenu.@Nullable Range range(Cell cell) {
    CellRange range = grid.selectedRange();
    return range == null || range.single() || !range.contains(cell)
        ? null
        : new RowMenu.Range(
            range,
            List.copyOf(grid.columns().subList(range.firstColumn(), range.lastColumn() + 1)));
  }

  private GridColumn column(Cell cell) {
    return grid.columns().get(cell.column());
  }

  private void layColumns() {
    grid.columns().setAll(columns.shown());
    onShown.run();
  }

  /// Shows what is staged by now.
  void showStaged() {
    staged.look();
    grid.rowsChanged();
    foot();
    onShown.run();
  }

  private void show() {
    staged.look();
    int[] order = rows.orderProperty().get();
    if (shownStore != rows.store()) {
      shownStore = rows.store();
      grid.setRows(staged);
    } else if (order == shownOrder && rows.size() > shownCount && staged.count() == rows.size()) {
      grid.rowsAppended();
    } else if (order == shownOrder) {
      grid.rowsChanged();
    } else {
      grid.rowsMoved(rows.placesFrom(shownOrder));
    }
    shownOrder = order;
    shownCount = rows.size();
    foot();
    onShown.run();
  }

  private void foot() {
    ReadState state = results.stateProperty().get();
    boolean empty = staged.count() == 0;
    grid.footerProperty()
        .set(
            switch (state.stage()) {
              case COMPLETE -> empty ? null : Messages.text("items.end");
              case STOPPED -> Messages.text("items.end.stopped");
              case MORE -> results.busyProperty().get() ? Messages.text("items.end.reading") : null;
              case NONE, PAUSED -> null;
            });
    grid.placeholderProperty().set(empty ? nothing(state.stage()) : null);
  }

  private EmptyState nothing(Stage stage) {
    if (results.busyProperty().get()) {
      return empty(Feather.LOADER, "items.empty.reading");
    }
    if (rows.store().size() > 0) {
      return empty(Feather.FILTER, "items.empty.filtered");
    }
    return switch (stage) {
      case NONE -> empty(Feather.PLAY, "items.empty.none");
      case COMPLETE -> empty(Feather.INBOX, whole() ? "items.empty.table" : "items.empty.complete");
      case MORE, PAUSED, STOPPED -> empty(Feather.SEARCH, "items.empty.paused");
    };
  }

  /// Whether it was the whole table that was read.
  private boolean whole() {
    ReadPlan plan = results.plan();
    return plan != null
        && plan.operation() == ReadPlan.Operation.SCAN
        && plan.index() == null
        && plan.filter() == null;
  }

  private static EmptyState empty(Feather icon, String key) {
    return new EmptyState(icon, Messages.text(key), Messages.text(key + ".detail"), null);
  }

  /// Shows what is in a cell that may not be edited.
  void peek(Cell cell) {
    peek.show(grid, staged, cell);
  }

  void focus() {
    grid.requestFocus();
  }
}
