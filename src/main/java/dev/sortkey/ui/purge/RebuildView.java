package dev.sortkey.ui.purge;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.purge.Rebuilding;
import dev.sortkey.core.table.Creation;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The steps of a table that is dropped and created anew, each with its state, and the ways on when
/// one failed.
final class RebuildView extends VBox {
  private final RebuildViewModel model;
  private final Label words = Controls.label("", "sk-secondary");
  private final VBox steps = new VBox();
  private final Label why = Controls.label("", "sk-error-text");
  private final Button retry =
      Controls.button(Messages.text("purge.anew.retry"), Feather.ROTATE_CW, null);
  private final Button leaveOut =
      Controls.button(Messages.text("purge.anew.leave-out"), null, null);

  RebuildView(RebuildViewModel model) {
    super(10);
    this.model = model;
    words.setWrapText(true);
    words.setId("rebuild-words");
    why.setWrapText(true);
    steps.getStyleClass().add("sk-card");
    retry.setId("rebuild-retry");
    retry.setOnAction(_ -> model.run());
    leaveOut.setId("rebuild-leave-out");
    leaveOut.setOnAction(_ -> model.leaveOut());
    var ways = new HBox(8, retry, leaveOut);
    ways.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(words, steps, why, ways);
    model.standingProperty().subscribe(_ -> draw());
    model.busyProperty().subscribe(_ -> draw());
    model.problemProperty().subscribe(_ -> draw());
  }

  private void draw() {
    Rebuilding.Standing now = model.standingProperty().get();
    boolean halted = model.halted();
    words.setText(Messages.text("purge.anew." + state(now, halted), model.table()));
    List<Node> lines = new ArrayList<>();
    lines.add(
        line(
            Messages.text("purge.anew.drop"),
            now.drop(),
            now.dropped() ? null : now.status(),
            now.problem()));
    now.creation()
        .steps()
        .forEach(step ->
            lines.add(
                line(
                    step.task().title(),
                    step.state(),
                    step.task() instanceof Creation.Task.Follow ? now.status() : null,
                    step.problem())));
    steps.getChildren().setAll(lines);
    Problem problem = model.problemProperty().get();
    why.setText(problem == null ? "" : words(problem));
    Controls.show(why, problem != null);
    Controls.show(retry, halted);
    Controls.show(leaveOut, halted && now.dropped() && now.creation().canLeaveOut());
  }

  private static String state(Rebuilding.Standing now, boolean halted) {
    if (now.finished()) {
      return "finished";
    }
    if (halted) {
      return now.dropped() ? "halted" : "refused";
    }
    return "running";
  }

  private static Node line(
      String title, Creation.State state, @Nullable String status, @Nullable Problem problem) {
    Label name = Controls.label(title);
    name.setMinWidth(0);
    Label word =
        Controls.label(
            state == Creation.State.RUNNING && status != null
                ? status
                : Messages.text("purge.step." + state),
            "sk-secondary");
    word.setMinWidth(USE_PREF_SIZE);
    var mark = new StackPane(mark(state));
    mark.getStyleClass().add("sk-creation-mark");
    var row = new HBox(8, mark, name, Controls.spring(), word);
    row.setAlignment(Pos.CENTER_LEFT);
    var line = new VBox(2, row);
    line.getStyleClass().addAll("sk-creation-step", "sk-creation-" + state);
    if (problem != null && state != Creation.State.DONE) {
      Label because = Controls.label(words(problem), "sk-error-text", "sk-creation-why");
      because.setWrapText(true);
      line.getChildren().add(because);
    }
    return line;
  }

  private static String words(Problem problem) {
    String code = problem.code() == null ? "" : " (" + problem.code() + ")";
    return Messages.text("purge.anew.why", problem.title(), problem.detail()) + code;
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
