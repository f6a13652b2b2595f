package dev.sortkey.ui.shell;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Names the connection in front and, pressed, offers the others.
final class ConnectionHead extends Button {
  private final ShellViewModel shell;
  private final Workspace workspace;

  ConnectionHead(ShellViewModel shell, Workspace workspace) {
    this.shell = shell;
    this.workspace = workspace;
    setId("connection");
    getStyleClass().add("sk-connection-head");
    setMaxWidth(Double.MAX_VALUE);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    workspace.caution().environmentProperty().subscribe(_ -> fill());
    setOnAction(_ -> menu().show(this, Side.BOTTOM, 8, -2));
  }

  private void fill() {
    Connection connection = workspace.connection();
    setAccessibleText(
        Messages.text("shell.connection.switch", connection.name(), place(connection)));
    Label name = Controls.label(connection.name(), "sk-strong");
    Label place = Controls.label(place(connection), "sk-secondary");
    var words = new VBox(name, place);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row =
        new HBox(
            10,
            Controls.dot(styleClass(connection.environment())),
            words,
            Icons.of(Feather.CHEVRON_DOWN));
    row.setAlignment(Pos.CENTER_LEFT);
    row.prefWidthProperty().bind(widthProperty().subtract(24));
    setGraphic(row);
  }

  /// "Staging · eu-west-1".
  static String place(Connection connection) {
    String environment = SidebarView.environment(connection.environment());
    return Messages.text(
        "shell.place",
        environment,
        connection.kind() == Connection.Kind.SANDBOX
            ? Messages.text("shell.place.here")
            : connection.region());
  }

  static String styleClass(Environment environment) {
    return "sk-env-" + environment.name().toLowerCase(Locale.ROOT);
  }

  private ContextMenu menu() {
    var menu = new ContextMenu();
    for (Workspace open : shell.workspaces()) {
      Connection connection = open.connection();
      var item =
          new MenuItem(
              Messages.text("shell.connection.line", connection.name(), place(connection)),
              Controls.dot(styleClass(connection.environment())));
      item.setDisable(open == workspace);
      item.setOnAction(_ -> shell.show(open));
      menu.getItems().add(item);
    }
    var another = new MenuItem(Messages.text("shell.connection.another"));
    another.setId("open-another");
    another.setAccelerator(Shortcut.OPEN_CONNECTION.keys());
    another.setOnAction(_ -> shell.showStart());
    var close =
        new MenuItem(Messages.text("shell.connection.close", workspace.connection().name()));
    close.setId("close-connection");
    close.setOnAction(_ -> shell.close(workspace));
    menu.getItems().addAll(new SeparatorMenuItem(), environments(), writes(), another, close);
    return menu;
  }

  private Menu environments() {
    Environment now = workspace.connection().environment();
    var menu = new Menu(Messages.text("shell.connection.environment"));
    menu.setId("connection-environment");
    for (Environment environment : Environment.values()) {
      var item =
          new MenuItem(SidebarView.environment(environment), Controls.dot(styleClass(environment)));
      item.setDisable(environment == now);
      item.setOnAction(_ -> workspace.caution().environment(environment));
      menu.getItems().add(item);
    }
    return menu;
  }

  private MenuItem writes() {
    boolean readOnly = workspace.caution().readOnlyProperty().get();
    var item =
        new MenuItem(Messages.text(readOnly ? "shell.writes.allow.dots" : "shell.writes.forbid"));
    item.setId("connection-writes");
    item.setOnAction(_ -> {
      if (readOnly) {
        workspace.askToAllowWrites();
      } else {
        workspace.caution().forbidWrites();
      }
    });
    return item;
  }
}
