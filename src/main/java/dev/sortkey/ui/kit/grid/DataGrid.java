package dev.sortkey.ui.kit.grid;

import dev.sortkey.ui.kit.Theme;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A grid of items that draws only the cells in view, so that a million rows or hundreds of columns
/// scroll smoothly.
public final class DataGrid extends Region {
  private final ObservableList<GridColumn> columns = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> footer =
      new SimpleObjectProperty<>(this, "footer");
  private final ObjectProperty<@Nullable Node> placeholder =
      new SimpleObjectProperty<>(this, "placeholder");
  private final ObjectProperty<@Nullable SortRequest> sort =
      new SimpleObjectProperty<>(this, "sort");
  private final BooleanProperty loading = new SimpleBooleanProperty(this, "loading");
  private final ReadOnlyObjectWrapper<@Nullable Cell> focusedCell =
      new ReadOnlyObjectWrapper<>(this, "focusedCell");

  public DataGrid(ObservableValue<Theme> theme) {}

  public ObservableList<GridColumn> columns() {
    return columns;
  }

  /// Shows other rows, from the top, with nothing selected.
  public void setRows(GridRows rows) {}

  /// Tells that rows were appended or values changed; the view and the selection stay.
  public void rowsChanged() {}

  /// Brings a row into view.
  public void scrollTo(int row) {}

  /// Moves the focus to a cell, selects its row and brings it into view.
  public void focusCell(int row, int column) {}

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
    return new int[0];
  }

  /// Tells when the selection may have changed.
  public void onSelectionChanged(Runnable action) {}

  /// Enter or a double click on a row.
  public void onActivate(IntConsumer action) {}

  /// A click on a header: ascending, then descending, then null for the order as read.
  public void onSort(Consumer<@Nullable SortRequest> action) {}

  /// The view comes near the last row.
  public void onNeedMore(Runnable action) {}

  public void onContextMenu(ContextMenuAction action) {}

  /// Space on a cell.
  public void onPeek(PeekAction action) {}

  /// The place of a cell on the screen, or null when it is out of view.
  public @Nullable Bounds cellBounds(int row, int column) {
    return null;
  }

  /// The widths that the person gave to columns, by name.
  public Map<String, Double> widths() {
    return Map.of();
  }

  public void setWidths(Map<String, Double> widths) {}

  /// Tells when the person changed a column's width.
  public void onWidthsChanged(Consumer<Map<String, Double>> action) {}

  /// Opens a menu for a cell at a point of the screen.
  @FunctionalInterface
  public interface ContextMenuAction {
    void open(Cell cell, double screenX, double screenY);
  }

  /// Shows what is in a cell, beside its place on the screen.
  @FunctionalInterface
  public interface PeekAction {
    void peek(Cell cell, Bounds screenBounds);
  }
}
