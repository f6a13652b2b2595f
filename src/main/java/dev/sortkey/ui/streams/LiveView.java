package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.stream.Gap;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.streams.TailViewModel.Stage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The changes of a table as they come in, with the chosen one beside them.
final class LiveView extends VBox {
  private static final KeyCodeCombination PAUSE = new KeyCodeCombination(KeyCode.SPACE);
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final TailViewModel model;
  private final Clock clock;
  private final Consumer<Boolean> restart;
  private final Region dot = Controls.dot("sk-success");
  private final Label stage = Controls.label("", "sk-stream-stage");
  private final Label facts = Controls.label("", "sk-secondary");
  private final Segmented<Boolean> from =
      new Segmented<>(
          List.of(false, true),
          horizon -> Messages.text(horizon ? "streams.from-horizon" : "streams.from-now"),
          false);
  private final Button pause =
      Controls.button(Messages.text("streams.pause"), Feather.PAUSE, PAUSE);
  private final Button resume =
      Controls.button(Messages.text("streams.resume"), Feather.PLAY, PAUSE);
  private final RecordTable table;
  private final TimelineView timeline;
  private final ShardStrip strip = new ShardStrip();
  private final HBox gap = new HBox(8);
  private final Label gapText = Controls.label("");
  private final ProblemBanner banner;
  private final Timeline seconds;
  private boolean settling;

  /// @param restart begins anew, from the horizon or from now
  /// @param settings shows the stream's settings
  LiveView(
      TailViewModel model,
      Clock clock,
      Consumer<Boolean> restart,
      Runnable settings,
      Versions versions,
      Consumer<Problem.Remedy> remedies) {
    this.model = model;
    this.clock = clock;
    this.restart = restart;
    this.table = new RecordTable(model);
    this.timeline = new TimelineView(model, versions);
    this.banner =
        new ProblemBanner(remedy -> {
          if (remedy == Problem.Remedy.RETRY) {
            model.resume();
          } else {
            remedies.accept(remedy);
          }
        });
    getStyleClass().add("sk-stream");
    var split = new SplitPane(table, new RecordInspector(model, versions::open));
    split.setDividerPositions(612.0 / 1048);
    SplitPane.setResizableWithParent(split.getItems().getLast(), false);
    VBox.setVgrow(split, Priority.ALWAYS);
    table.setMinWidth(320);
    gaps();
    getChildren().addAll(head(settings), new FilterBar(model), banner, gap, strip, split, timeline);
    model.problemProperty().subscribe(banner::show);
    model.gapProperty().subscribe(missed -> tell(missed));
    model.stageProperty().subscribe(_ -> tell());
    model.pausedProperty().subscribe(_ -> tell());
    model.waitingProperty().subscribe(_ -> tell());
    model.shardsProperty().subscribe(strip::show);
    model.filterProperty().subscribe(_ -> empty());
    model.totalProperty().subscribe(_ -> empty());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (PAUSE.match(event)) {
            toggle();
            event.consume();
          }
        });
    seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
    seconds.setCycleCount(Animation.INDEFINITE);
    seconds.play();
  }

  /// Says where reading began.
  void began(boolean fromHorizon) {
    settling = true;
    from.valueProperty().set(fromHorizon);
    settling = false;
  }

  /// Says what stream is read.
  void describe(StreamState state) {
    String view =
        state.view() == null ? Messages.text("streams.off-left") : Words.view(state.view());
    facts.setText(
        state.created() == null
            ? Messages.text("streams.facts", view)
            : Messages.text(
                "streams.facts.since",
                view,
                since(state.created().atZone(ZoneId.systemDefault()))));
  }

  void focus() {
    table.requestFocus();
  }

  void close() {
    seconds.stop();
  }

  private String since(ZonedDateTime created) {
    boolean today = created.toLocalDate().equals(LocalDate.now(clock.withZone(created.getZone())));
    return (today ? TODAY : DATE).format(created);
  }

  private HBox head(Runnable settings) {
    from.setId("stream-from");
    from.valueProperty()
        .addListener((_, before, now) -> {
          if (!settling && !before.equals(now)) {
            restart.accept(now);
          }
        });
    pause.setId("pause");
    pause.setOnAction(_ -> toggle());
    resume.setId("resume");
    resume.setOnAction(_ -> toggle());
    Button open = Controls.flat(Messages.text("streams.settings"), Feather.SETTINGS, null);
    open.setId("stream-settings");
    open.setOnAction(_ -> settings.run());
    facts.setMinWidth(0);
    stage.setMinWidth(USE_PREF_SIZE);
    dot.getStyleClass().add("sk-small");
    var head = new HBox(8, dot, stage, facts, Controls.spring(), from, pause, resume, open);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-stream-bar");
    return head;
  }

  private void gaps() {
    gap.getStyleClass().add("sk-pause");
    gap.setId("gap");
    gap.setAlignment(Pos.CENTER_LEFT);
    Button dismiss = Controls.flat(Messages.text("streams.gap.dismiss"), null, null);
    dismiss.getStyleClass().add("sk-small");
    dismiss.setOnAction(_ -> model.dismissGap());
    gapText.setMinWidth(0);
    gap.getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), gapText, Controls.spring(), dismiss);
  }

  private void tell(@Nullable Gap missed) {
    Controls.show(gap, missed != null);
    if (missed != null) {
      gapText.setText(
          missed.after() == null
              ? Messages.text("streams.gap")
              : Messages.text("streams.gap.after", RecordText.time(missed.after())));
    }
  }

  private void tell() {
    boolean paused = model.pausedProperty().get();
    Stage now = model.stageProperty().get();
    String style =
        switch (now) {
          case READING -> paused ? "sk-warning" : "sk-success";
          case FAILED -> "sk-danger";
          case IDLE, STARTING, STOPPED, OVER -> "sk-read";
        };
    dot.getStyleClass().setAll("sk-dot", "sk-small", style);
    stage.getStyleClass().setAll("label", "sk-stream-stage", style);
    stage.setText(
        now == Stage.READING && paused
            ? Messages.text(
                "streams.stage.paused",
                model.waitingProperty().get(),
                Figures.count(model.waitingProperty().get()))
            : Messages.text("streams.stage." + now.name().toLowerCase(Locale.ROOT)));
    boolean stopped = now == Stage.STOPPED || now == Stage.FAILED;
    Controls.show(pause, !paused && !stopped);
    Controls.show(resume, paused || stopped);
    pause.setDisable(now != Stage.READING);
    empty();
  }

  private void empty() {
    String key = model.totalProperty().get() > 0 ? "streams.empty.filtered" : emptyStage();
    table.setPlaceholder(
        new EmptyState(
            model.totalProperty().get() > 0 ? Feather.FILTER : Feather.RADIO,
            Messages.text(key),
            Messages.text(key + ".detail"),
            null));
  }

  private String emptyStage() {
    return switch (model.stageProperty().get()) {
      case READING -> from.valueProperty().get() ? "streams.empty.horizon" : "streams.empty.live";
      case STARTING -> "streams.empty.starting";
      case OVER -> "streams.empty.over";
      case IDLE, STOPPED, FAILED -> "streams.empty.stopped";
    };
  }

  /// Pauses the list, or goes on with it; reading that stopped is taken up where it was.
  private void toggle() {
    Stage now = model.stageProperty().get();
    if (now == Stage.STOPPED || now == Stage.FAILED) {
      model.pausedProperty().set(false);
      model.resume();
    } else if (now == Stage.READING || model.pausedProperty().get()) {
      model.pausedProperty().set(!model.pausedProperty().get());
    }
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (PAUSE.match(event)) {
      toggle();
    } else if (TimelineView.BACK.match(event)) {
      timeline.step(-1);
    } else if (TimelineView.ON.match(event)) {
      timeline.step(1);
    } else {
      return;
    }
    event.consume();
  }
}
