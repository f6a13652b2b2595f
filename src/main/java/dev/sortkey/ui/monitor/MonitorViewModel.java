package dev.sortkey.ui.monitor;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.metrics.Chart;
import dev.sortkey.core.metrics.LatencyOf;
import dev.sortkey.core.metrics.OwnCalls;
import dev.sortkey.core.metrics.Point;
import dev.sortkey.core.metrics.Range;
import dev.sortkey.core.metrics.TableMetrics;
import dev.sortkey.core.metrics.TimeWindow;
import dev.sortkey.core.metrics.Wanted;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The charts of one table: CloudWatch's, or where the endpoint has none, those of this session's
/// own calls.
final class MonitorViewModel {
  /// Where the charts come from.
  enum Source {
    CLOUD_WATCH,
    OWN_CALLS
  }

  private final Session session;
  private final Tables tables;
  private final Work work;
  private final String table;
  private final InstantSource clock;
  private final Slot reading;
  private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.HOUR);
  private final ObjectProperty<LatencyOf> latency = new SimpleObjectProperty<>(LatencyOf.AVERAGE);
  private final ObjectProperty<@Nullable String> index = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Source> source =
      new ReadOnlyObjectWrapper<>(Source.CLOUD_WATCH);
  private final ReadOnlyObjectWrapper<List<Chart>> charts = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<String>> indexes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Instant> readAt = new ReadOnlyObjectWrapper<>();
  private final AtomicBoolean pending = new AtomicBoolean();
  private final Consumer<CallRecord> listener = this::called;

  MonitorViewModel(Session session, Tables tables, Work work, String table, InstantSource clock) {
    this.session = session;
    this.tables = tables;
    this.work = work;
    this.table = table;
    this.clock = clock;
    this.reading = work.slot();
    session.calls().onCall(listener);
    range.addListener(_ -> refresh());
    latency.addListener(_ -> refresh());
    index.addListener(_ -> refresh());
  }

  String table() {
    return table;
  }

  ObjectProperty<Range> rangeProperty() {
    return range;
  }

  ObjectProperty<LatencyOf> latencyProperty() {
    return latency;
  }

  /// The index that the capacity charts are about, or null for the table.
  ObjectProperty<@Nullable String> indexProperty() {
    return index;
  }

  /// The global indexes to choose from.
  ReadOnlyObjectProperty<List<String>> indexesProperty() {
    return indexes.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Source> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /// Empty until they were read for the first time.
  ReadOnlyObjectProperty<List<Chart>> chartsProperty() {
    return charts.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return reading.busyProperty();
  }

  /// When the charts were read, or null.
  ReadOnlyObjectProperty<@Nullable Instant> readAtProperty() {
    return readAt.getReadOnlyProperty();
  }

  /// True when the session made more calls than are kept.
  boolean callsDropped() {
    return session.calls().count() > CallLog.CAPACITY;
  }

  /// Reads all charts anew; those that are there stay meanwhile.
  void refresh() {
    problem.set(null);
    TimeWindow window = range.get().finished(clock.instant());
    LatencyOf of = latency.get();
    String chosen = index.get();
    TableSchema known = tables.schema(table).orElse(null);
    reading.read(
        Messages.text("monitor.job", table),
        _ -> {
          TableSchema schema = known == null ? session.tables().describe(table) : known;
          var metrics = TableMetrics.of(schema, chosen, of, window);
          Map<Wanted, List<Point>> read = session.metrics().read(metrics.wanted(), window);
          return new Read(schema, metrics.charts(window, read));
        },
        this::settled);
  }

  private record Read(TableSchema schema, List<Chart> charts) {}

  private void settled(Outcome<Read> outcome) {
    switch (outcome) {
      case Outcome.Done<Read>(Read(TableSchema schema, List<Chart> read)) -> {
        indexes.set(
            schema.indexes().stream()
                .filter(one -> one.kind() == Index.Kind.GSI)
                .map(Index::name)
                .toList());
        source.set(Source.CLOUD_WATCH);
        charts.set(read);
        readAt.set(clock.instant());
      }
      case Outcome.Failed<Read>(Problem failure)
          when failure.kind() == Problem.Kind.UNSUPPORTED_BY_ENDPOINT -> {
        source.set(Source.OWN_CALLS);
        ownCalls();
      }
      case Outcome.Failed<Read>(Problem failure) -> problem.set(failure);
      case Outcome.Cancelled<Read> _ -> {}
    }
  }

  void stop() {
    reading.cancel();
  }

  void close() {
    session.calls().removeListener(listener);
    reading.abandon();
  }

  /// Many calls a moment draw the charts once.
  private void called(CallRecord call) {
    if (table.equals(call.table()) && pending.compareAndSet(false, true)) {
      work.onFx(() -> {
        pending.set(false);
        if (source.get() == Source.OWN_CALLS) {
          ownCalls();
        }
      });
    }
  }

  private void ownCalls() {
    Instant now = clock.instant();
    charts.set(OwnCalls.charts(session.calls().records(), table, range.get().running(now)));
    readAt.set(now);
  }
}
