package dev.sortkey.ui.kit.chart;

import dev.sortkey.core.metrics.Chart;
import dev.sortkey.core.metrics.Line;
import dev.sortkey.core.metrics.Point;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A chart in a card: what it shows and in what unit, and below it a legend with the highest figure
/// of each line, or the figures of the time that is pointed at.
public final class ChartCard extends VBox {
  private static final double MILLION = 1_000_000;

  private final String title;
  private final DoubleFunction<String> text;
  private final TimeChart drawn;
  private final Label when = Controls.label("", "sk-secondary");
  private final Label nothing;
  private final FlowPane legend = new FlowPane(16, 2);
  private final List<Label> figures = new ArrayList<>();
  private final Subscription themed;
  private Chart chart;

  /// @param unit in words, beside the title
  /// @param empty said where there are no lines
  /// @param suffix after each figure, as ` ms`, or empty
  public ChartCard(
      String title,
      String unit,
      String empty,
      String suffix,
      Chart chart,
      ObservableValue<Theme> theme) {
    this.title = title;
    this.chart = chart;
    this.text = value -> number(value) + suffix;
    this.drawn = new TimeChart(chart, ChartCard::number, theme.getValue());
    this.nothing = Controls.label(empty, "sk-secondary");
    getStyleClass().addAll("sk-card", "sk-chart-card");
    setMinWidth(0);
    Label name = Controls.label(title, "sk-card-title");
    Label in = Controls.label(unit, "sk-secondary");
    in.setMinWidth(0);
    when.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(8, name, in, Controls.spring(), when);
    head.getStyleClass().add("sk-card-bar");
    head.setAlignment(Pos.CENTER_LEFT);
    nothing.setMouseTransparent(true);
    legend.getStyleClass().add("sk-legend");
    getChildren().addAll(head, new StackPane(drawn, nothing), legend);
    themed = theme.subscribe(drawn::setTheme);
    drawn.pointedProperty().addListener((_, _, _) -> tell());
    show(chart);
  }

  /// Lets go of the theme.
  public void close() {
    themed.unsubscribe();
  }

  public void show(Chart now) {
    chart = now;
    drawn.show(now);
    figures.clear();
    legend.getChildren().setAll(now.lines().stream().map(this::entry).toList());
    Controls.show(legend, !now.lines().isEmpty());
    Controls.show(nothing, now.lines().isEmpty());
    drawn.setAccessibleText(spoken());
    tell();
  }

  private Node entry(Line line) {
    var stroke = new Region();
    stroke
        .getStyleClass()
        .addAll(
            "sk-stroke",
            line.role() == Line.Role.LIMIT
                ? "sk-stroke-limit"
                : "sk-stroke-" + chart.lines().indexOf(line) % ChartPainter.INKS.size());
    Label figure = Controls.label("", "sk-mono-small");
    figures.add(figure);
    var entry = new HBox(6, stroke, Controls.label(line.name(), "sk-secondary"), figure);
    entry.setAlignment(Pos.CENTER_LEFT);
    return entry;
  }

  /// Brings the figures of the legend in line with the time that is pointed at.
  private void tell() {
    Instant at = drawn.pointedProperty().get();
    when.setText(
        chart.lines().isEmpty()
            ? ""
            : at == null ? Messages.text("kit.chart.highest") : drawn.time().when(at));
    for (int i = 0; i < figures.size(); i++) {
      figures.get(i).setText(figure(chart.lines().get(i), at));
    }
  }

  private String figure(Line line, @Nullable Instant at) {
    return at == null
        ? text.apply(line.highest().value())
        : ChartPainter.valueAt(line, at).map(Point::value).map(text::apply).orElse("–");
  }

  private String spoken() {
    var words = new StringBuilder(title).append(". ");
    if (chart.lines().isEmpty()) {
      return words.append(nothing.getText()).toString();
    }
    TimeAxis time = drawn.time();
    for (Line line : chart.lines()) {
      words
          .append(
              Messages.text(
                  "kit.chart.spoken",
                  line.name(),
                  text.apply(line.highest().value()),
                  time.when(line.highest().at()),
                  text.apply(line.average()),
                  text.apply(line.latest().value())))
          .append(' ');
    }
    return words.append(Messages.text("kit.chart.keys")).toString();
  }

  /// Three digits that count, as 0.042, 4.25, 1,250 and 1.2 M.
  private static String number(double value) {
    if (value >= MILLION) {
      return Figures.shortCount(Math.round(value));
    }
    return Messages.text(
        value >= 100 || value == Math.rint(value)
            ? "kit.chart.whole"
            : value >= 1 ? "kit.chart.parts" : "kit.chart.small",
        value);
  }
}
