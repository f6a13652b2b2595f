package dev.sortkey.ui.kit;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A key in one line: its attributes with their types, partition before sort.
public final class KeyLine extends HBox {
  public KeyLine(KeySchema keys) {
    super(6);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    add(keys.partition());
    if (!keys.sort().isEmpty()) {
      getChildren().add(Controls.label("·", "sk-muted"));
      add(keys.sort());
    }
    String words = words(keys);
    setAccessibleText(words);
    Tooltip.install(this, new Tip(words));
  }

  private void add(List<KeyAttribute> attributes) {
    for (KeyAttribute attribute : attributes) {
      Label name = Controls.label(attribute.name(), "sk-mono");
      name.setMinWidth(0);
      getChildren().addAll(name, new TypeBadge(attribute.type().attrType()));
    }
  }

  /// The key in words: `partition key CustomerID (String), sort key OrderDate (String)`.
  public static String words(KeySchema keys) {
    String partition = Messages.text("kit.key.partition", named(keys.partition()));
    return keys.sort().isEmpty()
        ? partition
        : partition + ", " + Messages.text("kit.key.sort", named(keys.sort()));
  }

  private static String named(List<KeyAttribute> attributes) {
    return attributes.stream()
        .map(attribute ->
            attribute.name() + " (" + TypeBadge.typeName(attribute.type().attrType()) + ")")
        .collect(Collectors.joining(", "));
  }
}
