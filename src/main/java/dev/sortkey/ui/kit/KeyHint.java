package dev.sortkey.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/// A shortcut drawn as keycaps, beside what it does.
public final class KeyHint extends HBox {
  private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");

  public KeyHint(KeyCombination combination) {
    super(3);
    getStyleClass().add("sk-keys");
    setAlignment(Pos.CENTER);
    for (String cap : caps(combination)) {
      var label = new Label(cap);
      label.getStyleClass().add("sk-key");
      getChildren().add(label);
    }
    setMouseTransparent(true);
    setMinWidth(USE_PREF_SIZE);
  }

  /// The shortcut in words, for tooltips and screen readers: `Ctrl+Enter`.
  public static String words(KeyCombination combination) {
    return String.join("+", caps(combination)).replace("↵", "Enter").replace("⇧", "Shift");
  }

  private static List<String> caps(KeyCombination combination) {
    List<String> caps = new ArrayList<>();
    if (combination.getShortcut() == KeyCombination.ModifierValue.DOWN) {
      caps.add(MAC ? "⌘" : "Ctrl");
    }
    if (combination.getControl() == KeyCombination.ModifierValue.DOWN) {
      caps.add("Ctrl");
    }
    if (combination.getAlt() == KeyCombination.ModifierValue.DOWN) {
      caps.add("Alt");
    }
    if (combination.getShift() == KeyCombination.ModifierValue.DOWN) {
      caps.add("⇧");
    }
    if (combination instanceof KeyCodeCombination code) {
      caps.add(
          switch (code.getCode()) {
            case ENTER -> "↵";
            case ESCAPE -> "Esc";
            case COMMA -> ",";
            case DELETE -> "Del";
            case SPACE -> "Space";
            case UP -> "↑";
            case DOWN -> "↓";
            case OPEN_BRACKET -> "[";
            case CLOSE_BRACKET -> "]";
            case KeyCode other -> other.getName();
          });
    }
    return caps;
  }
}
