package dev.sortkey.ui.kit;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import java.util.Locale;
import javafx.scene.control.Label;

/// The type of an attribute in its colour.
public final class TypeBadge extends Label {
  public TypeBadge(AttrType type) {
    getStyleClass().add("sk-badge");
    setMinWidth(USE_PREF_SIZE);
    setType(type);
  }

  public void setType(AttrType type) {
    getStyleClass().removeIf(style -> style.startsWith("sk-type-"));
    getStyleClass().add("sk-type-" + type.name().toLowerCase(Locale.ROOT));
    setText(type.name());
    setAccessibleText(typeName(type));
  }

  /// The type in words: `String set`.
  public static String typeName(AttrType type) {
    return Messages.text("kit.type." + type.name().toLowerCase(Locale.ROOT));
  }
}
