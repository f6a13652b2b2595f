package dev.sortkey.ui.editor;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/// The colours that style classes stand for. The code area would ask the stylesheet for each piece
/// of each line at each letter typed; here it is asked once, by a text that is empty.
final class Inks extends Group {
  private final Map<String, StyleAttributeMap> known = new HashMap<>();
  private final Runnable changed;

  /// @param changed called when the theme has other colours
  Inks(Runnable changed) {
    this.changed = changed;
    setManaged(false);
  }

  StyleAttributeMap of(String style) {
    StyleAttributeMap ink = known.get(style);
    if (ink == null) {
      var probe = new Text();
      probe.getStyleClass().add(style);
      getChildren().add(probe);
      probe.applyCss();
      ink = read(probe);
      known.put(style, ink);
      probe
          .fillProperty()
          .addListener((_, _, _) -> {
            known.put(style, read(probe));
            changed.run();
          });
    }
    return ink;
  }

  private static StyleAttributeMap read(Text probe) {
    return probe.getFill() instanceof Color colour
        ? StyleAttributeMap.builder().setTextColor(colour).build()
        : StyleAttributeMap.EMPTY;
  }
}
