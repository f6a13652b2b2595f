package dev.sortkey.ui;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Types characters: the robot only knows keys, and which character a key gives depends on the
/// keyboard.
final class Typist {
  private Typist() {}

  /// Sends the events of one typed character to the focus owner; on the FX thread.
  static void type(char c) {
    Window window =
        Window.getWindows().stream()
            .filter(Window::isFocused)
            .filter(focused -> focused.getScene().getFocusOwner() != null)
            .reduce((_, last) -> last)
            .orElseGet(() -> Window.getWindows().getLast());
    Node focus = window.getScene().getFocusOwner();
    if (focus == null) {
      throw new AssertionError("nothing has the focus to type '" + c + "' into");
    }
    String text = String.valueOf(c);
    Event.fireEvent(
        focus,
        new KeyEvent(
            KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false));
  }
}
