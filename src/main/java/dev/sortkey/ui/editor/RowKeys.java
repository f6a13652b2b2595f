package dev.sortkey.ui.editor;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys of the editor, in one place so that hints and handlers agree.
final class RowKeys {
  static final KeyCombination ADD = new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination ADD_INSIDE =
      new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination SAVE_NOW =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination CONFIRM =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination BACK = new KeyCodeCombination(KeyCode.ESCAPE);
  static final KeyCombination FORMAT =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination SWITCH =
      new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination TYPE = new KeyCodeCombination(KeyCode.F4);
  static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
  static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
  static final KeyCombination RENAME = new KeyCodeCombination(KeyCode.F2);
  static final KeyCombination REMOVE =
      new KeyCodeCombination(KeyCode.DELETE, KeyCombination.ALT_DOWN);
  static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.ALT_DOWN);

  static final KeyCombination STEP_BACK =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination STEP_AGAIN =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  static final KeyCombination LOOK = new KeyCodeCombination(KeyCode.F3);
  static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination PASTE_JSON =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private RowKeys() {}
}
