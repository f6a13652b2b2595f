package dev.sortkey.ui.createtable;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.Creation;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The creation under way: each step with its state, and the ways on when one failed.
final class CreationView extends VBox {
  private final CreateTableViewModel model;
  private final Label title = Controls.label("", "sk-section");
  private final Label words = Controls.label("", "sk-secondary");
  private final VBox steps = new VBox();
  private final HBox ways = new HBox(8);
  private final Button retry =
      Controls.button(Messages.text("createtable.creation.retry"), Feather.ROTATE_CW, null);
  private final Button leaveOut =
      Controls.button(Messages.text("createtable.creation.leave-out"), null, null);
  private final Button undo =
      Controls.button(Messages.text("createtable.creation.undo"), Feather.TRASH_2, null);

  CreationView(CreateTableViewModel model, Runnable onRetry, Runnable onLeaveOut, Runnable onUndo) {
    super(8);
    this.model = model;
    getStyleClass().add("sk-wizard-content");
    steps.getStyleClass().add("sk-card");
    retry.setId("creation-retry");
    retry.setOnAction(_ -> onRetry.run());
    leaveOut.setId("creation-leave-out");
    leaveOut.setOnAction(_ -> onLeaveOut.run());
    undo.setId("creation-undo");
    undo.getStyleClass().add("sk-danger");
    undo.setOnAction(_ -> onUndo.run());
    ways.getChildren().addAll(retry, leaveOut, undo);
    ways.setAlignment(Pos.CENTER_LEFT);
    words.setWrapText(true);
    getChildren().addAll(title, words, steps, ways);
    model.creationProperty().addListener(_ -> refresh());
    model.creatingProperty().addListener(_ -> refresh());
    model.statusProperty().addListener(_ -> refresh());
  }

  private void refresh() {
    Creation creation = model.creationProperty().get();
    if (creation == null) {
      return;
    }
    boolean failed = creation.failed().isPresent();
    boolean busy = model.creatingProperty().get();
    boolean halted = failed && !busy;
    title.setText(
        Messages.text(
            halted ? "createtable.creation.halted" : "createtable.creation.title",
            creation.draft().name()));
    words.setText(
        Messages.text(halted ? "createtable.creation.halted.hint" : "createtable.creation.hint"));
    steps.getChildren().setAll(creation.steps().stream().map(this::line).toList());
    Controls.show(ways, halted);
    Controls.show(leaveOut, creation.canLeaveOut());
  }

  private Node line(Creation.Step step) {
    Label name = Controls.label(step.task().title());
    name.setWrapText(true);
    Label state = Controls.label(state(step), "sk-secondary");
    state.setMinWidth(USE_PREF_SIZE);
    var mark = new StackPane(mark(step.state()));
    mark.getStyleClass().add("sk-creation-mark");
    var row = new HBox(8, mark, name, Controls.spring(), state);
    row.setAlignment(Pos.CENTER_LEFT);
    var line = new VBox(2, row);
    line.getStyleClass().addAll("sk-creation-step", "sk-creation-" + step.state());
    Problem problem = step.problem();
    if (problem != null && step.state() != Creation.State.DONE) {
      Label why = Controls.label(words(problem), "sk-error-text", "sk-creation-why");
      why.setWrapText(true);
      HBox.setHgrow(why, Priority.ALWAYS);
      line.getChildren().add(why);
    }
    return line;
  }

  private static String words(Problem problem) {
    String code = problem.code() == null ? "" : " (" + problem.code() + ")";
    return Messages.text("createtable.creation.why", problem.title(), problem.detail()) + code;
  }

  private String state(Creation.Step step) {
    String status = model.statusProperty().get();
    boolean says =
        step.state() == Creation.State.RUNNING
            && step.task() instanceof Creation.Task.Follow
            && status != null;
    return says ? status : Messages.text("createtable.creation." + step.state());
  }

  private static Node mark(Creation.State state) {
    return switch (state) {
      case WAITING -> Icons.small(Feather.CIRCLE);
      case RUNNING -> Icons.small(Feather.LOADER);
      case DONE -> Icons.small(Feather.CHECK);
      case FAILED -> Icons.small(Feather.ALERT_TRIANGLE);
      case LEFT_OUT -> Icons.small(Feather.MINUS);
    };
  }
}
