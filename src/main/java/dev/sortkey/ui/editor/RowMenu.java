package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonLayout;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// What can be done with a row, each with its key.
final class RowMenu {
  private final ContextMenu menu = new ContextMenu();

  private RowMenu() {}

  static ContextMenu of(FormView form, DraftNode node) {
    var made = new RowMenu();
    DraftViewModel model = form.model();
    boolean free = !model.guarded(node);
    if (free && !node.member()) {
      made.item("editor.menu.type", RowKeys.TYPE, () -> form.focus(node, RowView::chooseType));
    }
    if (free && node.named() && !model.anchored(node)) {
      made.item("editor.menu.rename", RowKeys.RENAME, () -> form.focus(node, RowView::focusName));
    }
    if (!node.removed() && node.holdsChildren()) {
      made.item(
          "editor.row.add",
          RowKeys.ADD_INSIDE,
          () -> form.focus(node, view -> form.addInside(node, view)));
    }
    if (!node.removed() && !model.valueGuarded(node)) {
      made.part();
      made.item("editor.menu.paste", RowKeys.PASTE_JSON, () -> form.paste(node));
      if (node.holdsChildren()) {
        made.item("editor.menu.paste-inside", null, () -> form.pasteInside(node));
      }
    }
    made.openers(form, node);
    if (model.movable(node)) {
      made.part();
      made.item("editor.menu.up", RowKeys.UP, () -> form.move(node, -1))
          .setDisable(node.index() == 0);
      made.item("editor.menu.down", RowKeys.DOWN, () -> form.move(node, 1))
          .setDisable(node == last(node));
    }
    if (node.original() != null && node.changed()) {
      made.part();
      made.item("editor.row.undo", RowKeys.UNDO, () -> form.undo(node));
    }
    if (free && !model.anchored(node)) {
      made.part();
      made.item("editor.row.remove", RowKeys.REMOVE, () -> form.remove(node));
    }
    return made.menu;
  }

  /// What only some values have.
  private void openers(FormView form, DraftNode node) {
    Outside outside = form.outside();
    if (node.removed() || form.model().valueGuarded(node)) {
      return;
    }
    if (node.type() == AttrType.S) {
      if (JsonLayout.isDocument(node.text())) {
        part();
        item("editor.nested", null, () -> form.openNested(node));
      }
      if (outside != null) {
        TextOpeners.address(node.text())
            .ifPresent(page -> {
              part();
              item("editor.link", null, () -> outside.browser().accept(page));
            });
      }
    } else if (node.type() == AttrType.B) {
      part();
      item("editor.menu.look", RowKeys.LOOK, () -> form.focus(node, RowView::lookOtherwise));
      if (outside != null) {
        NodeFiles files = form.model().files();
        item("editor.file.load", null, () -> files.load(node, outside.files()));
        item("editor.file.save", null, () -> files.save(node, outside.files()));
      }
    }
  }

  private static DraftNode last(DraftNode element) {
    DraftNode list = element.parent();
    List<DraftNode> live = list == null ? List.of(element) : list.live();
    return live.getLast();
  }

  private MenuItem item(String key, @Nullable KeyCombination keys, Runnable action) {
    var item = new MenuItem(Messages.text(key));
    if (keys != null) {
      item.setAccelerator(keys);
    }
    item.setOnAction(_ -> action.run());
    menu.getItems().add(item);
    return item;
  }

  private void part() {
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
  }
}
