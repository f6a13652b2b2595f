package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Environment;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;

/// Shows environments, each with its dot and its word, and lets one be chosen.
final class Environments {
  private Environments() {}

  static String word(Environment environment) {
    return Messages.text("connections.environment." + environment.name().toLowerCase(Locale.ROOT));
  }

  static Node dot(Environment environment) {
    return Controls.dot("sk-env-" + environment.name().toLowerCase(Locale.ROOT));
  }

  /// The environment as a button that opens a menu of all.
  static Button chooser(Environment now, String of, Consumer<Environment> choose) {
    Button button = Controls.flat(word(now), null, null);
    button.getStyleClass().add("sk-start-environment");
    if (now == Environment.NONE) {
      button.getStyleClass().add("sk-none");
    } else {
      button.setGraphic(dot(now));
    }
    button.setAccessibleText(Messages.text("connections.environment.of", word(now), of));
    button.setOnAction(_ -> {
      var menu = new ContextMenu();
      for (Environment environment : Environment.values()) {
        var item = new MenuItem(word(environment), dot(environment));
        item.setOnAction(_ -> choose.accept(environment));
        menu.getItems().add(item);
      }
      menu.show(button, Side.BOTTOM, 0, 2);
    });
    return button;
  }

  static ComboBox<Environment> combo() {
    var combo = new ComboBox<Environment>();
    combo.getItems().setAll(Environment.values());
    combo.setCellFactory(_ -> new Cell());
    combo.setButtonCell(new Cell());
    combo.setAccessibleText(Messages.text("connections.environment"));
    return combo;
  }

  private static final class Cell extends ListCell<Environment> {
    @Override
    protected void updateItem(Environment environment, boolean empty) {
      super.updateItem(environment, empty);
      boolean blank = empty || environment == null;
      setText(blank ? null : word(environment));
      setGraphic(blank || environment == Environment.NONE ? null : dot(environment));
      setGraphicTextGap(8);
    }
  }
}
