package dev.sortkey.ui.kit.chart;

import dev.sortkey.core.metrics.Chart;
import dev.sortkey.ui.kit.Theme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.DoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The drawn part of a chart. A time is pointed at with the mouse, or with the arrow keys.
final class TimeChart extends Region {
  private static final double HEIGHT = 148;

  private final Canvas canvas = new Canvas();
  private final DoubleFunction<String> text;
  private final ReadOnlyObjectWrapper<@Nullable Instant> pointed = new ReadOnlyObjectWrapper<>();
  private Theme theme;
  private Chart chart;
  private TimeAxis time;

  TimeChart(Chart chart, DoubleFunction<String> text, Theme theme) {
    this.chart = chart;
    this.time = new TimeAxis(chart.window(), ZoneId.systemDefault());
    this.text = text;
    this.theme = theme;
    getStyleClass().add("sk-chart");
    canvas.setManaged(false);
    getChildren().add(canvas);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(
        event -> pointed.set(ChartPainter.at(time, event.getX(), Math.ceil(getWidth()))));
    setOnMousePressed(_ -> requestFocus());
    setOnMouseExited(_ -> pointed.set(null));
    setOnKeyPressed(this::key);
    focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            pointed.set(null);
          }
        });
    pointed.addListener(_ -> requestLayout());
  }

  /// The time that is pointed at, or null.
  ReadOnlyObjectProperty<@Nullable Instant> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  TimeAxis time() {
    return time;
  }

  void show(Chart now) {
    chart = now;
    time = new TimeAxis(now.window(), ZoneId.systemDefault());
    pointed.set(null);
    requestLayout();
  }

  void setTheme(Theme now) {
    theme = now;
    requestLayout();
  }

  private void key(KeyEvent event) {
    Instant here = pointed.get();
    var period = chart.window().period();
    Instant to =
        switch (event.getCode()) {
          case LEFT -> here == null ? time.last() : here.minus(period);
          case RIGHT -> here == null ? time.first() : here.plus(period);
          case HOME -> time.first();
          case END -> time.last();
          default -> null;
        };
    if (to != null) {
      pointed.set(
          to.isBefore(time.first()) ? time.first() : to.isAfter(time.last()) ? time.last() : to);
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = Math.ceil(getWidth());
    double height = Math.ceil(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
    if (width > 0 && height > 0) {
      new ChartPainter(canvas.getGraphicsContext2D(), theme, chart, time, text, width, height)
          .paint(pointed.get());
    }
  }
}
