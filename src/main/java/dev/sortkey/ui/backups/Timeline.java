package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The stretch of time that a table can be restored to: its ends, the backups within as squares,
/// and the second that is chosen. By mouse, or by keys: arrows move an hour, with Shift a minute,
/// with Ctrl a day; Home and End go to the ends.
final class Timeline extends Region {
  private static final double AXIS = 20;
  private static final double LABELS = 34;
  private static final double HEIGHT = 72;
  private static final double SIDE = 16;

  /// How far the earliest time stands from the left, so that the time before it has its place.
  private static final double BEFORE = 164;

  private static final double GAP = 12;

  private final Moments moments;
  private final Consumer<Instant> choose;
  private final Region past = part("sk-time-past");
  private final Region span = part("sk-time-span");
  private final Region knob = part("sk-time-knob");
  private final List<Region> ticks = new ArrayList<>();
  private final List<Region> squares = new ArrayList<>();
  private final List<Instant> squareTimes = new ArrayList<>();
  private final Label created = Controls.label("", "sk-time-word");
  private final Label earliestTime = Controls.label("", "sk-time-at");
  private final Label latestTime = Controls.label("", "sk-time-at");
  private final Label chosenTime = Controls.label("", "sk-time-at");
  private final VBox earliestLabel =
      words(earliestTime, Messages.text("backups.time.earliest"), Pos.TOP_CENTER);
  private final VBox latestLabel =
      words(latestTime, Messages.text("backups.time.latest"), Pos.TOP_RIGHT);
  private final VBox chosenLabel =
      words(chosenTime, Messages.text("backups.time.chosen"), Pos.TOP_CENTER);
  private Instant earliest = Instant.EPOCH;
  private Instant latest = Instant.EPOCH;
  private @Nullable Instant chosen;

  /// @param choose told the second that the person picked, within the ends or not
  Timeline(Moments moments, Consumer<Instant> choose) {
    this.moments = moments;
    this.choose = choose;
    setId("timeline");
    getStyleClass().add("sk-recovery-time");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    knob.setMouseTransparent(true);
    getChildren().addAll(past, span, created, earliestLabel, latestLabel, chosenLabel, knob);
    setOnMousePressed(event -> {
      requestFocus();
      choose.accept(at(event.getX()));
      event.consume();
    });
    setOnMouseDragged(event -> {
      choose.accept(at(event.getX()));
      event.consume();
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// @param tableCreated null where that is not known
  void show(
      Instant from,
      Instant to,
      @Nullable Instant at,
      @Nullable Instant tableCreated,
      List<Backup> backups) {
    earliest = from;
    latest = to;
    chosen = at;
    earliestTime.setText(moments.brief(from));
    latestTime.setText(moments.brief(to));
    chosenTime.setText(at == null ? "" : moments.briefSecond(at));
    created.setText(
        tableCreated == null
            ? ""
            : Messages.text("backups.time.created", moments.day(tableCreated)));
    Controls.show(chosenLabel, at != null);
    knob.setVisible(at != null);
    setAccessibleText(
        at == null
            ? Messages.text("backups.time.name", moments.second(from), moments.second(to))
            : Messages.text(
                "backups.time.name-chosen",
                moments.second(from),
                moments.second(to),
                moments.second(at)));
    tick(from, to);
    square(from, to, backups);
    requestLayout();
  }

  private void tick(Instant from, Instant to) {
    getChildren().removeAll(ticks);
    ticks.clear();
    long days = Duration.between(from, to).toDays();
    for (int day = 0; day <= days; day++) {
      ticks.add(part(day % 7 == 0 ? "sk-time-week" : "sk-time-day"));
    }
    ticks.add(part("sk-time-week"));
    getChildren().addAll(2, ticks);
  }

  private void square(Instant from, Instant to, List<Backup> backups) {
    getChildren().removeAll(squares);
    squares.clear();
    squareTimes.clear();
    for (Backup backup : backups) {
      if (backup.created().isBefore(from) || backup.created().isAfter(to)) {
        continue;
      }
      Region square = part("sk-time-backup");
      Tooltip.install(square, new Tip(backup.name() + "  " + moments.second(backup.created())));
      square.setOnMousePressed(event -> {
        requestFocus();
        choose.accept(backup.created());
        event.consume();
      });
      squares.add(square);
      squareTimes.add(backup.created());
    }
    getChildren().addAll(getChildren().indexOf(knob), squares);
  }

  private void key(KeyEvent event) {
    Duration step =
        event.isShortcutDown()
            ? Duration.ofDays(1)
            : event.isShiftDown() ? Duration.ofMinutes(1) : Duration.ofHours(1);
    Instant from = chosen == null ? latest : chosen;
    Instant to =
        switch (event.getCode()) {
          case LEFT, DOWN -> from.minus(step);
          case RIGHT, UP -> from.plus(step);
          case HOME -> earliest;
          case END -> latest;
          default -> null;
        };
    if (to != null) {
      choose.accept(to);
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    double left = left();
    double right = right();
    past.resizeRelocate(SIDE, AXIS - 0.5, Math.max(0, left - SIDE), 1);
    span.resizeRelocate(left, AXIS - 1, right - left, 2);
    for (int day = 0; day < ticks.size(); day++) {
      boolean end = day == ticks.size() - 1;
      boolean week = end || day % 7 == 0;
      double x = end ? right : x(earliest.plus(Duration.ofDays(day)));
      centre(ticks.get(day), x, week ? 1 : 2, week ? 9 : 4);
    }
    for (int i = 0; i < squares.size(); i++) {
      centre(squares.get(i), x(squareTimes.get(i)), 9, 9);
    }
    if (chosen != null) {
      centre(knob, x(chosen), 14, 14);
    }
    place(created, SIDE, LABELS);
    double earliestWidth = earliestLabel.prefWidth(-1);
    double createdEnd = created.getText().isEmpty() ? 0 : SIDE + created.prefWidth(-1) + GAP;
    double earliestX = Math.max(createdEnd, left - earliestWidth / 2);
    place(earliestLabel, earliestX, LABELS);
    double latestX = right - latestLabel.prefWidth(-1);
    place(latestLabel, latestX, LABELS);
    if (chosen != null) {
      double width = chosenLabel.prefWidth(-1);
      double lowest = earliestX + earliestWidth + GAP;
      double highest = latestX - GAP - width;
      place(
          chosenLabel,
          Math.clamp(x(chosen) - width / 2, lowest, Math.max(lowest, highest)),
          LABELS);
    }
  }

  private static void place(Region node, double x, double y) {
    node.resizeRelocate(Math.round(x), y, node.prefWidth(-1), node.prefHeight(-1));
  }

  private static void centre(Region node, double x, double width, double height) {
    node.resizeRelocate(Math.round(x - width / 2), Math.round(AXIS - height / 2), width, height);
  }

  private double left() {
    return SIDE + BEFORE;
  }

  private double right() {
    return Math.max(left() + 1, getWidth() - SIDE);
  }

  private double x(Instant time) {
    double whole = Math.max(1, Duration.between(earliest, latest).toMillis());
    double part = Duration.between(earliest, time).toMillis() / whole;
    return left() + (right() - left()) * Math.clamp(part, 0, 1);
  }

  /// The time at a place, to the minute.
  private Instant at(double x) {
    double part = Math.clamp((x - left()) / (right() - left()), 0, 1);
    long millis = Math.round(Duration.between(earliest, latest).toMillis() * part);
    Instant time = earliest.plusMillis(millis);
    return part == 0 || part == 1 ? time : Instant.ofEpochSecond(time.getEpochSecond() / 60 * 60);
  }

  private static Region part(String style) {
    var region = new Region();
    region.getStyleClass().add(style);
    return region;
  }

  private static VBox words(Label time, String word, Pos alignment) {
    Node name = Controls.label(word, "sk-time-word");
    var box = new VBox(time, name);
    box.setAlignment(alignment);
    box.setMouseTransparent(true);
    return box;
  }
}
