package dev.sortkey.ui.workbench;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/// One page of a table's tab. Built when it is first looked at, kept until the tab closes.
public interface Section {
  Parent node();

  /// What the page puts into the table's head beside refresh and the menu.
  default List<Node> actions() {
    return List.of();
  }

  /// True while something typed would be lost by closing.
  ObservableValue<Boolean> unsaved();

  /// Goes to a place within the page.
  default void go(Destination destination) {}

  /// Called each time the page comes to the front; it should put the focus where work goes on.
  void shown();

  /// Reads anew what the page shows.
  void refresh();

  /// Cancels the page's jobs and lets go of its listeners.
  void closed();
}
