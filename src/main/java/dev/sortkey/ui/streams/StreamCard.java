package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.stream.ViewType;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Turns the stream on and off, and over to another view type.
final class StreamCard {
  private final Desk desk;
  private final StreamViewModel model;
  private final Card card = new Card(Messages.text("streams.card"));
  private final Label state = Controls.label("", "sk-secondary");
  private final Label left = Controls.label("", "sk-secondary");
  private final Map<ViewType, RadioButton> choices = new EnumMap<>(ViewType.class);
  private final ToggleGroup group = new ToggleGroup();
  private final Button on = Controls.primary(Messages.text("streams.turn-on"), Feather.RADIO, null);
  private final Button over =
      Controls.button(Messages.text("streams.turn-over"), Feather.REFRESH_CW, null);
  private final Button off =
      Controls.button(Messages.text("streams.turn-off"), Feather.SLASH, null);
  private final Button rest =
      Controls.button(Messages.text("streams.read-left"), Feather.CLOCK, null);
  private final Node onFrame;
  private final Node overFrame;
  private final Node offFrame;
  private final HBox step = new HBox(8);
  private final Label stepText = Controls.label("");

  /// @param readRest shows what a stream that was turned off still holds
  StreamCard(Desk desk, StreamViewModel model, Runnable readRest) {
    this.desk = desk;
    this.model = model;
    var rows = new VBox(2);
    for (ViewType view : ViewType.values()) {
      rows.getChildren().add(choice(view));
    }
    group.selectToggle(choices.get(ViewType.NEW_AND_OLD_IMAGES));
    on.setId("turn-on");
    on.setOnAction(_ -> model.turnOn(chosen()));
    over.setId("turn-over");
    over.setOnAction(_ -> askOver());
    off.setId("turn-off");
    off.getStyleClass().add("sk-danger");
    off.setOnAction(_ -> askOff());
    rest.setId("read-left");
    rest.setOnAction(_ -> readRest.run());
    onFrame = desk.writing(on);
    overFrame = desk.writing(Controls.explained(over, Messages.text("streams.turn-over.same")));
    offFrame = desk.writing(off);
    var wheel = new ProgressIndicator();
    wheel.setPrefSize(14, 14);
    Button stop = Controls.flat(Messages.text("streams.stop-waiting"), null, null);
    stop.getStyleClass().add("sk-small");
    stop.setOnAction(_ -> model.cancel());
    step.setAlignment(Pos.CENTER_LEFT);
    step.getChildren().addAll(wheel, stepText, stop);
    left.setWrapText(true);
    Label intro = Controls.label(Messages.text("streams.intro"), "sk-secondary");
    intro.setWrapText(true);
    var buttons = new HBox(8, onFrame, overFrame, offFrame, rest, step);
    buttons.setAlignment(Pos.CENTER_LEFT);
    var banner =
        new ProblemBanner(remedy -> {
          if (remedy == Problem.Remedy.RETRY) {
            model.load();
          } else {
            desk.workbench().remedy(remedy);
          }
        });
    var body = new VBox(12, intro, rows, left, buttons);
    body.getStyleClass().add("sk-stream-card");
    state.setId("stream-state");
    card.setFacts(state);
    card.setContent(banner, body);
    model.problemProperty().subscribe(banner::show);
    model.stateProperty().subscribe(this::show);
    model.changingProperty().subscribe(_ -> show(model.stateProperty().get()));
    model.stepProperty().subscribe(stepText::setText);
    group.selectedToggleProperty().subscribe(_ -> show(model.stateProperty().get()));
  }

  Node node() {
    return card;
  }

  private VBox choice(ViewType view) {
    var radio = new RadioButton(Words.view(view));
    radio.setId("view-" + view.name());
    radio.setToggleGroup(group);
    radio.setUserData(view);
    radio.disableProperty().bind(model.changingProperty());
    choices.put(view, radio);
    Label detail = Controls.label(Words.explained(view), "sk-secondary", "sk-stream-view");
    return new VBox(radio, detail);
  }

  private ViewType chosen() {
    return (ViewType) group.getSelectedToggle().getUserData();
  }

  private @Nullable StreamState shownState;

  private void show(@Nullable StreamState now) {
    if (now != null && now != shownState && now.view() != null) {
      shownState = now;
      group.selectToggle(choices.get(now.view()));
    }
    boolean changing = model.changingProperty().get();
    boolean known = now != null;
    boolean running = now != null && now.on();
    state.setText(
        now == null
            ? Messages.text("streams.state.unknown")
            : now.view() != null
                ? Messages.text("streams.state.on", Words.view(now.view()))
                : Messages.text("streams.state.off"));
    Controls.show(on, known && !running && !changing);
    Controls.show(over, running && !changing);
    over.setDisable(now == null || chosen() == now.view());
    Controls.show(off, running && !changing);
    Controls.show(rest, known && !running && now.arn() != null && !changing);
    Controls.show(step, changing);
    Controls.show(left, known && !running && now.arn() != null);
    left.setText(Messages.text("streams.left"));
  }

  private void askOver() {
    StreamState now = model.stateProperty().get();
    if (now == null || now.view() == null) {
      return;
    }
    ViewType wanted = chosen();
    Asking.before(
        desk,
        Messages.text("streams.over.title", Words.view(wanted)),
        Messages.text("streams.over.button"),
        () -> model.turnOn(wanted),
        Messages.text("streams.over.why"),
        Messages.text("streams.over.steps", Words.view(now.view()), Words.view(wanted)),
        Messages.text("streams.over.lost"));
  }

  private void askOff() {
    Asking.before(
        desk,
        Messages.text("streams.off.title"),
        Messages.text("streams.turn-off"),
        model::turnOff,
        Messages.text("streams.off.lost"),
        Messages.text("streams.off.kept"));
  }
}
