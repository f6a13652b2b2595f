package dev.sortkey.ui.monitor;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.metrics.Chart;
import dev.sortkey.core.metrics.LatencyOf;
import dev.sortkey.core.metrics.Range;
import dev.sortkey.core.metrics.Topic;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.kit.chart.ChartCard;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Section;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The monitor page: what the table did over time.
public final class MonitorSection implements Section {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Desk desk;
  private final MonitorViewModel model;
  private final VBox root = new VBox();
  private final GridPane grid = new GridPane(12, 12);
  private final Map<Topic, ChartCard> cards = new EnumMap<>(Topic.class);
  private final Segmented<Range> ranges =
      new Segmented<>(
          List.of(Range.values()),
          range -> Messages.text("monitor.range." + range.name().toLowerCase(Locale.ROOT)),
          Range.HOUR);
  private final HBox note = new HBox(8);
  private boolean read;

  public MonitorSection(Desk desk, String table) {
    this.desk = desk;
    this.model =
        new MonitorViewModel(desk.session(), desk.tables(), desk.work(), table, Clock.systemUTC());
    var banner = new ProblemBanner(this::remedy);
    model.problemProperty().addListener((_, _, now) -> banner.show(now));
    var half = new ColumnConstraints();
    half.setPercentWidth(50);
    half.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(half, half);
    grid.getStyleClass().add("sk-charts");
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.getChildren().addAll(bar(), loading(), banner, noteLine(), scroll);
    model.chartsProperty().subscribe(this::show);
    model.sourceProperty().subscribe(_ -> tellSource());
  }

  private HBox bar() {
    ranges.valueProperty().bindBidirectional(model.rangeProperty());
    ranges.setAccessibleText(Messages.text("monitor.range"));
    ranges.setId("monitor-range");
    var latency =
        new Segmented<>(
            List.of(LatencyOf.values()),
            of -> Messages.text("monitor.latency." + of.name().toLowerCase(Locale.ROOT)),
            LatencyOf.AVERAGE);
    latency.setId("monitor-latency");
    latency.setAccessibleText(Messages.text("monitor.latency"));
    latency.valueProperty().bindBidirectional(model.latencyProperty());
    var latencyPart = new HBox(6, caption("monitor.latency"), latency);
    latencyPart.setAlignment(Pos.CENTER_LEFT);
    var indexPart = new HBox(6, caption("monitor.capacity-of"), indexes());
    indexPart.setAlignment(Pos.CENTER_LEFT);
    model.indexesProperty().subscribe(_ -> choices(indexPart, latencyPart));
    model.sourceProperty().subscribe(_ -> choices(indexPart, latencyPart));
    Label at = Controls.label("", "sk-secondary");
    at.setId("monitor-read-at");
    at.setMinWidth(0);
    model.readAtProperty().subscribe(now -> at.setText(readAt(now)));
    Button stop = Controls.flat(Messages.text("monitor.stop"), null, null);
    stop.setOnAction(_ -> model.stop());
    model.busyProperty().subscribe(busy -> Controls.show(stop, busy));
    var bar = new HBox(16, ranges, indexPart, latencyPart, Controls.spring(), at, stop);
    bar.getStyleClass().add("sk-section-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static Label caption(String key) {
    Label caption = Controls.label(Messages.text(key), "sk-secondary");
    caption.setMinWidth(Label.USE_PREF_SIZE);
    return caption;
  }

  private ComboBox<String> indexes() {
    var combo = new ComboBox<String>();
    String whole = Messages.text("monitor.table");
    combo.setId("monitor-index");
    combo.setAccessibleText(Messages.text("monitor.capacity-of"));
    combo.setPrefWidth(180);
    combo.setButtonCell(new Plain());
    model
        .indexesProperty()
        .subscribe(names -> {
          List<String> all = new ArrayList<>(List.of(whole));
          all.addAll(names);
          if (!all.equals(combo.getItems())) {
            combo.getItems().setAll(all);
          }
          String chosen = model.indexProperty().get();
          combo.setValue(chosen == null ? whole : chosen);
        });
    combo.setOnAction(_ -> {
      String chosen = combo.getValue();
      model
          .indexProperty()
          .set(chosen == null || combo.getSelectionModel().getSelectedIndex() <= 0 ? null : chosen);
    });
    return combo;
  }

  private static final class Plain extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
    }
  }

  private void choices(HBox indexPart, HBox latencyPart) {
    boolean cloud = model.sourceProperty().get() == MonitorViewModel.Source.CLOUD_WATCH;
    Controls.show(indexPart, cloud && !model.indexesProperty().get().isEmpty());
    Controls.show(latencyPart, cloud);
  }

  private ProgressBar loading() {
    var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.getStyleClass().add("sk-thin-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Messages.text("monitor.job", model.table()));
    bar.visibleProperty().bind(model.busyProperty());
    return bar;
  }

  private HBox noteLine() {
    note.getStyleClass().add("sk-note-bar");
    note.setAlignment(Pos.CENTER_LEFT);
    return note;
  }

  private void tellSource() {
    boolean own = model.sourceProperty().get() == MonitorViewModel.Source.OWN_CALLS;
    Controls.show(note, own);
    if (own) {
      String text =
          Messages.text("monitor.own", model.table())
              + (model.callsDropped()
                  ? " " + Messages.text("monitor.own.dropped", CallLog.CAPACITY)
                  : "");
      Label words = Controls.label(text, "sk-secondary");
      words.setId("monitor-own");
      words.setWrapText(true);
      HBox.setHgrow(words, Priority.ALWAYS);
      note.getChildren().setAll(Icons.of(Feather.INFO), words);
    }
  }

  private static String readAt(@Nullable Instant at) {
    return at == null ? "" : Messages.text("monitor.read-at", TIME.format(at));
  }

  private void show(List<Chart> charts) {
    tellSource();
    List<Topic> topics = charts.stream().map(Chart::topic).toList();
    if (!List.copyOf(cards.keySet()).equals(topics)) {
      cards.values().forEach(ChartCard::close);
      cards.clear();
      grid.getChildren().clear();
      for (Chart chart : charts) {
        ChartCard card = card(chart);
        grid.add(card, cards.size() % 2, cards.size() / 2);
        cards.put(chart.topic(), card);
      }
      return;
    }
    charts.forEach(chart -> cards.get(chart.topic()).show(chart));
  }

  private ChartCard card(Chart chart) {
    String key = "monitor.topic." + chart.topic().name().toLowerCase(Locale.ROOT);
    String unit = "monitor.unit." + chart.topic().unit().name().toLowerCase(Locale.ROOT);
    var card =
        new ChartCard(
            Messages.text(key),
            Messages.text(unit),
            Messages.text(key + ".empty"),
            chart.topic().unit() == Topic.Unit.MILLIS ? " ms" : "",
            chart,
            desk.theme());
    card.setId("chart-" + chart.topic().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return card;
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.refresh();
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void shown() {
    if (!read) {
      read = true;
      model.refresh();
    }
    ranges.getButtons().get(model.rangeProperty().get().ordinal()).requestFocus();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void closed() {
    cards.values().forEach(ChartCard::close);
    model.close();
  }
}
