package dev.sortkey.ui.items;

import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Reasons;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The run of a bulk edit within a dialog: its budget, the table's name to confirm it, and how far
/// it is.
final class BulkRunPane extends VBox {
  private static final double NAME = 220;

  private final BulkRunViewModel model;
  private final HBox asked;
  private final Label far = Controls.label("", "sk-secondary");
  private final Reasons reasons = new Reasons("bulk-reasons", Messages.text("items.bulk.reasons"));
  private final Button run = Controls.primary(Messages.text("items.bulk.run"), null, null);
  private final Button pause = Controls.button(Messages.text("items.bulk.pause"), null, null);
  private boolean shown = true;
  private boolean ready = true;

  /// @param start begins the run or goes on with it
  BulkRunPane(BulkRunViewModel model, Runnable start) {
    super(10);
    this.model = model;
    run.setId("bulk-run");
    run.setOnAction(_ -> start.run());
    pause.setId("bulk-pause");
    pause.setOnAction(_ -> model.pause());
    TextField rate = field("bulk-rate");
    rate.setPrefWidth(70);
    rate.setAccessibleText(Messages.text("items.bulk.rate"));
    rate.textProperty().bindBidirectional(model.rateProperty());
    TextField name = field("bulk-name");
    name.setPrefWidth(NAME);
    name.setPromptText(model.table());
    name.setAccessibleText(Messages.text("items.bulk.confirm", model.table()));
    name.textProperty().bindBidirectional(model.typedNameProperty());
    asked =
        new HBox(
            8,
            Controls.label(Messages.text("items.bulk.rate"), "sk-secondary"),
            rate,
            Controls.spring(),
            Controls.label(Messages.text("items.bulk.confirm", model.table()), "sk-secondary"),
            name);
    asked.setAlignment(Pos.CENTER_LEFT);
    far.setId("bulk-far");
    far.setWrapText(true);
    getChildren().addAll(asked, far, reasons);
    model.typedNameProperty().subscribe(_ -> draw());
    model.runningProperty().subscribe(_ -> draw());
    model.standingProperty().subscribe(_ -> draw());
    model.problemProperty().subscribe(_ -> draw());
  }

  Button run() {
    return run;
  }

  Button pause() {
    return pause;
  }

  /// @param can whether there is something to be run
  void show(boolean on, boolean can) {
    shown = on;
    ready = can;
    draw();
  }

  private void draw() {
    boolean busy = model.runningProperty().get();
    Controls.show(asked, shown);
    Controls.show(run, shown && !busy && !model.ended());
    Controls.show(pause, busy);
    run.setText(Messages.text(model.begun() ? "items.bulk.go-on" : "items.bulk.run"));
    run.setDisable(!ready || !model.confirmed() || model.ended());
    BulkRun.Standing standing = model.standingProperty().get();
    Problem problem = model.problemProperty().get();
    far.getStyleClass().setAll("label", problem == null ? "sk-secondary" : "sk-error-text");
    far.setText(
        (standing == null ? "" : far(standing))
            + (problem == null ? "" : " " + problem.title() + " " + problem.detail()));
    Controls.show(far, !far.getText().isEmpty());
    reasons.show(standing == null ? List.of() : standing.reasons());
    Controls.show(this, shown || far.isVisible());
  }

  private static String far(BulkRun.Standing standing) {
    return Messages.text(
        standing.ended() ? "items.bulk.ended" : "items.bulk.far",
        standing.read(),
        standing.changed(),
        standing.same() + standing.unfit(),
        standing.conflicts(),
        standing.failed(),
        String.format(Locale.ENGLISH, "%.1f", standing.writeUnits()));
  }

  private static TextField field(String id) {
    var field = new TextField();
    field.setId(id);
    field.getStyleClass().add("sk-mono");
    return field;
  }
}
