package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The whole table once more, in words, before it is created.
final class ReviewPage extends VBox {
  private final CreateTableViewModel model;
  private final GridPane lines = new GridPane();

  ReviewPage(CreateTableViewModel model) {
    this.model = model;
    var name = new ColumnConstraints(160);
    name.setHalignment(HPos.LEFT);
    lines.getColumnConstraints().add(name);
    lines.setVgap(8);
    lines.setHgap(16);
    getChildren().add(Pages.page("review", lines));
    model.revisionProperty().addListener(_ -> refresh());
    refresh();
  }

  private void refresh() {
    lines.getChildren().clear();
    TableDraft draft = model.draft();
    line("createtable.summary.table", draft.name(), true);
    line("createtable.partition", keys(draft.keys().partition()), true);
    line("createtable.sort", keys(draft.keys().sort()), true);
    line("createtable.summary.capacity", SummaryView.capacity(model), false);
    line(
        "createtable.step.protection",
        Messages.text(
            draft.deletionProtection()
                ? "createtable.protection.on"
                : "createtable.protection.off"),
        false);
    for (TableDraft.IndexDraft index : draft.indexes()) {
      line(
          "createtable.review." + index.kind().name().toLowerCase(Locale.ROOT), index.name(), true);
      more(
          Messages.text(
              "createtable.review.index",
              keys(index.keys().all()),
              projection(index.projection())));
    }
    if (draft.capacity() instanceof Capacity.Provisioned && !draft.indexes().isEmpty()) {
      more(Messages.text("createtable.review.index-units"));
    }
  }

  private void line(String label, String value, boolean mono) {
    int row = lines.getRowCount();
    lines.add(Controls.label(Messages.text(label), "sk-muted"), 0, row);
    Label text =
        Controls.label(value.isEmpty() ? Messages.text("createtable.summary.none") : value);
    if (mono) {
      text.getStyleClass().add("sk-mono");
    }
    text.setWrapText(true);
    lines.add(text, 1, row);
  }

  private void more(String text) {
    Label label = Controls.label(text, "sk-secondary");
    label.setWrapText(true);
    lines.add(label, 1, lines.getRowCount());
  }

  private static String keys(List<KeyAttribute> keys) {
    return keys.stream()
        .filter(key -> !key.name().isEmpty())
        .map(key -> key.name() + " (" + key.type() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String projection(Projection projection) {
    String kind =
        Messages.text(
            "createtable.projection." + projection.kind().name().toLowerCase(Locale.ROOT));
    return projection.included().isEmpty()
        ? kind
        : kind + ": " + String.join(", ", projection.included());
  }
}
