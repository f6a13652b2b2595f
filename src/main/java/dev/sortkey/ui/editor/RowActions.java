package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The buttons of a row that show under the pointer. They are made then: most rows never need them,
/// and to make them takes longer than the rest of a row.
final class RowActions extends HBox {
  private static final double BUTTON = 24;
  private static final double GRIP = 20;

  private final FormView form;
  private final RowView row;
  private final Runnable add;
  private final boolean stays;
  private final boolean moves;
  private final boolean adds;
  private final BooleanProperty held = new SimpleBooleanProperty();

  /// @param yielding whether the value may have their room while they are hidden; else they keep
  ///   it, lest one appears under a pointer that aims at the value
  RowActions(FormView form, RowView row, boolean yielding, Runnable add) {
    this.form = form;
    this.row = row;
    this.add = add;
    DraftNode draft = row.draft();
    stays = form.model().anchored(draft);
    moves = !stays && draft.parent() != null && draft.parent().type() == AttrType.L;
    adds = draft.holdsChildren() && yielding;
    getStyleClass().add("sk-row-actions");
    setAlignment(Pos.CENTER_RIGHT);
    double width = (stays ? 0 : BUTTON) + (moves ? GRIP : 0) + (adds ? BUTTON : 0);
    setMinWidth(width);
    setMaxWidth(width);
    setMaxHeight(26);
    visibleProperty().bind(row.hoverProperty().or(held));
    if (yielding) {
      managedProperty().bind(visibleProperty());
    }
    visibleProperty()
        .subscribe(shown -> {
          if (shown && getChildren().isEmpty()) {
            fill();
          }
        });
  }

  /// Keeps them in sight while one of them is held: a hidden node loses the mouse.
  void hold(boolean now) {
    held.set(now);
  }

  private void fill() {
    if (moves) {
      getChildren().add(form.drag().grip(row));
    }
    if (adds) {
      Button inside =
          Controls.icon(Feather.PLUS, Messages.text("editor.row.add"), RowKeys.ADD_INSIDE);
      // under the badge: this button goes with the pointer, and a menu goes with its owner
      inside.setOnAction(_ -> add.run());
      inside.setFocusTraversable(false);
      getChildren().add(inside);
    }
    if (!stays) {
      Button remove =
          Controls.icon(Feather.TRASH_2, Messages.text("editor.row.remove"), RowKeys.REMOVE);
      remove.setOnAction(_ -> form.remove(row.draft()));
      remove.setFocusTraversable(false);
      getChildren().add(remove);
    }
    identify();
  }

  /// Gives the button that adds its name, which follows the row's.
  void identify() {
    if (adds && !getChildren().isEmpty()) {
      getChildren().get(moves ? 1 : 0).setId("add-in-" + row.draft().label());
    }
  }
}
