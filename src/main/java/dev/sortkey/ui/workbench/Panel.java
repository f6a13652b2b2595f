package dev.sortkey.ui.workbench;

import dev.sortkey.ui.kit.ProblemBanner;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// What a tab holds.
public interface Panel {
  ObservableValue<String> title();

  Feather icon();

  Parent node();

  /// True while something typed would be lost by closing; the tab then shows a dot and asks first.
  ObservableValue<Boolean> unsaved();

  /// Goes to another place within the panel, when one was asked for that shares its tab.
  default void go(Destination destination) {}

  /// Where the panel is now, for coming back to it.
  default Destination place(Destination opened) {
    return opened;
  }

  /// Called each time the panel comes to the front; it should put the focus where work goes on.
  void shown();

  /// Called when the person has signed in again: what failed for want of it is read anew.
  default void signedIn() {
    ProblemBanner.signedIn(node());
  }

  /// Cancels the panel's jobs and lets go of its listeners.
  void closed();
}
