package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.ProblemBanner;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/// Asks before items are deleted, naming each, and says afterwards what could not be deleted.
final class DeletionDialog {
  private static final int ROW = 24;
  private static final int MOST_ROWS = 8;

  private final DeletionViewModel deletion;
  private final Runnable close;
  private final Label words = Controls.label("");
  private final ListView<String> list = new ListView<>();
  private final ProblemBanner banner = new ProblemBanner(this::remedy);
  private final Button cancel =
      Controls.button(Messages.text("items.delete.cancel"), null, ItemsKeys.CANCEL);
  private final Button delete;

  DeletionDialog(DeletionViewModel deletion, Runnable close) {
    this.deletion = deletion;
    this.close = close;
    delete = Controls.button(Messages.text("items.delete.confirm", deletion.count()), null, null);
    delete.setId("confirm-delete");
    delete.getStyleClass().add("sk-danger");
    delete.setOnAction(_ -> deletion.confirm());
    delete.disableProperty().bind(deletion.busyProperty());
    cancel.setId("cancel-delete");
    cancel.setOnAction(_ -> leave());
    words.setWrapText(true);
    words.setText(Messages.text("items.delete.words", deletion.count()));
    list.setFixedCellSize(ROW);
    list.getStyleClass().addAll("sk-mono", "sk-deletion-list");
    list.setFocusTraversable(false);
    show(deletion.keys());
    deletion.reportProperty().addListener((_, _, _) -> report());
    deletion.problemProperty().addListener((_, _, now) -> banner.show(now));
  }

  DialogCard node() {
    return new DialogCard(
        Messages.text("items.delete.title", deletion.count()),
        new VBox(10, banner, words, list),
        cancel,
        delete);
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      deletion.confirm();
    }
  }

  private void leave() {
    if (deletion.busyProperty().get()) {
      deletion.cancel();
    } else {
      close.run();
    }
  }

  private void report() {
    List<String> failures = deletion.failures();
    if (failures.isEmpty()) {
      close.run();
      return;
    }
    words.setText(
        Messages.text("items.delete.report", deletion.count() - failures.size(), failures.size()));
    Controls.show(delete, false);
    cancel.setText(Messages.text("items.delete.close"));
    show(failures);
  }

  private void show(List<String> lines) {
    list.getItems().setAll(lines);
    double height = Math.min(lines.size(), MOST_ROWS) * (double) ROW + 10;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
  }
}
