package dev.sortkey.ui.snapshots;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.snapshot.RestoreReport;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a restore brought: items, the refused ones with their reasons, and each setting.
final class RestoreReportDialog extends StackPane {
  private static final double WIDTH = 620;
  private static final int LONGEST = 200;

  RestoreReportDialog(Finding.Restored restored, Desk desk) {
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    RestoreReport report = restored.report();
    var body = new VBox(12, wrapped(restored.sentence(), "sk-text"));
    if (report.ended() != null) {
      body.getChildren()
          .add(wrapped(report.ended().title() + ". " + report.ended().detail(), "sk-error-text"));
    }
    var steps = new VBox(4);
    for (RestoreReport.Step step : report.steps()) {
      String name = DetailLines.name(step.setting());
      steps
          .getChildren()
          .add(
              step.failure() == null
                  ? wrapped(Messages.text("snapshots.report.set", name), "sk-text")
                  : wrapped(
                      Messages.text("snapshots.report.not-set", name, step.failure()),
                      "sk-warning-text"));
    }
    if (!report.steps().isEmpty()) {
      body.getChildren().add(steps);
    }
    if (!report.refused().isEmpty()) {
      body.getChildren()
          .add(
              Controls.label(
                  Messages.text("snapshots.report.refused", report.refused().size()),
                  "sk-secondary"));
      body.getChildren().add(refused(report.refused()));
    }
    Button close = Controls.button(Messages.text("snapshots.close"), null, null);
    close.setOnAction(_ -> desk.workbench().closeDialog());
    List<Button> others = new ArrayList<>();
    if (!report.whole()) {
      Button delete = Controls.button(Messages.text("snapshots.report.delete"), null, null);
      delete.getStyleClass().add("sk-danger");
      delete.setOnAction(_ -> {
        desk.workbench().closeDialog();
        desk.workbench().deleteTable(report.table());
      });
      others.add(delete);
    }
    Button open = Controls.primary(Messages.text("snapshots.report.open"), null, null);
    open.setId("restored-open");
    open.setOnAction(_ -> {
      desk.workbench().closeDialog();
      desk.workbench().open(Destination.items(report.table()));
    });
    others.add(open);
    var card =
        new DialogCard(
            Messages.text("snapshots.report.title", report.table()),
            body,
            close,
            others.toArray(Button[]::new));
    card.setPrefWidth(WIDTH);
    getChildren().add(card);
  }

  private static ListView<RestoreReport.Refused> refused(List<RestoreReport.Refused> all) {
    var list = new ListView<RestoreReport.Refused>();
    list.setId("refused-items");
    list.setAccessibleText(Messages.text("snapshots.report.refused", all.size()));
    list.getItems().setAll(all);
    list.setPrefHeight(Math.min(220, 44 * all.size() + 2));
    list.setCellFactory(_ ->
        new ListCell<>() {
          @Override
          protected void updateItem(RestoreReport.@Nullable Refused each, boolean empty) {
            super.updateItem(each, empty);
            setPrefWidth(0);
            setGraphic(empty || each == null ? null : row(each));
          }
        });
    return list;
  }

  private static VBox row(RestoreReport.Refused each) {
    var row = new VBox(2);
    if (each.item() != null) {
      String item = DynamoJson.write(each.item(), false);
      row.getChildren()
          .add(
              Controls.label(
                  item.length() <= LONGEST ? item : item.substring(0, LONGEST) + "…", "sk-mono"));
    }
    row.getChildren().add(wrapped(each.why(), "sk-secondary"));
    return row;
  }

  private static Label wrapped(String text, String style) {
    Label label = Controls.label(text, style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
