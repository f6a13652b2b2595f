package dev.sortkey.ui.backups;

import dev.sortkey.core.snapshot.Comparison;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.editor.DifferencesDialog;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.PagePart;
import dev.sortkey.ui.workbench.Workbench;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The restores begun on this page, step by step; not there while there are none.
final class RestoresCard implements PagePart {
  private final RestoresViewModel model;
  private final Workbench workbench;
  private final Card card = new Card(Messages.text("backups.restores"));
  private final VBox rows = new VBox();

  RestoresCard(RestoresViewModel model, Workbench workbench) {
    this.model = model;
    this.workbench = workbench;
    card.setId("restores");
    card.setFacts(Controls.label(Messages.text("backups.restores.about"), "sk-secondary"));
    card.setContent(rows);
    model.runs().addListener((ListChangeListener<RestoreRun>) _ -> lay());
    lay();
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void refresh() {}

  @Override
  public void closed() {}

  private void lay() {
    rows.getChildren().setAll(model.runs().stream().map(this::row).toList());
    Controls.show(card, !model.runs().isEmpty());
  }

  private Node row(RestoreRun run) {
    var row = new VBox(6);
    row.getStyleClass().add("sk-restore-run");
    run.stateProperty().subscribe(_ -> fill(row, run));
    run.comparedProperty().subscribe(_ -> fill(row, run));
    run.steps().addListener((ListChangeListener<RestoreRun.Step>) _ -> fill(row, run));
    return row;
  }

  private void fill(VBox row, RestoreRun run) {
    RestoreRun.State state = run.stateProperty().get();
    Label name = Controls.label(run.table(), "sk-mono");
    Label from = Controls.label(Messages.text("backups.run.from", run.from()), "sk-secondary");
    from.setMinWidth(0);
    Label word = Controls.label(word(run), "sk-status-word", colour(state));
    word.setMinWidth(Region.USE_PREF_SIZE);
    word.setId("restore-state");
    var head = new HBox(10, name, from, Controls.spring(), word);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().addAll(ways(run, state));
    row.getChildren().setAll(head);
    if (state == RestoreRun.State.RUNNING) {
      var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.setAccessibleText(word(run));
      row.getChildren().add(bar);
    }
    var steps = new FlowPane(16, 4);
    run.steps().forEach(step -> steps.getChildren().add(step(step)));
    row.getChildren().add(steps);
    RestoreRun.Compared compared = run.comparedProperty().get();
    if (compared != null) {
      row.getChildren().add(compared(run, compared));
    }
    run.steps().stream()
        .filter(step -> step.detail() != null)
        .forEach(step -> {
          Label why = Controls.label(step.text() + ": " + step.detail(), "sk-error-text");
          why.setWrapText(true);
          row.getChildren().add(why);
        });
  }

  private Node compared(RestoreRun run, RestoreRun.Compared compared) {
    Comparison found = compared.found();
    Label word =
        Controls.label(
            found.equal()
                ? Messages.text("backups.compare.equal", found.same())
                : Messages.text(
                    "backups.compare.differ",
                    found.same(),
                    found.differing(),
                    found.onlyLeft(),
                    found.onlyRight()),
            "sk-status-word",
            found.equal() ? "sk-success" : "sk-warning");
    word.setId("restore-compared");
    word.setGraphic(Icons.small(found.equal() ? Feather.CHECK_CIRCLE : Feather.INFO));
    var line = new HBox(8, word);
    line.setAlignment(Pos.CENTER_LEFT);
    if (!found.equal()) {
      Button show = Controls.flat(Messages.text("backups.compare.show"), null, null);
      show.setId("restore-differences");
      show.getStyleClass().addAll("sk-link", "sk-small");
      show.setOnAction(_ ->
          workbench.showDialog(
              new DifferencesDialog(
                  compared.keys(),
                  compared.found(),
                  compared.original(),
                  run.table(),
                  Messages.text("backups.compare.about"),
                  workbench::closeDialog)));
      line.getChildren().add(show);
    }
    return line;
  }

  private List<Node> ways(RestoreRun run, RestoreRun.State state) {
    if (state == RestoreRun.State.RUNNING) {
      Button leave = Controls.flat(Messages.text("backups.run.leave"), null, null);
      leave.setId("restore-leave");
      leave.getStyleClass().add("sk-small");
      leave.setOnAction(_ -> model.leave(run));
      return List.of(leave);
    }
    Button away = Controls.icon(Feather.X, Messages.text("backups.run.dismiss"), null);
    away.getStyleClass().add("sk-small");
    away.setOnAction(_ -> model.dismiss(run));
    if (state == RestoreRun.State.FAILED) {
      return List.of(away);
    }
    Button open = Controls.flat(Messages.text("backups.run.open"), null, null);
    open.setId("restore-open");
    open.getStyleClass().addAll("sk-link", "sk-small");
    open.setOnAction(_ -> workbench.open(Destination.items(run.table())));
    return List.of(open, away);
  }

  private static String word(RestoreRun run) {
    return switch (run.stateProperty().get()) {
      case RUNNING -> Messages.text("backups.run.running");
      case DONE -> Messages.text("backups.run.done");
      case PARTLY -> Messages.text("backups.run.partly");
      case FAILED -> Messages.text("backups.run.failed");
      case LEFT -> Messages.text("backups.run.left");
    };
  }

  private static String colour(RestoreRun.State state) {
    return switch (state) {
      case RUNNING -> "sk-warning";
      case DONE -> "sk-success";
      case PARTLY, LEFT -> "sk-warning";
      case FAILED -> "sk-danger";
    };
  }

  private static Node step(RestoreRun.Step step) {
    Label label = Controls.label(step.text(), "sk-run-step");
    label.setGraphic(
        Icons.small(
            switch (step.mark()) {
              case WAITING -> Feather.CIRCLE;
              case RUNNING -> Feather.ROTATE_CW;
              case DONE -> Feather.CHECK;
              case FAILED -> Feather.ALERT_TRIANGLE;
            }));
    label
        .getStyleClass()
        .add(
            switch (step.mark()) {
              case WAITING -> "sk-off";
              case RUNNING -> "sk-running";
              case DONE -> "sk-success";
              case FAILED -> "sk-danger";
            });
    return label;
  }
}
