package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The window's own keys, so that each is written down once: where it works, where it is shown and
/// in the list that F1 opens.
enum Shortcut {
  PALETTE(KeyCode.K, KeyCombination.SHORTCUT_DOWN),
  FILTER_TABLES(KeyCode.L, KeyCombination.SHORTCUT_DOWN),
  REFRESH_TABLES(KeyCode.F5),
  FAVOURITE(KeyCode.D, KeyCombination.SHORTCUT_DOWN),
  DELETE_TABLE(KeyCode.DELETE),
  CLOSE_TAB(KeyCode.W, KeyCombination.SHORTCUT_DOWN),
  NEXT_TAB(KeyCode.TAB, KeyCombination.CONTROL_DOWN),
  PREVIOUS_TAB(KeyCode.TAB, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
  OPEN_CONNECTION(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
  ACTIVITY(KeyCode.J, KeyCombination.SHORTCUT_DOWN),
  THEME(KeyCode.T, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
  HELP(KeyCode.F1);

  private final KeyCodeCombination keys;

  Shortcut(KeyCode code, KeyCombination.Modifier... modifiers) {
    keys = new KeyCodeCombination(code, modifiers);
  }

  KeyCodeCombination keys() {
    return keys;
  }

  String label() {
    return Messages.text("shell.shortcut." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
