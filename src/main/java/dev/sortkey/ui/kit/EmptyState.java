package dev.sortkey.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What an empty pane says: an icon, one line, one thing to do next.
public final class EmptyState extends VBox {
  public EmptyState(Feather icon, String title, String detail, @Nullable Node action) {
    super(6);
    getStyleClass().add("sk-empty");
    setPickOnBounds(false);
    setAlignment(Pos.CENTER);
    var symbol = Icons.large(icon);
    Label line = Controls.label(title, "sk-section");
    Label more = Controls.label(detail, "sk-muted");
    for (Label label : new Label[] {line, more}) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
    }
    getChildren().addAll(symbol, line, more);
    if (action != null) {
      getChildren().add(action);
      VBox.setMargin(action, new Insets(6, 0, 0, 0));
    }
  }
}
