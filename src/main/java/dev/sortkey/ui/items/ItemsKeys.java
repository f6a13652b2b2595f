package dev.sortkey.ui.items;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The shortcuts of the items panel, in one place so that each is shown where it works.
final class ItemsKeys {
  static final KeyCombination RUN = shortcut(KeyCode.ENTER);
  static final KeyCombination ANYWAY =
      new KeyCodeCombination(
          KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination CODE =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination WAYS =
      new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination SENT =
      new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
  static final KeyCombination CREATE = shortcut(KeyCode.N);
  static final KeyCombination DUPLICATE = shortcut(KeyCode.D);
  static final KeyCombination EXPORT = shortcut(KeyCode.E);
  static final KeyCombination FIND = shortcut(KeyCode.F);
  static final KeyCombination FIND_NEXT = new KeyCodeCombination(KeyCode.F3);
  static final KeyCombination FIND_PREVIOUS =
      new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);
  static final KeyCombination BACKWARDS =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN);

  /// Beside that of the shell's filter of tables.
  static final KeyCombination FILTER =
      new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  static final KeyCombination COPY = shortcut(KeyCode.C);
  static final KeyCombination COPY_JSON =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination PASTE = shortcut(KeyCode.V);
  static final KeyCombination TURN = shortcut(KeyCode.T);
  static final KeyCombination BULK = shortcut(KeyCode.B);
  static final KeyCombination DELETE_NOW =
      new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHIFT_DOWN);
  static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);

  private ItemsKeys() {}

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
