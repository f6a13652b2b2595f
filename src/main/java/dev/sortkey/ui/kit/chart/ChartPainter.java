package dev.sortkey.ui.kit.chart;

import dev.sortkey.core.metrics.Chart;
import dev.sortkey.core.metrics.Line;
import dev.sortkey.core.metrics.Point;
import dev.sortkey.core.metrics.Topic;
import dev.sortkey.ui.kit.Fonts;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws one chart: axes, lines, and the time that is pointed at.
final class ChartPainter {
  /// What lines are drawn in, by their order; the first is the accent.
  static final List<Token> INKS =
      List.of(
          Token.ACCENT,
          Token.TYPE_L,
          Token.TYPE_S,
          Token.TYPE_M,
          Token.TYPE_B,
          Token.TYPE_BOOL,
          Token.SUCCESS,
          Token.DANGER);

  private static final double GUTTER = 52;
  private static final double RIGHT = 16;
  private static final double TOP = 10;
  private static final double BOTTOM = 22;
  private static final double MARK_ROOM = 64;
  private static final Font FACE = Fonts.mono(11);

  private final GraphicsContext pen;
  private final Theme theme;
  private final Chart chart;
  private final TimeAxis time;
  private final ValueAxis values;
  private final DoubleFunction<String> text;
  private final double width;
  private final double height;

  ChartPainter(
      GraphicsContext pen,
      Theme theme,
      Chart chart,
      TimeAxis time,
      DoubleFunction<String> text,
      double width,
      double height) {
    this.pen = pen;
    this.theme = theme;
    this.chart = chart;
    this.time = time;
    this.text = text;
    this.width = width;
    this.height = height;
    this.values =
        ValueAxis.upTo(
            chart.lines().stream().mapToDouble(line -> line.highest().value()).max().orElse(0),
            chart.topic().unit() == Topic.Unit.COUNT ? 1 : 0);
  }

  static Token ink(Chart chart, Line line) {
    return line.role() == Line.Role.LIMIT
        ? Token.SUBTLE
        : INKS.get(chart.lines().indexOf(line) % INKS.size());
  }

  /// The time under a point of the chart.
  static Instant at(TimeAxis time, double x, double width) {
    return time.nearest((x - GUTTER) / Math.max(1, width - GUTTER - RIGHT));
  }

  void paint(@Nullable Instant pointed) {
    pen.clearRect(0, 0, width, height);
    axes();
    if (pointed != null) {
      double x = snap(x(pointed));
      stroke(Token.MUTED, 1);
      pen.strokeLine(x, TOP, x, base());
    }
    for (Line line : chart.lines()) {
      draw(line);
    }
    if (pointed != null) {
      chart.lines().forEach(line -> dot(line, pointed));
    }
  }

  private void axes() {
    pen.setFont(FACE);
    pen.setTextBaseline(VPos.CENTER);
    pen.setTextAlign(TextAlignment.RIGHT);
    for (double mark : chart.lines().isEmpty() ? List.of(0.0) : values.marks()) {
      double y = snap(y(mark));
      stroke(mark == 0 ? Token.BORDER : Token.LINE, 1);
      pen.strokeLine(GUTTER, y, width - RIGHT, y);
      if (!chart.lines().isEmpty()) {
        pen.setFill(Token.MUTED.color(theme));
        pen.fillText(text.apply(mark), GUTTER - 8, y);
      }
    }
    pen.setFill(Token.MUTED.color(theme));
    pen.setTextAlign(TextAlignment.CENTER);
    for (TimeAxis.Mark mark : time.marks((int) Math.max(2, (width - GUTTER) / MARK_ROOM))) {
      double x = snap(x(mark.at()));
      stroke(Token.BORDER, 1);
      pen.strokeLine(x, base(), x, base() + 4);
      pen.fillText(mark.text(), x, base() + 13);
    }
  }

  private void draw(Line line) {
    boolean limit = line.role() == Line.Role.LIMIT;
    stroke(ink(chart, line), limit ? 1 : 1.5);
    pen.setLineDashes(limit ? new double[] {4, 3} : null);
    List<Point> points = line.points();
    int from = 0;
    for (int i = 1; i <= points.size(); i++) {
      if (i == points.size() || !limit && gap(points.get(i - 1), points.get(i))) {
        stretch(points.subList(from, i), limit);
        from = i;
      }
    }
    pen.setLineDashes();
  }

  private boolean gap(Point before, Point after) {
    return Duration.between(before.at(), after.at()).compareTo(chart.window().period()) > 0;
  }

  /// A run of points without a gap; one alone is a dot, and a limit holds until it changes.
  private void stretch(List<Point> points, boolean limit) {
    if (points.size() == 1 && !limit) {
      pen.setFill(pen.getStroke());
      pen.fillOval(x(points.getFirst().at()) - 2, y(points.getFirst().value()) - 2, 4, 4);
      return;
    }
    pen.beginPath();
    pen.moveTo(x(points.getFirst().at()), y(points.getFirst().value()));
    double before = y(points.getFirst().value());
    for (Point point : points) {
      if (limit) {
        pen.lineTo(x(point.at()), before);
        before = y(point.value());
      }
      pen.lineTo(x(point.at()), y(point.value()));
    }
    if (limit) {
      pen.lineTo(width - RIGHT, before);
    }
    pen.stroke();
  }

  private void dot(Line line, Instant pointed) {
    valueAt(line, pointed)
        .ifPresent(point -> {
          double x = x(pointed);
          double y = y(point.value());
          pen.setFill(Token.CANVAS.color(theme));
          pen.fillOval(x - 4, y - 4, 8, 8);
          pen.setFill(ink(chart, line).color(theme));
          pen.fillOval(x - 3, y - 3, 6, 6);
        });
  }

  /// What a line says of a period; a limit holds on from the last time that it was told.
  static Optional<Point> valueAt(Line line, Instant at) {
    return line.role() == Line.Role.LIMIT
        ? line.points().stream().filter(point -> !point.at().isAfter(at)).reduce((_, b) -> b)
        : line.points().stream().filter(point -> point.at().equals(at)).findFirst();
  }

  private double x(Instant at) {
    return GUTTER + time.share(at) * (width - GUTTER - RIGHT);
  }

  private double y(double value) {
    return base() - value / values.top() * (base() - TOP);
  }

  private double base() {
    return height - BOTTOM;
  }

  private void stroke(Token token, double thick) {
    pen.setStroke(token.color(theme));
    pen.setLineWidth(thick);
  }

  /// The middle of a whole pixel, so that a thin line is sharp.
  private static double snap(double at) {
    return Math.floor(at) + 0.5;
  }
}
