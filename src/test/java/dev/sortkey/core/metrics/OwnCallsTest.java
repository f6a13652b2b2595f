package dev.sortkey.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.calls.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnCallsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final TimeWindow WINDOW =
      new TimeWindow(NOON, NOON.plus(Duration.ofMinutes(4)), Duration.ofMinutes(1));

  private static CallRecord call(
      int second,
      int millis,
      String operation,
      String table,
      double read,
      int retries,
      @Nullable String error) {
    return new CallRecord(
        1,
        NOON.plusSeconds(second),
        Duration.ofMillis(millis),
        operation,
        table,
        read,
        0,
        retries,
        error,
        null,
        "");
  }

  private static Point point(int minute, double value) {
    return new Point(NOON.plus(Duration.ofMinutes(minute)), value);
  }

  private static List<Line> lines(List<Chart> charts, Topic topic) {
    return charts.stream()
        .filter(chart -> chart.topic() == topic)
        .findFirst()
        .orElseThrow()
        .lines();
  }

  @Test
  void theTablesCallsInTheWindowAreAddedUpByPeriod() {
    List<Chart> charts =
        OwnCalls.charts(
            List.of(
                call(-1, 9, "Query", "Orders", 9, 9, null),
                call(0, 10, "Query", "Orders", 2, 0, null),
                call(59, 30, "Query", "Orders", 0.5, 1, null),
                call(125, 7, "GetItem", "Orders", 1, 0, null),
                call(130, 4000, "GetItem", "Orders", 0, 2, "ThrottlingException"),
                call(130, 9, "GetItem", "Others", 9, 9, "ValidationException"),
                call(240, 9, "Query", "Orders", 9, 9, null)),
            "Orders",
            WINDOW);

    assertThat(lines(charts, Topic.OWN_READ_UNITS).getFirst().points())
        .containsExactly(point(0, 2.5), point(1, 0), point(2, 1), point(3, 0));
    assertThat(lines(charts, Topic.OWN_WRITE_UNITS)).as("nothing was written").isEmpty();
    assertThat(lines(charts, Topic.OWN_CALLS))
        .extracting(Line::name)
        .containsExactly("GetItem", "Query");
    assertThat(lines(charts, Topic.OWN_CALLS).getFirst().points())
        .containsExactly(point(0, 0), point(1, 0), point(2, 2), point(3, 0));
    assertThat(lines(charts, Topic.OWN_LATENCY))
        .as("a failed call says nothing of the latency, and no call leaves a gap")
        .containsExactly(
            new Line("GetItem", Line.Role.FIGURE, List.of(point(2, 7))),
            new Line("Query", Line.Role.FIGURE, List.of(point(0, 20))));
    assertThat(lines(charts, Topic.OWN_ERRORS))
        .extracting(Line::name)
        .containsExactly("ThrottlingException");
    assertThat(lines(charts, Topic.OWN_RETRIES).getFirst().sum()).isEqualTo(3);
  }

  @Test
  void withoutCallsThereAreNoLines() {
    assertThat(OwnCalls.charts(List.of(), "Orders", WINDOW))
        .hasSize(6)
        .allMatch(chart -> chart.lines().isEmpty());
  }
}
