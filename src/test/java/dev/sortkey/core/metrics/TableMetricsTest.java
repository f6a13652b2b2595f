package dev.sortkey.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.metrics.Wanted.Dimension;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableMetricsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final TimeWindow WINDOW =
      new TimeWindow(NOON, NOON.plus(Duration.ofMinutes(10)), Duration.ofMinutes(1));
  private static final Dimension TABLE = new Dimension("TableName", "Orders");
  private static final KeySchema KEYS =
      new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of());

  private static TableSchema table(Capacity capacity) {
    return new TableSchema(
        "Orders",
        "arn",
        "ACTIVE",
        KEYS,
        List.of(index("byDate", Index.Kind.GSI), index("local", Index.Kind.LSI)),
        capacity,
        "STANDARD",
        false,
        0,
        0,
        null);
  }

  private static Index index(String name, Index.Kind kind) {
    return new Index(
        name, kind, KEYS, Projection.all(), new Capacity.Provisioned(2, 2), "ACTIVE", false, 0, 0);
  }

  private static Wanted of(String metric, String statistic, Dimension... dimensions) {
    return new Wanted(metric, List.of(dimensions), statistic);
  }

  private static Point point(int minute, double value) {
    return new Point(NOON.plus(Duration.ofMinutes(minute)), value);
  }

  private static Chart chart(List<Chart> charts, Topic topic) {
    return charts.stream().filter(chart -> chart.topic() == topic).findFirst().orElseThrow();
  }

  @Test
  void eachFigureIsAskedForByItsDocumentedNameDimensionsAndStatistic() {
    List<Wanted> wanted =
        TableMetrics.of(table(new Capacity.Provisioned(5, 5)), null, LatencyOf.P99, WINDOW)
            .wanted();
    var byDate = new Dimension("GlobalSecondaryIndexName", "byDate");
    var query = new Dimension("Operation", "Query");
    assertThat(wanted)
        .doesNotHaveDuplicates()
        .contains(
            of("ConsumedReadCapacityUnits", "Sum", TABLE),
            of("ProvisionedReadCapacityUnits", "Average", TABLE),
            of("ConsumedWriteCapacityUnits", "Sum", TABLE),
            of("ProvisionedWriteCapacityUnits", "Average", TABLE),
            of("ReadThrottleEvents", "Sum", TABLE),
            of("ReadThrottleEvents", "Sum", TABLE, byDate),
            of("WriteThrottleEvents", "Sum", TABLE, byDate),
            of("ThrottledRequests", "Sum", TABLE, query),
            of("SuccessfulRequestLatency", "p99", TABLE, query),
            of("SystemErrors", "Sum", TABLE, query),
            of("ReturnedItemCount", "Sum", TABLE, query),
            of("UserErrors", "Sum"));
    assertThat(wanted)
        .as("a local index has no figures of its own")
        .noneMatch(figure -> figure.toString().contains("local"));
  }

  @Test
  void anOnDemandTableHasNoProvisionedLineAndAnIndexHasItsOwn() {
    assertThat(
            TableMetrics.of(table(Capacity.onDemand()), null, LatencyOf.AVERAGE, WINDOW).wanted())
        .noneMatch(figure -> figure.metric().startsWith("Provisioned"));
    assertThat(
            TableMetrics.of(
                    table(new Capacity.Provisioned(5, 5)), "byDate", LatencyOf.AVERAGE, WINDOW)
                .wanted())
        .contains(
            of(
                "ConsumedReadCapacityUnits",
                "Sum",
                TABLE,
                new Dimension("GlobalSecondaryIndexName", "byDate")))
        .doesNotContain(of("ConsumedReadCapacityUnits", "Sum", TABLE));
  }

  @Test
  void consumedUnitsAreMadeOfSecondsAndAMinuteWithoutAFigureIsZero() {
    var metrics =
        TableMetrics.of(table(new Capacity.Provisioned(5, 5)), null, LatencyOf.AVERAGE, WINDOW);
    List<Chart> charts =
        metrics.charts(
            WINDOW,
            Map.of(
                of("ConsumedReadCapacityUnits", "Sum", TABLE),
                List.of(point(1, 60), point(3, 30)),
                of("ProvisionedReadCapacityUnits", "Average", TABLE),
                List.of(point(0, 5), point(5, 8))));
    Chart reads = chart(charts, Topic.READ_CAPACITY);
    assertThat(reads.lines())
        .extracting(Line::role)
        .containsExactly(Line.Role.FIGURE, Line.Role.LIMIT);
    assertThat(reads.lines().getFirst().points())
        .as("up to five minutes ago; what is newer may not have come yet")
        .containsExactly(
            point(0, 0), point(1, 1), point(2, 0), point(3, 0.5), point(4, 0), point(5, 0));
    assertThat(reads.lines().getLast().points()).containsExactly(point(0, 5), point(5, 8));
  }

  @Test
  void systemErrorsOfAllOperationsAreOneLineAndLatencyKeepsItsGaps() {
    var metrics = TableMetrics.of(table(Capacity.onDemand()), null, LatencyOf.AVERAGE, WINDOW);
    var get = new Dimension("Operation", "GetItem");
    var query = new Dimension("Operation", "Query");
    List<Chart> charts =
        metrics.charts(
            WINDOW,
            Map.of(
                of("SystemErrors", "Sum", TABLE, get),
                List.of(point(9, 2)),
                of("SystemErrors", "Sum", TABLE, query),
                List.of(point(9, 3)),
                of("SuccessfulRequestLatency", "Average", TABLE, query),
                List.of(point(2, 4.5), point(4, 5.5), point(10, 99))));
    Line errors = chart(charts, Topic.ERRORS).lines().getFirst();
    assertThat(errors.latest()).isEqualTo(point(9, 5));
    assertThat(errors.points()).hasSize(10);
    assertThat(errors.sum()).isEqualTo(5);
    Line latency = chart(charts, Topic.LATENCY).lines().getFirst();
    assertThat(latency.name()).isEqualTo("Query");
    assertThat(latency.points()).containsExactly(point(2, 4.5), point(4, 5.5));
    assertThat(latency.highest()).isEqualTo(point(4, 5.5));
    assertThat(latency.average()).isEqualTo(5);
    assertThat(chart(charts, Topic.THROTTLED_READS).lines()).isEmpty();
  }

  @Test
  void rangesEndAtAWholePeriod() {
    Instant now = NOON.plusSeconds(7 * 60 + 31);
    assertThat(Range.DAY.finished(now))
        .isEqualTo(
            new TimeWindow(
                NOON.plusSeconds(300).minus(Duration.ofDays(1)),
                NOON.plusSeconds(300),
                Duration.ofMinutes(5)));
    assertThat(Range.DAY.running(now).until()).isEqualTo(NOON.plusSeconds(600));
    for (Range range : Range.values()) {
      TimeWindow window = range.finished(now);
      assertThat(window.periods()).hasSizeBetween(60, 300);
      assertThat(window.periodOf(window.from())).isEqualTo(window.from());
    }
  }
}
