package dev.sortkey.ui.kit;

import java.util.List;
import javafx.scene.control.TextArea;

/// What was left undone and why, a line each, to be scrolled and copied; not there when there is
/// nothing to say.
public final class Reasons extends TextArea {
  private static final int ROWS = 4;

  /// @param name what it is to someone who does not see it
  public Reasons(String id, String name) {
    setId(id);
    setAccessibleText(name);
    getStyleClass().add("sk-reasons");
    setEditable(false);
    setWrapText(true);
    setPrefRowCount(ROWS);
    setMinHeight(USE_PREF_SIZE);
    show(List.of());
  }

  public void show(List<String> reasons) {
    String text = String.join("\n", reasons);
    if (!text.equals(getText())) {
      setText(text);
    }
    Controls.show(this, !reasons.isEmpty());
  }
}
