package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A grid of items that draws only the cells in view, so that a million rows or hundreds of columns
/// scroll smoothly.
///
/// Arrows, Page Up and Down, Home and End move the focus and select its row; with Shift, or by
/// dragging, a rectangle of cells. Whole rows are chosen by their numbers or with Ctrl, and Shift
/// then adds rows. Enter opens, Space peeks, F2 or typing edits; Alt with Up and Down sorts by the
/// column, with Left and Right sizes it, and with Shift as well moves it or opens its menu.
public final class DataGrid extends Region {
  private final ObservableList<GridColumn> columns = FXCollections.observableArrayList();

  /// The rows and the widths of the columns when the grid was last laid out.
  private int arranged;

  private double[] arrangedWidths = {};
  private boolean sightStays;
  private final ObjectProperty<@Nullable String> footer =
      new SimpleObjectProperty<>(this, "footer");
  private final ObjectProperty<@Nullable Node> placeholder =
      new SimpleObjectProperty<>(this, "placeholder");
  private final ObjectProperty<@Nullable SortRequest> sort =
      new SimpleObjectProperty<>(this, "sort");
  private final BooleanProperty loading = new SimpleBooleanProperty(this, "loading");
  private final ReadOnlyObjectWrapper<@Nullable Cell> focusedCell =
      new ReadOnlyObjectWrapper<>(this, "focusedCell");

  private final GridState state = new GridState();
  private final GridSurface surface;
  private final ColumnWidths widths;
  private final GridBars bars;
  private final LoadingBar loadingBar = new LoadingBar();
  private final GridMenus menus = new GridMenus(this, state);
  private final NeedMore more = new NeedMore(state);

  private Runnable onSelectionChanged = () -> {};
  private IntConsumer onActivate = _ -> {};
  private Consumer<@Nullable SortRequest> onSort = _ -> {};
  private CellActions.@Nullable Move onMove;
  private CellActions.Peek onPeek = (_, _) -> {};
  private CellActions.Edit onEdit = (_, _) -> false;
  private Consumer<Map<String, Double>> onWidthsChanged = _ -> {};

  public DataGrid(ObservableValue<Theme> theme) {
    getStyleClass().add("sk-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText(Messages.text("kit.grid.name"));
    surface = new GridSurface(state, theme.getValue());
    widths = new ColumnWidths(surface.header()::needs, surface.body()::needs);
    bars = new GridBars(state, this::scrolledByBar);
    getChildren().addAll(surface, bars.vertical(), bars.horizontal(), loadingBar);

    // Only while in the window: the theme outlives the grid and would keep it, rows and all.
    theme.when(sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(surface::setTheme);
    new GridKeys(this, state, menus);
    new GridMouse(this, state, surface);
    columns.addListener((ListChangeListener<GridColumn>) _ -> columnsChanged());
    footer.subscribe(text -> {
      state.footer = text == null ? "" : text;
      changedBelow(this::requestLayout);
    });
    placeholder.subscribe((before, now) -> {
      getChildren().remove(before);
      if (now != null) {
        getChildren().add(now);
      }
    });
    sort.subscribe(now -> {
      state.sort = now;
      surface.header().forget();
      surface.requestLayout();
    });
    loading.subscribe(loadingBar::setRunning);
    focusedProperty().subscribe(this::focusChanged);
  }

  public ObservableList<GridColumn> columns() {
    return columns;
  }

  /// Shows other rows, from the top, with nothing selected.
  public void setRows(GridRows rows) {
    state.rows = rows;
    state.cells.clear();
    state.forget();
    state.scroll.scrollTo(0);
    more.forget();
    requestLayout();
    moved();
  }

  /// Tells that rows were appended or values changed; the view and the selection stay.
  public void rowsChanged() {
    state.cells.clear();
    state.trim();
    requestLayout();
    moved();
  }

  /// Tells that other cells are found than before.
  public void foundChanged() {
    surface.requestLayout();
  }

  /// Tells that rows were appended. What is in sight is not drawn anew while it stays the same, so
  /// that a long read leaves the FX thread alone.
  public void rowsAppended() {
    changedBelow(this::rowsChanged);
  }

  /// Lays out what changed after the last row, without drawing, unless that row is in sight or
  /// something else waits to be drawn.
  private void changedBelow(Runnable inSight) {
    if ((sightStays || !isNeedsLayout()) && state.scroll.end() < arranged) {
      sightStays = true;
      super.requestLayout();
    } else {
      inSight.run();
    }
  }

  @Override
  public void requestLayout() {
    sightStays = false;
    super.requestLayout();
  }

  /// Tells that the same rows now stand in another order, or that some are gone. What is selected
  /// stays selected wherever it is now; the view stays at its place.
  ///
  /// @param place gives for a row's old place its new one, or -1 when it is gone
  public void rowsMoved(IntUnaryOperator place) {
    state.move(place);
    rowsChanged();
  }

  /// Brings a row into view.
  public void scrollTo(int row) {
    layoutIfNeeded();
    state.scroll.reveal(Math.clamp(row, 0, Math.max(0, state.rows.count() - 1)));
    scrolled();
  }

  /// Moves the focus to a cell, selects its row and brings it into view.
  public void focusCell(int row, int column) {
    go(row, column, GridState.Select.ONLY);
  }

  /// The line after the last row, or null for none.
  public ObjectProperty<@Nullable String> footerProperty() {
    return footer;
  }

  /// Shows a bar under the header while more is read; the rows stay.
  public BooleanProperty loadingProperty() {
    return loading;
  }

  /// What is shown when there are no rows.
  public ObjectProperty<@Nullable Node> placeholderProperty() {
    return placeholder;
  }

  /// The order whose arrow the header shows; the grid itself never sorts.
  public ObjectProperty<@Nullable SortRequest> sortProperty() {
    return sort;
  }

  public ReadOnlyObjectProperty<@Nullable Cell> focusedCellProperty() {
    return focusedCell.getReadOnlyProperty();
  }

  public @Nullable Cell focusedCell() {
    return focusedCell.get();
  }

  /// The selected rows in ascending order.
  public int[] selectedRows() {
    return state.selection.toArray();
  }

  /// The rectangle of cells that is selected, which may be the focused cell alone; null when there
  /// is none. Its rows are selected as well.
  public @Nullable CellRange selectedRange() {
    CellRange range = state.range();
    Cell at = state.focus;
    return range != null || at == null ? range : CellRange.between(at, at);
  }

  /// Tells when the selection may have changed.
  public void onSelectionChanged(Runnable action) {
    onSelectionChanged = action;
  }

  /// Enter or a double click on a row.
  public void onActivate(IntConsumer action) {
    onActivate = action;
  }

  /// A click on a header: ascending, then descending, then null for the order as read.
  public void onSort(Consumer<@Nullable SortRequest> action) {
    onSort = action;
  }

  /// The view comes near the last row; told once for a number of rows.
  public void onNeedMore(Runnable action) {
    more.onAsked(action);
  }

  /// A right click on a cell, or the menu key.
  public void onContextMenu(CellActions.ContextMenu action) {
    menus.onCell(action);
  }

  /// A right click on a header, or Alt, Shift and Down.
  public void onHeaderMenu(CellActions.HeaderMenu action) {
    menus.onHeader(action);
  }

  /// A header that was dragged, or Alt, Shift and an arrow; without an action columns do not move.
  public void onMove(CellActions.Move action) {
    onMove = action;
  }

  /// Whether a column can take the place of another: keys, pinned columns and the rest each stay
  /// among themselves.
  public boolean movable(int from, int to) {
    return onMove != null && state.alike(from, to);
  }

  /// Space on a cell.
  public void onPeek(CellActions.Peek action) {
    onPeek = action;
  }

  /// F2, a double click or a character typed on a cell.
  public void onEdit(CellActions.Edit action) {
    onEdit = action;
  }

  /// The place of a cell on the screen as far as it shows, or null when it is out of view.
  public @Nullable Bounds cellBounds(int row, int column) {
    layoutIfNeeded();
    Bounds sight = state.sight(row, column);
    return sight == null ? null : localToScreen(sight);
  }

  /// The widths that the person gave to columns, by name.
  public Map<String, Double> widths() {
    return widths.chosen();
  }

  public void setWidths(Map<String, Double> chosen) {
    widths.setChosen(chosen);
    requestLayout();
  }

  /// Tells when the person changed a column's width.
  public void onWidthsChanged(Consumer<Map<String, Double>> action) {
    onWidthsChanged = action;
  }

  void go(int row, int column, GridState.Select select) {
    layoutIfNeeded();
    state.go(row, column, select);
    scrolled();
    moved();
  }

  void selectAll() {
    state.selectAll();
    surface.requestLayout();
    moved();
  }

  void activate(int row) {
    onActivate.accept(row);
  }

  void peek(Cell cell) {
    Bounds bounds = cellBounds(cell.row(), cell.column());
    if (bounds != null) {
      onPeek.peek(cell, bounds);
    }
  }

  /// @param typed the character that began it, or null
  boolean edit(Cell cell, @Nullable String typed) {
    return onEdit.edit(cell, typed);
  }

  void sort(@Nullable SortRequest request) {
    onSort.accept(request);
  }

  /// Moves a column, and the focus with it.
  boolean move(int from, int to) {
    CellActions.Move action = onMove;
    boolean can = action != null && movable(from, to);
    if (action != null && can) {
      action.move(from, to);
      Cell at = state.focus;
      if (at != null && at.column() == to) {
        go(at.row(), to, GridState.Select.NOTHING);
      }
    }
    return can;
  }

  /// Shows where a column would come that is dragged.
  ///
  /// @param column -1 when none is dragged
  void dragTo(int column, int place) {
    state.dragged = column;
    state.dropAt = place;
    surface.requestLayout();
  }

  void hover(int row) {
    if (row != state.hover) {
      state.hover = row;
      surface.requestLayout();
    }
  }

  /// Scrolls by pixels.
  ///
  /// @return whether there was room to scroll
  public boolean scrollBy(double dx, double dy) {
    boolean moved = state.scrollBy(dx, dy);
    if (moved) {
      scrolled();
    }
    return moved;
  }

  /// @param settled whether the width stays, unlike while the mouse drags
  void resizeColumn(int column, double width, boolean settled) {
    widths.choose(columns.get(column).name(), width);
    requestLayout();
    if (settled) {
      widthsSettled();
    }
  }

  /// Makes a column as wide as its first rows need.
  public void fitColumn(int column) {
    widths.fit(columns.get(column), state.rows);
    requestLayout();
    widthsSettled();
  }

  void widthsSettled() {
    onWidthsChanged.accept(widths());
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double[] columnWidths = widths.of(state.columns, state.rows);
    // Columns do not move aside for the longer numbers of rows out of sight.
    double gutter = sightStays ? state.layout.gutter() : gutterNeeded();
    boolean drawn = sightStays && Arrays.equals(columnWidths, arrangedWidths);
    state.arrange(columnWidths, gutter, width, height - GridState.HEADER);
    arranged = state.rows.count();
    arrangedWidths = columnWidths;
    sightStays = false;
    surface.resizeRelocate(0, 0, width, height);
    if (!drawn) {
      surface.requestLayout();
    }
    loadingBar.resizeRelocate(0, GridState.HEADER, width, 2);
    bars.layout();
    Node instead = placeholder.get();
    if (instead != null) {
      instead.setVisible(state.rows.count() == 0);
      double top = columns.isEmpty() ? 0 : GridState.HEADER;
      layoutInArea(instead, 0, top, width, height - top, 0, HPos.CENTER, VPos.CENTER);
    }
    more.check();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 640;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 400;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return GridState.HEADER + GridState.ROW;
  }

  /// How long the last frame took to paint.
  public long paintNanos() {
    return surface.paintNanos();
  }

  private void layoutIfNeeded() {
    if (isNeedsLayout() && getWidth() > 0) {
      layout();
    }
  }

  private void columnsChanged() {
    state.setColumns(List.copyOf(columns));
    state.trim();
    surface.header().forget();
    requestLayout();
    moved();
  }

  private void scrolled() {
    bars.sync();
    drawElsewhere();
  }

  /// Draws another part of the rows, whose numbers may be longer.
  private void drawElsewhere() {
    if (gutterNeeded() == state.layout.gutter()) {
      surface.requestLayout();
    } else {
      requestLayout();
    }
    more.check();
  }

  private double gutterNeeded() {
    return surface.body().gutter(state.rows.count());
  }

  /// The focus or the selection may have changed.
  private void moved() {
    Cell at = state.focus;
    if (!Objects.equals(at, focusedCell.get())) {
      focusedCell.set(at);
    }
    setAccessibleText(at == null ? Messages.text("kit.grid.name") : state.spoken(at));
    onSelectionChanged.run();
  }

  private void focusChanged(boolean focused) {
    state.active = focused;
    if (focused && state.focus == null) {
      go(state.scroll.first(), 0, GridState.Select.NOTHING);
    }
    surface.requestLayout();
  }

  private void scrolledByBar() {
    state.scroll.setPosition(bars.down());
    state.scrollX = bars.across();
    drawElsewhere();
  }
}
