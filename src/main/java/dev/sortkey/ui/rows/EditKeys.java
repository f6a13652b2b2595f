package dev.sortkey.ui.rows;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The shortcuts of rows that are edited, the same wherever rows are.
public final class EditKeys {
  public static final KeyCombination EDIT = new KeyCodeCombination(KeyCode.ENTER);
  public static final KeyCombination CELL = new KeyCodeCombination(KeyCode.F2);
  public static final KeyCombination PEEK = new KeyCodeCombination(KeyCode.SPACE);
  public static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
  public static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  public static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  public static final KeyCombination REVIEW =
      new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private EditKeys() {}
}
