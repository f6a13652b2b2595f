package dev.sortkey.ui.editor;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What stands in a row's value column: shows the node's value and takes edits of it.
interface RowValue {
  Node node();

  /// What takes the focus, for its name.
  Node input();

  /// Takes the draft's state on, without disturbing what is being typed.
  void refresh();

  /// What stands beneath, as wide as the row, or null.
  default @Nullable Region below() {
    return null;
  }

  /// Puts the focus where editing goes on.
  default void focus() {
    input().requestFocus();
  }

  /// Goes to the next way to look at the value, where there are several.
  default void lookOtherwise() {}
}
