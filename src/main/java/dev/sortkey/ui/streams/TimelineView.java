package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.KeyHint;
import dev.sortkey.ui.kit.Tip;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The changes of the chosen item on a line, one stop a change.
final class TimelineView extends VBox {
  static final KeyCodeCombination BACK = new KeyCodeCombination(KeyCode.OPEN_BRACKET);
  static final KeyCodeCombination ON = new KeyCodeCombination(KeyCode.CLOSE_BRACKET);
  private static final int MOST = 7;

  private final TailViewModel model;
  private final Label key = Controls.label("", "sk-change-key");
  private final Label about = Controls.label("", "sk-secondary");
  private final Button back =
      Controls.icon(Feather.CHEVRON_LEFT, Messages.text("streams.timeline.back"), BACK);
  private final Button on =
      Controls.icon(Feather.CHEVRON_RIGHT, Messages.text("streams.timeline.on"), ON);
  private final Button compare =
      Controls.button(Messages.text("streams.version.compare"), null, null);
  private final Button revert =
      Controls.button(Messages.text("streams.version.revert"), Feather.CORNER_UP_LEFT, null);
  private final Track track = new Track();
  private List<TailRecord> history = List.of();

  TimelineView(TailViewModel model, Versions versions) {
    this.model = model;
    compare.setId("compare-version");
    revert.setId("revert-version");
    for (Button button : List.of(compare, revert)) {
      button.getStyleClass().add("sk-small");
    }
    compare.setOnAction(_ -> chosen().ifPresent(versions::compare));
    revert.setOnAction(_ -> chosen().ifPresent(versions::revert));
    setId("timeline");
    getStyleClass().add("sk-history");
    back.setOnAction(_ -> step(-1));
    on.setOnAction(_ -> step(1));
    key.setMinWidth(0);
    about.setMinWidth(0);
    var head =
        new HBox(
            8,
            Controls.label(Messages.text("streams.timeline"), "sk-medium"),
            key,
            about,
            Controls.spring(),
            back,
            on,
            new KeyHint(BACK),
            new KeyHint(ON),
            compare,
            revert);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-history-head");
    getChildren().addAll(head, track);
    model.selectedProperty().subscribe(_ -> show());
    model.totalProperty().subscribe(_ -> show());
  }

  /// Goes to the item's change before or after the chosen one.
  void step(int by) {
    TailRecord chosen = model.selectedProperty().get();
    int at = chosen == null ? -1 : history.indexOf(chosen);
    if (at >= 0 && at + by >= 0 && at + by < history.size()) {
      model.selectedProperty().set(history.get(at + by));
    }
  }

  private Optional<TailRecord> chosen() {
    return Optional.ofNullable(model.selectedProperty().get());
  }

  private void show() {
    TailRecord chosen = model.selectedProperty().get();
    Controls.show(this, chosen != null);
    if (chosen == null) {
      history = List.of();
      return;
    }
    history = model.history(chosen.change().key());
    int at = history.indexOf(chosen);
    key.setText(RecordText.key(chosen.change().key()));
    about.setText(
        at < 0
            ? Messages.text("streams.timeline.dropped")
            : Messages.text(
                "streams.timeline.about",
                at + 1,
                history.size(),
                RecordText.time(history.getFirst())));
    compare.setDisable(!Versions.known(chosen));
    revert.setDisable(!Versions.known(chosen));
    back.setDisable(at <= 0);
    on.setDisable(at < 0 || at >= history.size() - 1);
    int from = Math.clamp(at - MOST / 2, 0, Math.max(0, history.size() - MOST));
    track.show(history.subList(from, Math.min(history.size(), from + MOST)), chosen);
  }

  /// The line with its stops.
  private final class Track extends Pane {
    private final Region line = new Region();
    private List<Stop> stops = List.of();

    Track() {
      line.getStyleClass().add("sk-history-line");
      setMinHeight(56);
      setPrefHeight(56);
    }

    void show(List<TailRecord> records, TailRecord chosen) {
      stops = records.stream().map(record -> new Stop(record, record == chosen)).toList();
      getChildren().setAll(line);
      getChildren().addAll(stops);
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      int count = stops.size();
      line.resizeRelocate(22, 9, Math.max(0, width - 44), 2);
      line.setVisible(count > 1);
      for (int i = 0; i < count; i++) {
        double room = Math.min(140, width / Math.max(1, count));
        double centre = count == 1 ? 22 : 22 + (width - 44) * i / (count - 1);
        double left = Math.clamp(centre - room / 2, 0, Math.max(0, width - room));
        stops.get(i).place(centre - left);
        stops.get(i).resizeRelocate(left, 0, room, 56);
      }
    }
  }

  /// One change.
  private final class Stop extends Region {
    private final Region dot = new Region();
    private final Label time;
    private final Label what;
    private double centre;

    Stop(TailRecord record, boolean chosen) {
      getStyleClass().add("sk-history-stop");
      dot.getStyleClass().addAll("sk-history-dot", RecordText.style(record.change().event()));
      if (chosen) {
        dot.getStyleClass().add("sk-chosen");
      }
      time = Controls.label(RecordText.time(record), chosen ? "sk-stop-chosen" : "sk-stop-time");
      what = Controls.label(said(record), "sk-stop-what");
      if (!chosen) {
        what.getStyleClass().add("sk-muted");
      }
      setAccessibleText(time.getText() + " " + what.getText());
      Tooltip.install(this, new Tip(RecordText.changed(record)));
      setAccessibleRole(AccessibleRole.BUTTON);
      setOnMouseClicked(_ -> model.selectedProperty().set(record));
      getChildren().addAll(dot, time, what);
    }

    void place(double at) {
      centre = at;
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double size = dot.prefWidth(-1);
      dot.resizeRelocate(centre - size / 2, 10 - size / 2, size, size);
      put(time, 20);
      put(what, 36);
    }

    private void put(Label label, double y) {
      double width = Math.min(getWidth() - 4, label.prefWidth(-1));
      double x = Math.clamp(centre - width / 2, 0, Math.max(0, getWidth() - width));
      label.resizeRelocate(snapPositionX(x), y, Math.ceil(width), 18);
    }
  }

  /// A change in a word or two.
  private static String said(TailRecord record) {
    List<String> touched = record.touched();
    return switch (record.change().event()) {
      case INSERT -> Messages.text("streams.stop.created");
      case REMOVE ->
          Messages.text(record.change().byTtl() ? "streams.stop.expired" : "streams.stop.removed");
      case MODIFY -> {
        String first = record.diff() == null || touched.isEmpty() ? null : touched.getFirst();
        yield modified(first, touched.size());
      }
    };
  }

  private static String modified(@Nullable String first, int count) {
    if (first == null) {
      return Messages.text("streams.stop.changed");
    }
    return count == 1 ? first : Messages.text("streams.stop.more", first, count - 1);
  }
}
