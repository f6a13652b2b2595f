package dev.sortkey.ui.shell;

import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.KeyHint;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// An action of the window at the foot of the start page's column, with its keys at the right.
final class StartAction {
  private StartAction() {}

  static Button of(String name, Shortcut shortcut, Feather icon, Runnable run) {
    Button button = Controls.flat(name, icon, shortcut.keys());
    button.getStyleClass().add("sk-nav");
    button.setMaxWidth(Double.MAX_VALUE);
    var line =
        new HBox(
            8,
            Icons.of(icon),
            Controls.label(name),
            Controls.spring(),
            new KeyHint(shortcut.keys()));
    line.setAlignment(Pos.CENTER_LEFT);
    line.prefWidthProperty().bind(button.widthProperty().subtract(18));
    button.setMinWidth(0);
    button.setGraphic(line);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setOnAction(_ -> run.run());
    return button;
  }
}
