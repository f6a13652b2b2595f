package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.Copying.Form;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.CellRange;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.rows.EditKeys;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with rows: the context menu and its keys.
///
/// @param edit opens one row
/// @param duplicate begins a new item from one row
/// @param turn shows the items of rows side by side, a line an attribute
/// @param code shows one row's item as code
/// @param delete stages that rows go
/// @param deleteNow asks whether rows should go at once
/// @param discard takes back what is staged for rows
/// @param readOnly whether nothing may be written
record RowMenu(
    Copying copying,
    IntConsumer edit,
    IntConsumer duplicate,
    Consumer<int[]> turn,
    IntConsumer code,
    Consumer<int[]> delete,
    Consumer<int[]> deleteNow,
    Consumer<int[]> discard,
    Predicate<int[]> staged,
    ObservableBooleanValue readOnly) {
  /// Cells of some columns that are copied together.
  record Range(CellRange cells, List<GridColumn> columns) {}

  void show(
      Node owner,
      int[] rows,
      @Nullable Range range,
      Cell cell,
      GridColumn column,
      double x,
      double y) {
    var menu = new ContextMenu();
    MenuItem another =
        item(
            "items.menu.duplicate",
            Feather.COPY,
            ItemsKeys.DUPLICATE,
            () -> duplicate.accept(cell.row()));
    MenuItem gone =
        item("items.menu.delete", Feather.TRASH_2, EditKeys.DELETE, () -> delete.accept(rows));
    MenuItem now =
        item("items.menu.delete-now", null, ItemsKeys.DELETE_NOW, () -> deleteNow.accept(rows));
    MenuItem back =
        item("items.menu.discard", Feather.CORNER_UP_LEFT, null, () -> discard.accept(rows));
    List<MenuItem> cells =
        range == null
            ? List.of(
                item(
                    "items.menu.copy-cell",
                    null,
                    ItemsKeys.COPY,
                    () -> copying.cell(cell.row(), column)))
            : List.of(
                item("items.menu.copy-cells", null, ItemsKeys.COPY, () -> copy(range, false)),
                item("items.menu.copy-named", null, null, () -> copy(range, true)));
    back.setDisable(!staged.test(rows));
    now.setDisable(readOnly.get());
    menu.getItems()
        .addAll(
            item("items.menu.edit", Feather.EDIT_2, EditKeys.EDIT, () -> edit.accept(cell.row())),
            another,
            item(
                "items.menu.turn",
                Feather.COLUMNS,
                ItemsKeys.TURN,
                () -> turn.accept(rows),
                rows.length),
            new SeparatorMenuItem());
    menu.getItems().addAll(cells);
    menu.getItems()
        .addAll(
            copy("items.menu.copy-json", ItemsKeys.COPY_JSON, Form.JSON, rows),
            copy("items.menu.copy-dynamo", null, Form.DYNAMO_JSON, rows),
            copy("items.menu.copy-csv", null, Form.CSV, rows),
            copy("items.menu.copy-sheet", null, Form.SPREADSHEET, rows),
            item("items.menu.code", Feather.CODE, null, () -> code.accept(cell.row())),
            new SeparatorMenuItem(),
            back,
            gone,
            now);
    menu.show(owner, x, y);
  }

  /// Does what a key says.
  ///
  /// @return whether it said something
  boolean key(KeyEvent event, int[] rows, @Nullable Range range, Cell cell, GridColumn column) {
    if (ItemsKeys.COPY_JSON.match(event)) {
      copying.rows(Form.JSON, rows);
    } else if (ItemsKeys.COPY.match(event)) {
      if (range != null) {
        copy(range, false);
      } else if (rows.length > 1) {
        copying.rows(Form.SPREADSHEET, rows);
      } else {
        copying.cell(cell.row(), column);
      }
    } else if (ItemsKeys.DUPLICATE.match(event)) {
      duplicate.accept(cell.row());
    } else if (ItemsKeys.TURN.match(event)) {
      turn.accept(rows);
    } else if (ItemsKeys.DELETE_NOW.match(event)) {
      deleteNow.accept(rows);
    } else if (EditKeys.DELETE.match(event)) {
      delete.accept(rows);
    } else {
      return false;
    }
    return true;
  }

  private void copy(Range range, boolean named) {
    copying.range(range.cells(), range.columns(), named);
  }

  private MenuItem copy(String text, @Nullable KeyCombination keys, Form form, int[] rows) {
    return item(text, null, keys, () -> copying.rows(form, rows), rows.length);
  }

  private static MenuItem item(
      String text,
      @Nullable Feather icon,
      @Nullable KeyCombination keys,
      Runnable action,
      Object... arguments) {
    var item = new MenuItem(Messages.text(text, arguments));
    item.setGraphic(icon == null ? null : Icons.of(icon));
    item.setAccelerator(keys);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
