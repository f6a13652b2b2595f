package dev.sortkey.ui.connections;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.work.Job;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sandbox as a card that grows in place while it is fetched, started or filled.
final class SandboxCard extends VBox {
  private final SandboxViewModel model;
  private final Label status = Controls.label("", "sk-start-status");
  private final Button samples =
      Controls.button(Messages.text("connections.sandbox.samples"), null, null);
  private final Button open =
      Controls.primary(
          Messages.text("connections.open"), null, new KeyCodeCombination(KeyCode.ENTER));
  private final Button restart =
      Controls.primary(Messages.text("connections.sandbox.restart"), Feather.REFRESH_CW, null);
  private final Button cancel = Controls.button(Messages.text("connections.cancel"), null, null);
  private final Button details =
      Controls.flat(Messages.text("connections.sandbox.details"), Feather.CHEVRON_DOWN, null);
  private final TextArea output = new TextArea();
  private final VBox below = new VBox();
  private final ProgressBar bar = new ProgressBar();
  private final Label figures = Controls.label("", "sk-mono-small");
  private final HBox progress = new HBox(12, bar, figures);
  private Subscription watched = () -> {};

  SandboxCard(SandboxViewModel model) {
    this.model = model;
    getStyleClass().addAll("sk-card", "sk-start-sandbox");
    name(open, "sandbox-open", () -> model.open(false));
    name(samples, "sandbox-samples", () -> model.open(true));
    name(restart, "sandbox-restart", model::restart);
    name(cancel, "sandbox-cancel", model::cancel);
    name(details, "sandbox-details", () -> showOutput(!output.isVisible()));
    restart.setTooltip(new Tip(Messages.text("connections.sandbox.restart.hint")));
    output.setEditable(false);
    output.setWrapText(true);
    output.setPrefRowCount(7);
    output.getStyleClass().addAll("sk-mono", "sk-start-output");
    output.setAccessibleText(Messages.text("connections.sandbox.details"));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    progress.setAlignment(Pos.CENTER_LEFT);
    progress.getStyleClass().add("sk-start-progress");
    figures.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(head(), progress, below, output);
    showOutput(false);
    model.stateProperty().subscribe(this::fill);
    model.stepProperty().subscribe((_, _) -> fill());
    model.problemProperty().subscribe((_, _) -> fill());
    model.offerProperty().subscribe((_, _) -> fill());
    model.jobProperty().subscribe(this::watch);
    open.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            open.requestFocus();
          }
        });
    fill();
  }

  private static void name(Button button, String id, Runnable action) {
    button.setId(id);
    button.setOnAction(_ -> action.run());
  }

  private Node head() {
    var icon = Icons.large(Feather.BOX);
    icon.getStyleClass().add("sk-start-sandbox-icon");
    Label name = Controls.label(Messages.text("connections.sandbox.name"), "sk-strong");
    Label line = Controls.label("", "sk-secondary");
    line.textProperty()
        .bind(
            model
                .offerProperty()
                .map(Sandbox.Offer::version)
                .orElse("")
                .map(version -> Messages.text("connections.sandbox.line", version)));
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    var words = new VBox(name, line);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    status.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(12, icon, words, status, details, samples, open, restart, cancel);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-start-card-head");
    return head;
  }

  private void fill() {
    boolean focused = isFocusWithin();
    SandboxViewModel.Step step = model.stepProperty().get();
    Sandbox.State state = model.stateProperty().get();
    boolean idle = step == SandboxViewModel.Step.IDLE;
    boolean died = idle && state instanceof Sandbox.State.Died;
    boolean starting = idle && state instanceof Sandbox.State.Starting;
    Controls.show(open, idle && !died && !starting);
    Controls.show(
        samples,
        idle && !died && !starting && model.neverOpened() && model.problemProperty().get() == null);
    Controls.show(restart, died);
    Controls.show(details, died);
    if (!died) {
      showOutput(false);
    }
    Controls.show(
        cancel,
        step == SandboxViewModel.Step.FETCHING
            || step == SandboxViewModel.Step.STARTING
            || step == SandboxViewModel.Step.FILLING);
    Controls.show(
        progress, step == SandboxViewModel.Step.FETCHING || step == SandboxViewModel.Step.FILLING);
    status(step, state);
    below(step);
    if (focused) {
      focus(died ? restart : idle ? open : cancel);
    }
  }

  private void focus(Button usual) {
    Node agree = below.lookup("#sandbox-agree");
    Node again = below.lookup("#sandbox-again");
    (agree != null ? agree : again != null ? again : usual).requestFocus();
  }

  private void status(SandboxViewModel.Step step, Sandbox.State state) {
    String text =
        switch (step) {
          case FETCHING -> Messages.text("connections.sandbox.fetching");
          case STARTING -> Messages.text("connections.sandbox.starting");
          case FILLING -> Messages.text("connections.sandbox.filling");
          case IDLE, OFFERED -> resting(state);
        };
    String tone =
        switch (state) {
          case Sandbox.State.Running _ -> "sk-success";
          case Sandbox.State.Died _ -> "sk-danger";
          default -> "sk-muted";
        };
    Region dot = Controls.dot(tone);
    dot.getStyleClass().add("sk-small");
    status.setGraphic(dot);
    status.setText(text);
    status.getStyleClass().setAll("label", "sk-start-status", tone);
    if (state instanceof Sandbox.State.Died(int _, String last)) {
      output.setText(last.isBlank() ? Messages.text("connections.sandbox.silent") : last);
    }
  }

  private static String resting(Sandbox.State state) {
    return switch (state) {
      case Sandbox.State.Missing _ -> Messages.text("connections.sandbox.missing");
      case Sandbox.State.Fetched _ -> Messages.text("connections.sandbox.stopped");
      case Sandbox.State.Starting _ -> Messages.text("connections.sandbox.starting");
      case Sandbox.State.Running running ->
          Messages.text(
              "connections.sandbox.running", String.valueOf(running.endpoint().getPort()));
      case Sandbox.State.Died(int exit, String _) ->
          Messages.text("connections.sandbox.died", String.valueOf(exit));
    };
  }

  private void below(SandboxViewModel.Step step) {
    Sandbox.Offer offer = model.offerProperty().get();
    Problem problem = model.problemProperty().get();
    below.getChildren().clear();
    if (step == SandboxViewModel.Step.OFFERED && offer != null) {
      below.getChildren().add(new SandboxOffer(offer, model::agree, model::cancel));
    } else if (problem != null) {
      below.getChildren().add(failed(problem));
    }
    Controls.show(below, !below.getChildren().isEmpty());
  }

  private Node failed(Problem problem) {
    Label title = Controls.label(problem.title(), "sk-strong");
    Label detail = Controls.label(problem.detail(), "sk-start-detail");
    title.setWrapText(true);
    detail.setWrapText(true);
    var words = new VBox(2, title, detail);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button again = Controls.button(Messages.text("connections.sandbox.again"), null, null);
    name(again, "sandbox-again", model::retry);
    var row = new HBox(12, Icons.of(Feather.ALERT_TRIANGLE), words, again);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sk-start-problem");
    return row;
  }

  private void showOutput(boolean shown) {
    Controls.show(output, shown);
    details.setGraphic(Icons.of(shown ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
  }

  private void watch(@Nullable Job job) {
    watched.unsubscribe();
    watched = () -> {};
    bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
    figures.setText("");
    if (job != null) {
      Runnable show = () -> show(job);
      watched =
          Subscription.combine(
              job.doneProperty().subscribe((_, _) -> show.run()),
              job.totalProperty().subscribe((_, _) -> show.run()));
      show.run();
    }
  }

  private void show(Job job) {
    long done = job.doneProperty().get();
    long total = job.totalProperty().get();
    boolean known = total > 0;
    bar.setProgress(known ? (double) done / total : ProgressBar.INDETERMINATE_PROGRESS);
    if (!known) {
      figures.setText("");
    } else if (model.stepProperty().get() == SandboxViewModel.Step.FILLING) {
      figures.setText(Messages.text("connections.sandbox.filled", done, total));
    } else {
      figures.setText(
          Messages.text("connections.sandbox.progress", Figures.bytes(done), Figures.bytes(total)));
    }
  }
}
