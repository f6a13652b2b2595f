package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks before writes are allowed on a read-only connection; for production its name is typed.
final class WritesDialog {
  private WritesDialog() {}

  static Node of(String connection, boolean production, Runnable close, Runnable allow) {
    Button cancel = Controls.button(Messages.text("shell.writes.cancel"), null, null);
    cancel.setId("writes-cancel");
    cancel.setOnAction(_ -> close.run());
    Button go = Controls.button(Messages.text("shell.writes.allow"), Feather.UNLOCK, null);
    go.setId("writes-allow");
    go.getStyleClass().add("sk-danger");
    go.setOnAction(_ -> {
      close.run();
      allow.run();
    });
    String detail = production ? "shell.writes.production" : "shell.writes.other";
    var body = new VBox(12, wrapped(Messages.text(detail, connection), "sk-text"));
    if (production) {
      var field = new TextField();
      field.setId("writes-name");
      field.getStyleClass().add("sk-mono");
      field.setPromptText(connection);
      field.setAccessibleText(Messages.text("shell.writes.type", connection));
      field.setOnAction(_ -> go.fire());
      go.disableProperty().bind(field.textProperty().isNotEqualTo(connection));
      Label ask = wrapped(Messages.text("shell.writes.type", connection), "sk-secondary");
      ask.setLabelFor(field);
      body.getChildren().add(new VBox(6, ask, field));
    }
    return new DialogCard(
        Messages.text("shell.writes.title", connection),
        body,
        cancel,
        production ? Controls.explained(go, Messages.text("shell.writes.type", connection)) : go);
  }

  private static Label wrapped(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    label.setWrapText(true);
    return label;
  }
}
