package dev.sortkey.ui.shell;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Says in the status bar whether the connection may write, and changes it: back to read-only at
/// once, the other way after a question.
final class WritesButton extends Button {
  private final Workspace workspace;

  WritesButton(Workspace workspace) {
    this.workspace = workspace;
    setId("writes");
    getStyleClass().add("sk-status-button");
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> {
      if (workspace.caution().readOnlyProperty().get()) {
        workspace.askToAllowWrites();
      } else {
        workspace.caution().forbidWrites();
      }
    });
  }

  /// Follows the connection until the subscription ends.
  Subscription follow() {
    Caution caution = workspace.caution();
    return Subscription.combine(
        caution.readOnlyProperty().subscribe(_ -> show()),
        caution.environmentProperty().subscribe(_ -> show()));
  }

  private void show() {
    Caution caution = workspace.caution();
    boolean readOnly = caution.readOnlyProperty().get();
    String word = Messages.text(readOnly ? "shell.writes.read-only" : "shell.writes.allowed");
    String tip =
        Messages.text(readOnly ? "shell.writes.read-only.tip" : "shell.writes.allowed.tip");
    setText(word);
    setGraphic(Icons.small(readOnly ? Feather.LOCK : Feather.UNLOCK));
    setTooltip(new Tip(tip));
    setAccessibleText(word + ". " + tip);
    getStyleClass().remove("sk-warning");
    if (!readOnly && caution.isProduction()) {
      getStyleClass().add("sk-warning");
    }
  }
}
