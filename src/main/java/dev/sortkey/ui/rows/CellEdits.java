package dev.sortkey.ui.rows;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.editor.ValueEditorView;
import dev.sortkey.ui.editor.ValueViewModel;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.CellText;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.workbench.Desk;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Decides how a cell is edited: a short scalar in its place, all else in a popover beside it, and
/// what may not be edited not at all.
public final class CellEdits {
  private final Desk desk;
  private final StagedRows rows;
  private final GridEdits edits;
  private final Consumer<Cell> peek;
  private final DataGrid grid;
  private final CellEditor field;
  private final ValueViewModel value;
  private final Popover popover;

  /// @param peek shows what is in a cell that may not be edited
  public CellEdits(
      Desk desk,
      StagedRows rows,
      GridEdits edits,
      DataGrid grid,
      Popover popover,
      Consumer<Cell> peek) {
    this.desk = desk;
    this.rows = rows;
    this.edits = edits;
    this.peek = peek;
    this.grid = grid;
    this.field = new CellEditor(grid, edits::set);
    this.value = new ValueViewModel(rows.table(), desk.work(), rows.changes());
    this.popover = popover;
    value.onClose(() -> {
      popover.hide();
      grid.requestFocus();
    });
    grid.onEdit(this::edit);
    grid.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /// The grid with the field over it.
  public Region node() {
    return field.node();
  }

  /// True while something typed in the popover would be lost.
  public ReadOnlyBooleanProperty dirtyProperty() {
    return value.dirtyProperty();
  }

  /// Enter opens what is in a cell, where that has a form of its own.
  private void key(KeyEvent event) {
    Cell at = grid.focusedCell();
    if (at == null || at.row() >= rows.count()) {
      return;
    }
    if (EditKeys.EDIT.match(event) && opens(at) && edit(at, null)
        || EditKeys.CELL.match(event) && refused(at)) {
      event.consume();
    }
  }

  private boolean opens(Cell cell) {
    GridColumn column = column(cell);
    Attr there = rows.value(cell.row(), column);
    return !CellEditor.fits(there) || there == null && nests(column.type());
  }

  private GridColumn column(Cell cell) {
    return grid.columns().get(cell.column());
  }

  /// Says why a cell cannot be edited; what is nested may be looked at in any case.
  private boolean refused(Cell cell) {
    String why = refusal(cell);
    if (why != null) {
      desk.workbench().toast(why);
      return true;
    }
    return !opens(cell) && desk.refusesWrite();
  }

  private @Nullable String refusal(Cell cell) {
    GridColumn column = column(cell);
    String why = rows.refusal(cell.row(), column.attribute());
    return why == null && !hasPlace(cell.row(), column)
        ? Messages.text("items.stage.no-place", column.name())
        : why;
  }

  private boolean edit(Cell cell, @Nullable String typed) {
    GridColumn column = column(cell);
    Attr there = rows.value(cell.row(), column);
    if (typed != null) {
      return refused(cell) || CellEditor.replaces(there) && field.edit(cell, column, there, typed);
    }
    if (refusal(cell) != null) {
      return false;
    }
    if (!opens(cell)) {
      return !desk.readOnly().get() && field.edit(cell, column, there, null);
    }
    if (desk.readOnly().get()) {
      peek.accept(cell);
    } else {
      edits.item(cell.row(), (item, readAt) -> open(cell, column, item, readAt));
    }
    return true;
  }

  private static boolean nests(@Nullable AttrType type) {
    return type != null && (type.isDocument() || type.isSet());
  }

  /// What is absent within an attribute can only be added to a map that is there.
  private boolean hasPlace(int row, GridColumn column) {
    if (!column.nested() || rows.value(row, column) != null) {
      return true;
    }
    var steps = column.path().steps();
    var parent = new AttrPath(steps.subList(0, steps.size() - 1));
    return steps.getLast() instanceof AttrPath.Name && rows.item(row).get(parent) instanceof Attr.M;
  }

  private void open(Cell cell, GridColumn column, Item item, Instant readAt) {
    Bounds bounds = grid.cellBounds(cell.row(), cell.column());
    if (bounds == null || popover.isShowing()) {
      return;
    }
    AttrType usual = column.type();
    value.open(item, readAt, column.path(), usual == null ? AttrType.S : usual);
    var view =
        new ValueEditorView(value, key(item), desk.workbench().files(), desk.workbench()::browse);
    popover.show(view, bounds, value::requestLeave);
    view.focusFirst();
  }

  private String key(Item item) {
    return rows.table().keyOf(item).values().values().stream()
        .map(part -> CellText.of(part).line())
        .collect(Collectors.joining(" / "));
  }

  public void close() {
    if (!value.path().isEmpty()) {
      value.close();
    }
  }
}
