package dev.sortkey.core.metrics;

import dev.sortkey.core.metrics.Line.Role;
import dev.sortkey.core.metrics.Wanted.Dimension;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which figures the charts of a table need, and the charts made of them.
public final class TableMetrics {
  /// The operations that DynamoDB measures one by one.
  private static final List<String> OPERATIONS =
      List.of(
          "GetItem",
          "BatchGetItem",
          "Query",
          "Scan",
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "BatchWriteItem",
          "TransactGetItems",
          "TransactWriteItems",
          "ExecuteStatement");

  /// CloudWatch shows figures a few minutes late; until then no figure does not mean zero.
  private static final Duration DELAY = Duration.ofMinutes(5);

  private static final List<String> RETURNING = List.of("Query", "Scan", "ExecuteStatement");

  /// What it means that CloudWatch has no figure for a period.
  private enum Missing {
    /// Nothing happened, so nothing was sent.
    ZERO,
    /// There is nothing to say, as with the latency of no request.
    GAP
  }

  /// A line that is to be drawn from one or more figures, summed up.
  private record Trace(String name, Role role, Missing missing, double scale, List<Wanted> from) {}

  private record Sketch(Topic topic, List<Trace> traces) {}

  private final List<Sketch> sketches;

  private TableMetrics(List<Sketch> sketches) {
    this.sketches = sketches;
  }

  /// @param index the index that the capacity charts are about, or null for the table
  public static TableMetrics of(
      TableSchema table, @Nullable String index, LatencyOf latency, TimeWindow window) {
    Dimension name = new Dimension("TableName", table.name());
    List<Dimension> of =
        index == null
            ? List.of(name)
            : List.of(name, new Dimension("GlobalSecondaryIndexName", index));
    boolean provisioned =
        table.index(index == null ? "" : index).map(Index::capacity).orElse(table.capacity())
            instanceof Capacity.Provisioned;
    double perSecond = 1.0 / window.period().toSeconds();
    return new TableMetrics(
        List.of(
            capacity(Topic.READ_CAPACITY, "ReadCapacityUnits", of, provisioned, perSecond),
            capacity(Topic.WRITE_CAPACITY, "WriteCapacityUnits", of, provisioned, perSecond),
            throttled(Topic.THROTTLED_READS, "ReadThrottleEvents", table, name),
            throttled(Topic.THROTTLED_WRITES, "WriteThrottleEvents", table, name),
            new Sketch(
                Topic.THROTTLED_REQUESTS,
                byOperation("ThrottledRequests", "Sum", Missing.ZERO, OPERATIONS, name)),
            new Sketch(
                Topic.LATENCY,
                byOperation(
                    "SuccessfulRequestLatency",
                    latency.statistic(),
                    Missing.GAP,
                    OPERATIONS,
                    name)),
            errors(name),
            new Sketch(
                Topic.RETURNED_ITEMS,
                byOperation("ReturnedItemCount", "Sum", Missing.ZERO, RETURNING, name))));
  }

  /// All figures to ask for, each once.
  public List<Wanted> wanted() {
    return sketches.stream()
        .flatMap(sketch -> sketch.traces().stream())
        .flatMap(trace -> trace.from().stream())
        .distinct()
        .toList();
  }

  /// The charts of what was read.
  public List<Chart> charts(TimeWindow window, Map<Wanted, List<Point>> read) {
    Instant known = known(window, read);
    return sketches.stream()
        .map(sketch ->
            new Chart(
                sketch.topic(),
                window,
                sketch.traces().stream()
                    .flatMap(trace -> line(trace, window, known, read))
                    .toList()))
        .toList();
  }

  private static Sketch capacity(
      Topic topic, String metric, List<Dimension> of, boolean provisioned, double perSecond) {
    List<Trace> traces = new ArrayList<>();
    traces.add(
        new Trace(
            Messages.text("metrics.consumed"),
            Role.FIGURE,
            Missing.ZERO,
            perSecond,
            List.of(new Wanted("Consumed" + metric, of, "Sum"))));
    if (provisioned) {
      traces.add(
          new Trace(
              Messages.text("metrics.provisioned"),
              Role.LIMIT,
              Missing.GAP,
              1,
              List.of(new Wanted("Provisioned" + metric, of, "Average"))));
    }
    return new Sketch(topic, traces);
  }

  /// The table's own events, and those of each global index.
  private static Sketch throttled(Topic topic, String metric, TableSchema table, Dimension name) {
    List<Trace> traces = new ArrayList<>();
    traces.add(
        counted(Messages.text("metrics.table"), List.of(new Wanted(metric, List.of(name), "Sum"))));
    table.indexes().stream()
        .filter(index -> index.kind() == Index.Kind.GSI)
        .forEach(index ->
            traces.add(
                counted(
                    index.name(),
                    List.of(
                        new Wanted(
                            metric,
                            List.of(name, new Dimension("GlobalSecondaryIndexName", index.name())),
                            "Sum")))));
    return new Sketch(topic, traces);
  }

  /// UserErrors has no table: it counts for the account and the region (Developer Guide, "DynamoDB
  /// Metrics and dimensions").
  private static Sketch errors(Dimension table) {
    List<Wanted> system =
        OPERATIONS.stream()
            .map(operation ->
                new Wanted("SystemErrors", List.of(table, operation(operation)), "Sum"))
            .toList();
    return new Sketch(
        Topic.ERRORS,
        List.of(
            counted(Messages.text("metrics.system-errors"), system),
            counted(
                Messages.text("metrics.conditions"),
                List.of(new Wanted("ConditionalCheckFailedRequests", List.of(table), "Sum"))),
            counted(
                Messages.text("metrics.user-errors"),
                List.of(new Wanted("UserErrors", List.of(), "Sum")))));
  }

  private static Trace counted(String name, List<Wanted> from) {
    return new Trace(name, Role.FIGURE, Missing.ZERO, 1, from);
  }

  private static List<Trace> byOperation(
      String metric, String statistic, Missing missing, List<String> operations, Dimension table) {
    return operations.stream()
        .map(operation ->
            new Trace(
                operation,
                Role.FIGURE,
                missing,
                1,
                List.of(new Wanted(metric, List.of(table, operation(operation)), statistic))))
        .toList();
  }

  private static Dimension operation(String operation) {
    return new Dimension("Operation", operation);
  }

  /// The last period of which CloudWatch has told.
  private static Instant known(TimeWindow window, Map<Wanted, List<Point>> read) {
    return read.values().stream()
        .flatMap(List::stream)
        .map(Point::at)
        .reduce(window.until().minus(DELAY), (a, b) -> a.isAfter(b) ? a : b);
  }

  private static Stream<Line> line(
      Trace trace, TimeWindow window, Instant known, Map<Wanted, List<Point>> read) {
    var values = new TreeMap<Instant, Double>();
    for (Wanted wanted : trace.from()) {
      for (Point point : read.getOrDefault(wanted, List.of())) {
        if (window.has(point.at())) {
          values.merge(window.periodOf(point.at()), point.value() * trace.scale(), Double::sum);
        }
      }
    }
    if (values.isEmpty()) {
      return Stream.empty();
    }
    if (trace.missing() == Missing.ZERO) {
      window.periods().stream()
          .filter(period -> !period.isAfter(known))
          .forEach(period -> values.putIfAbsent(period, 0.0));
    }
    return Stream.of(
        new Line(
            trace.name(),
            trace.role(),
            values.entrySet().stream()
                .map(value -> new Point(value.getKey(), value.getValue()))
                .toList()));
  }
}
