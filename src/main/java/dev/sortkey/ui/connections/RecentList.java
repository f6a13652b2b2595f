package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.Connections;
import dev.sortkey.ui.kit.Controls;
import java.net.URI;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The connections used last, each a click away.
final class RecentList extends VBox {
  private final StartViewModel model;
  private final RowList rows = new RowList(Messages.text("connections.recent"));
  private final VBox none;

  RecentList(StartViewModel model) {
    this.model = model;
    Label title = Controls.label(Messages.text("connections.recent"), "sk-start-heading");
    Label nothing = Controls.label(Messages.text("connections.recent.none"), "sk-strong");
    Label next = Controls.label(Messages.text("connections.recent.none.detail"), "sk-secondary");
    next.setWrapText(true);
    none = new VBox(4, nothing, next);
    none.getStyleClass().add("sk-start-none");
    rows.setId("recent");
    getChildren().addAll(title, none, rows);
    model.remembered().connectionsProperty().subscribe(this::fill);
  }

  private void fill(Connections known) {
    rows.setRows(known.recent().stream().map(Recent::new).toList());
    Controls.show(none, known.recent().isEmpty());
    Controls.show(rows, !known.recent().isEmpty());
  }

  private final class Recent extends RowList.Row {
    private final Connections.Recent recent;

    private Recent(Connections.Recent recent) {
      this.recent = recent;
      Connection connection = recent.connection();
      Environment environment = model.remembered().environment(connection.id());
      String when = model.remembered().when(recent.lastUsed());
      getStyleClass().add("sk-start-recent");
      setAccessibleText(
          Messages.text(
              "connections.recent.row",
              connection.name(),
              Environments.word(environment),
              where(connection),
              when));
      Label name = Controls.label(connection.name(), "sk-medium");
      Label where = Controls.label(where(connection), "sk-secondary");
      var words = new VBox(name, where);
      words.setMinWidth(0);
      words.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(words, Priority.ALWAYS);
      Label time = Controls.label(when, "sk-secondary");
      time.setMinWidth(USE_PREF_SIZE);
      var line = new HBox(10, Environments.dot(environment), words, time);
      line.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(line);
      setAlignment(Pos.CENTER_LEFT);
      setOnMouseClicked(event -> {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
          activate();
        }
      });
      var open = new MenuItem(Messages.text("connections.open"));
      open.setAccelerator(new KeyCodeCombination(KeyCode.ENTER));
      open.setOnAction(_ -> activate());
      var forget = new MenuItem(Messages.text("connections.recent.forget"));
      forget.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
      forget.setOnAction(_ -> remove());
      var menu = new ContextMenu(open, forget);
      setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
    }

    @Override
    void activate() {
      model.open(recent);
    }

    @Override
    void remove() {
      model.remembered().forget(recent.connection().id());
    }
  }

  private static String where(Connection connection) {
    URI endpoint = connection.endpoint();
    return switch (connection.kind()) {
      case SANDBOX -> Messages.text("connections.recent.here");
      case PROFILE -> Messages.text("connections.recent.profile", connection.region());
      case ENDPOINT -> (endpoint == null ? "" : endpoint.getScheme() + " · ") + connection.region();
    };
  }
}
