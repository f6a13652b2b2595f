package dev.sortkey.ui.partiql;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.editor.DiffView;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Shows what statements would change, and asks.
final class WriteDialog {
  private static final double WIDTH = 720;
  private static final double ROW = 32;
  private static final double MOST = 420;

  private final Node node;

  WriteDialog(Pending pending, Runnable run, Runnable cancel) {
    var body = new VBox(10);
    for (Pending.Write write : pending.writes()) {
      Label words = Controls.label(write.words(), "sk-medium");
      words.setWrapText(true);
      Label statement =
          Controls.label(write.statement().strip().replaceAll("\\s+", " "), "sk-mono-small");
      statement.setWrapText(true);
      body.getChildren().addAll(words, statement);
      if (write.diff() != null && !write.diff().isEmpty()) {
        var diff = new DiffView(write.diff());
        diff.setPrefHeight(Math.min(260, (write.diff().changes().size() + 1.2) * ROW + 10));
        body.getChildren().add(diff);
      }
    }
    Label guard = Controls.label(Messages.text("partiql.write.guard"), "sk-secondary");
    guard.setWrapText(true);
    guard.setMinHeight(Label.USE_PREF_SIZE);
    body.getChildren().add(guard);
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST);
    scroll.getStyleClass().add("sk-ways-list");
    Button back = Controls.button(Messages.text("partiql.write.cancel"), null, null);
    back.setOnAction(_ -> cancel.run());
    Button go =
        Controls.primary(Messages.text("partiql.write.run", pending.writes().size()), null, null);
    go.setId("confirm-write");
    go.setOnAction(_ -> run.run());
    var card = new DialogCard(Messages.text("partiql.write.title"), scroll, back, go);
    card.setPrefWidth(WIDTH);
    node = card;
  }

  Node node() {
    return node;
  }
}
