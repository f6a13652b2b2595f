package dev.sortkey.ui.items;

import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says what an unfinished bulk edit does and to which items, and goes on with it.
final class UnfinishedDialog {
  private static final double WIDTH = 820;

  private final DialogCard node;

  UnfinishedDialog(RunHead head, BulkRunViewModel model, Runnable close) {
    var pane = new BulkRunPane(model, model::goOn);
    Button cancel = Controls.button(Messages.text("items.bulk.close"), null, null);
    cancel.setId("bulk-close");
    cancel.setOnAction(_ -> {
      model.pause();
      close.run();
    });
    Label words = Controls.label(BulkWords.of(head.edit()), "sk-strong");
    words.setId("bulk-words");
    words.setWrapText(true);
    Label which = Controls.label(which(head), "sk-secondary");
    which.setWrapText(true);
    Label safe = Controls.label(Messages.text("items.unfinished.safe"), "sk-secondary");
    safe.setWrapText(true);
    node =
        new DialogCard(
            Messages.text("items.unfinished.title", head.table()),
            new VBox(10, words, which, safe, pane),
            cancel,
            pane.pause(),
            pane.run());
    node.setPrefWidth(WIDTH);
  }

  Node node() {
    return node;
  }

  private static String which(RunHead head) {
    ReadPlan plan = head.plan();
    String begun = UnfinishedBar.moment(head.begun());
    return plan.index() == null
        ? Messages.text("items.unfinished.which", begun, plan.reason())
        : Messages.text("items.unfinished.which-index", begun, plan.reason(), plan.index());
  }
}
