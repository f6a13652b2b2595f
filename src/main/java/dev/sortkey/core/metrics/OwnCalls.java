package dev.sortkey.core.metrics;

import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.metrics.Line.Role;
import dev.sortkey.core.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// Charts of the calls that this session made to one table, for endpoints that measure nothing
/// themselves.
public final class OwnCalls {
  private final TimeWindow window;
  private final List<CallRecord> calls;

  private OwnCalls(TimeWindow window, List<CallRecord> calls) {
    this.window = window;
    this.calls = calls;
  }

  /// @param calls of the session, about any table
  public static List<Chart> charts(List<CallRecord> calls, String table, TimeWindow window) {
    return new OwnCalls(
            window,
            calls.stream()
                .filter(call -> table.equals(call.table()) && window.has(call.began()))
                .toList())
        .charts();
  }

  private List<Chart> charts() {
    List<CallRecord> failed = calls.stream().filter(call -> call.error() != null).toList();
    return List.of(
        summed(Topic.OWN_READ_UNITS, Messages.text("metrics.consumed"), CallRecord::readUnits),
        summed(Topic.OWN_WRITE_UNITS, Messages.text("metrics.consumed"), CallRecord::writeUnits),
        chart(Topic.OWN_CALLS, counted(calls, CallRecord::operation)),
        chart(Topic.OWN_LATENCY, latency()),
        chart(Topic.OWN_ERRORS, counted(failed, call -> String.valueOf(call.error()))),
        summed(Topic.OWN_RETRIES, Messages.text("metrics.retries"), CallRecord::retries));
  }

  private Chart chart(Topic topic, List<Line> lines) {
    return new Chart(topic, window, lines);
  }

  private Chart summed(Topic topic, String name, ToDoubleFunction<CallRecord> value) {
    double all = calls.stream().mapToDouble(value).sum();
    return chart(
        topic,
        all == 0 ? List.of() : List.of(line(name, calls, Collectors.summingDouble(value), true)));
  }

  private List<Line> counted(List<CallRecord> counted, Function<CallRecord, String> name) {
    return grouped(counted, name).entrySet().stream()
        .map(
            group -> line(group.getKey(), group.getValue(), Collectors.summingDouble(_ -> 1), true))
        .toList();
  }

  /// Only of calls that went well: one that was cancelled or refused says nothing of the table.
  private List<Line> latency() {
    List<CallRecord> well = calls.stream().filter(call -> call.error() == null).toList();
    return grouped(well, CallRecord::operation).entrySet().stream()
        .map(group ->
            line(
                group.getKey(),
                group.getValue(),
                Collectors.averagingDouble(call -> call.time().toNanos() / 1e6),
                false))
        .toList();
  }

  private static Map<String, List<CallRecord>> grouped(
      List<CallRecord> calls, Function<CallRecord, String> name) {
    return calls.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
  }

  private Line line(
      String name, List<CallRecord> of, Collector<CallRecord, ?, Double> value, boolean zeros) {
    TreeMap<Instant, Double> values =
        of.stream()
            .collect(
                Collectors.groupingBy(call -> window.periodOf(call.began()), TreeMap::new, value));
    if (zeros) {
      window.periods().forEach(period -> values.putIfAbsent(period, 0.0));
    }
    return new Line(
        name,
        Role.FIGURE,
        values.entrySet().stream()
            .map(entry -> new Point(entry.getKey(), entry.getValue()))
            .toList());
  }
}
