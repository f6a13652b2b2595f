package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.ReadState.Stage;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Says that a read stopped at its budget, and asks whether it goes on.
final class PauseBar extends HBox {
  private final ResultsViewModel results;
  private final Label words = Controls.label("");
  private final Button stop;

  PauseBar(ResultsViewModel results) {
    super(8);
    this.results = results;
    setId("pause");
    getStyleClass().add("sk-pause");
    setAlignment(Pos.CENTER_LEFT);
    Button goOn = Controls.button(Messages.text("items.go-on"), null, null);
    goOn.setId("go-on");
    goOn.getStyleClass().add("sk-small");
    goOn.setOnAction(_ -> results.goOn());
    stop = Controls.button(Messages.text("items.stop"), null, null);
    stop.setId("stop-here");
    stop.getStyleClass().add("sk-small");
    stop.setOnAction(_ -> results.stop());
    words.setMinWidth(60);
    getChildren().addAll(Icons.of(Feather.PAUSE_CIRCLE), words, Controls.spring(), goOn, stop);
    InvalidationListener changed = _ -> draw();
    results.stateProperty().addListener(changed);
    results.busyProperty().addListener(changed);
    draw();
  }

  private void draw() {
    ReadState state = results.stateProperty().get();
    boolean paused = state.stage() == Stage.PAUSED;
    boolean stopped = state.stage() == Stage.STOPPED;
    Controls.show(this, (paused || stopped) && !results.busyProperty().get());
    Controls.show(stop, paused);
    words.setText(
        Messages.text(paused ? "items.paused" : "items.stopped", state.scanned(), state.count()));
  }
}
