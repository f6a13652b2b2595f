package dev.sortkey.ui.partiql;

import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.rows.CellEdits;
import dev.sortkey.ui.rows.EditKeys;
import dev.sortkey.ui.rows.GridEdits;
import dev.sortkey.ui.rows.InspectorPane;
import dev.sortkey.ui.rows.InspectorViewModel;
import dev.sortkey.ui.rows.PeekView;
import dev.sortkey.ui.rows.Popover;
import dev.sortkey.ui.rows.StagedRows;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.TableChanges;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Lets the rows of a result be edited as the rows of their table are: in their cells, in a popover
/// and in the editor beside them, each change staged for the table.
final class ResultEdits {
  private final DataGrid grid;
  private final StagedRows rows;
  private final InspectorViewModel inspector;
  private final GridEdits edits;
  private final CellEdits cells;
  private final InspectorPane pane;
  private final BooleanBinding dirty;
  private final Subscription following;
  private final Runnable noCommits;

  ResultEdits(Desk desk, Result result, TableSchema table, DataGrid grid, Popover popover) {
    this.grid = grid;
    TableChanges changes = desk.changes().of(table.name());
    Session session = desk.session();
    rows = new StagedRows(table, result.rows(), changes);
    inspector =
        new InspectorViewModel(
            table, result.rows(), rows, desk.work(), session.reader(), session.writer());
    edits = new GridEdits(desk, rows, () -> !result.origin().whole(), result::begun);
    var peek = new PeekView(inspector::edit);
    cells = new CellEdits(desk, rows, edits, grid, popover, cell -> peek.show(grid, rows, cell));
    pane = new InspectorPane(desk, inspector, rows, grid, cells.node());
    dirty = Bindings.or(inspector.editor().dirtyProperty(), cells.dirtyProperty());
    grid.onActivate(inspector::edit);
    grid.onPeek((cell, _) -> peek.show(grid, rows, cell));
    grid.onContextMenu((cell, x, y) -> menu(cell.row()).show(grid, x, y));
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    following = changes.stagingProperty().subscribe(_ -> follow());
    noCommits = changes.onCommitted(inspector::committed);
  }

  Node node() {
    return pane.node();
  }

  StagedRows rows() {
    return rows;
  }

  /// True while something typed would be lost.
  BooleanBinding dirtyProperty() {
    return dirty;
  }

  /// Does it at once when nothing typed beside the rows would be lost, else asks in place first.
  void requestLeave(Runnable then) {
    inspector.editor().requestLeave(then);
  }

  /// Shows what is read, written and staged by now.
  void follow() {
    rows.look();
    grid.rowsChanged();
  }

  private void key(KeyEvent event) {
    int[] selected = grid.selectedRows();
    if (EditKeys.DELETE.match(event) && selected.length > 0) {
      edits.delete(selected);
      event.consume();
    }
  }

  private ContextMenu menu(int row) {
    int[] selected = grid.selectedRows();
    boolean among = IntStream.of(selected).anyMatch(at -> at == row);
    int[] chosen = among ? selected : new int[] {row};
    MenuItem back =
        item("items.menu.discard", Feather.CORNER_UP_LEFT, null, () -> edits.discard(chosen));
    back.setDisable(IntStream.of(chosen).allMatch(at -> rows.staged(at) == null));
    return new ContextMenu(
        item("items.menu.edit", Feather.EDIT_2, EditKeys.EDIT, () -> inspector.edit(row)),
        back,
        item("items.menu.delete", Feather.TRASH_2, EditKeys.DELETE, () -> edits.delete(chosen)));
  }

  private static MenuItem item(
      String text, Feather icon, @Nullable KeyCombination keys, Runnable action) {
    var item = new MenuItem(Messages.text(text), Icons.of(icon));
    item.setAccelerator(keys);
    item.setOnAction(_ -> action.run());
    return item;
  }

  void close() {
    following.unsubscribe();
    noCommits.run();
    cells.close();
    edits.close();
    pane.close();
  }
}
