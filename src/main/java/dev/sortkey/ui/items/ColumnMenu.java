package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.kit.grid.SortRequest;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a column: the menu of its header.
///
/// @param choose opens the list of columns
record ColumnMenu(
    DataGrid grid,
    ColumnsViewModel columns,
    ObjectProperty<@Nullable SortRequest> sort,
    Runnable choose) {
  private static final KeyCombination UP = keys(KeyCode.UP, KeyCombination.ALT_DOWN);
  private static final KeyCombination DOWN = keys(KeyCode.DOWN, KeyCombination.ALT_DOWN);
  private static final KeyCombination LEFT =
      keys(KeyCode.LEFT, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination RIGHT =
      keys(KeyCode.RIGHT, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);

  void show(int at, double x, double y) {
    GridColumn column = grid.columns().get(at);
    String name = column.name();
    boolean pinned = column.pinned();
    MenuItem pin =
        item(
            pinned ? "items.column.unpin" : "items.column.pin",
            Feather.MAP_PIN,
            null,
            () -> columns.pin(name, !pinned));
    pin.setDisable(column.key());
    MenuItem left =
        item("items.column.left", Feather.ARROW_LEFT, LEFT, () -> columns.move(at, at - 1));
    left.setDisable(!grid.movable(at, at - 1));
    MenuItem right =
        item("items.column.right", Feather.ARROW_RIGHT, RIGHT, () -> columns.move(at, at + 1));
    right.setDisable(!grid.movable(at, at + 1));
    var menu = new ContextMenu();
    menu.getItems()
        .addAll(
            item("items.column.ascending", Feather.CHEVRON_UP, UP, () -> sort(name, false)),
            item("items.column.descending", Feather.CHEVRON_DOWN, DOWN, () -> sort(name, true)),
            new SeparatorMenuItem(),
            pin,
            left,
            right,
            item("items.column.fit", Feather.MAXIMIZE_2, null, () -> grid.fitColumn(at)),
            item("items.column.hide", Feather.EYE_OFF, null, () -> columns.show(name, false)));
    if (column.nested()) {
      menu.getItems()
          .add(item("items.column.remove", Feather.X, null, () -> columns.removePath(name)));
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(), item("items.column.choose", Feather.COLUMNS, null, choose));
    menu.show(grid, x, y);
  }

  private void sort(String name, boolean descending) {
    sort.set(new SortRequest(name, descending));
  }

  private static MenuItem item(
      String text, Feather icon, @Nullable KeyCombination keys, Runnable action) {
    var item = new MenuItem(Messages.text(text), Icons.of(icon));
    item.setAccelerator(keys);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private static KeyCombination keys(KeyCode code, KeyCombination.Modifier... held) {
    return new KeyCodeCombination(code, held);
  }
}
