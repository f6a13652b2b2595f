package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.sortkey.core.metrics.Metrics;
import dev.sortkey.core.metrics.Point;
import dev.sortkey.core.metrics.TimeWindow;
import dev.sortkey.core.metrics.Wanted;
import dev.sortkey.core.metrics.Wanted.Dimension;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import dev.sortkey.standin.CloudWatch;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.Desks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SdkMetricsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final TimeWindow HOUR =
      new TimeWindow(NOON, NOON.plus(Duration.ofHours(1)), Duration.ofMinutes(5));
  private static final Dimension TABLE = new Dimension("TableName", "Orders");
  private static final Wanted READS =
      new Wanted("ConsumedReadCapacityUnits", List.of(TABLE), "Sum");

  private final CloudWatch cloudWatch = new CloudWatch();
  private final StandIn aws = new StandIn(null, cloudWatch);
  private final Session session = Sessions.open(aws.endpoint(), Sessions.freshKeys());
  private final Metrics metrics = session.metrics();

  @AfterEach
  void close() {
    session.close();
    aws.close();
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  @Test
  void figuresComeByPeriodAndStatisticAndWhatIsMissingStaysMissing() {
    cloudWatch.put("ConsumedReadCapacityUnits", minute(-1), 99, "TableName", "Orders");
    cloudWatch.put("ConsumedReadCapacityUnits", minute(0), 1.5, "TableName", "Orders");
    cloudWatch.put("ConsumedReadCapacityUnits", minute(4), 2, "TableName", "Orders");
    cloudWatch.put("ConsumedReadCapacityUnits", minute(55), 7, "TableName", "Orders");
    cloudWatch.put("ConsumedReadCapacityUnits", minute(60), 99, "TableName", "Orders");
    cloudWatch.put("ConsumedReadCapacityUnits", minute(1), 99, "TableName", "Others");
    String[] get = {"TableName", "Orders", "Operation", "GetItem"};
    cloudWatch.put("SuccessfulRequestLatency", minute(2), 2, get);
    cloudWatch.put("SuccessfulRequestLatency", minute(2), 4, get);
    List<Dimension> ofGet = List.of(TABLE, new Dimension("Operation", "GetItem"));
    var average = new Wanted("SuccessfulRequestLatency", ofGet, "Average");
    var slow = new Wanted("SuccessfulRequestLatency", ofGet, "p99");
    var users = new Wanted("UserErrors", List.of(), "Sum");

    Map<Wanted, List<Point>> read = metrics.read(List.of(READS, average, slow, users), HOUR);

    assertThat(read)
        .containsExactly(
            entry(READS, List.of(new Point(NOON, 3.5), new Point(minute(55), 7))),
            entry(average, List.of(new Point(NOON, 3))),
            entry(slow, List.of(new Point(NOON, 4))),
            entry(users, List.of()));
  }

  @Test
  void pagesArePutTogether() {
    for (int i = 0; i < 12; i++) {
      cloudWatch.put("ConsumedReadCapacityUnits", minute(5 * i), i, "TableName", "Orders");
      cloudWatch.put("ReadThrottleEvents", minute(5 * i), 100 + i, "TableName", "Orders");
    }
    cloudWatch.pagesOf(5);
    var throttles = new Wanted("ReadThrottleEvents", List.of(TABLE), "Sum");

    Map<Wanted, List<Point>> read = metrics.read(List.of(READS, throttles), HOUR);

    assertThat(read.get(READS))
        .extracting(Point::value)
        .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0);
    assertThat(read.get(throttles))
        .hasSize(12)
        .isSortedAccordingTo(Comparator.comparing(Point::at));
    assertThat(aws.requests()).hasSize(5);
  }

  @Test
  void moreFiguresThanOneCallTakesAreAskedInSeveral() {
    List<Wanted> many = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      Dimension index = new Dimension("GlobalSecondaryIndexName", "index" + i);
      many.add(new Wanted("ReadThrottleEvents", List.of(TABLE, index), "Sum"));
    }
    cloudWatch.put(
        "ReadThrottleEvents",
        NOON,
        3,
        "TableName",
        "Orders",
        "GlobalSecondaryIndexName",
        "index500");

    Map<Wanted, List<Point>> read = metrics.read(many, HOUR);

    assertThat(read.get(many.getLast())).containsExactly(new Point(NOON, 3));
    assertThat(aws.requests()).hasSize(2);
  }

  @Test
  void aRefusalNamesTheAction() {
    cloudWatch.deny();
    assertThatThrownBy(() -> metrics.read(List.of(READS), HOUR))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> {
              assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.ACCESS_DENIED);
              assertThat(thrown.problem().detail() + thrown.problem().title())
                  .contains("cloudwatch:GetMetricData");
            });
  }

  @Test
  void aThrottledCallIsTriedAgainAndInTheEndSaidAsSuch() {
    cloudWatch.put("ConsumedReadCapacityUnits", NOON, 1, "TableName", "Orders");
    cloudWatch.throttle(1);
    assertThat(metrics.read(List.of(READS), HOUR).get(READS)).containsExactly(new Point(NOON, 1));
    assertThat(aws.requests()).hasSize(2);
    cloudWatch.throttle(100);
    assertThatThrownBy(() -> metrics.read(List.of(READS), HOUR))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.THROTTLED));
  }

  @Test
  void anEndpointThatIsOnlyDynamoDbDoesNotOfferThem() {
    try (Session local = Sessions.fresh()) {
      assertThatThrownBy(() -> local.metrics().read(List.of(READS), HOUR))
          .isInstanceOfSatisfying(
              ProblemException.class,
              thrown ->
                  assertThat(thrown.problem().kind())
                      .isEqualTo(Problem.Kind.UNSUPPORTED_BY_ENDPOINT));
    }
  }

  @Test
  void theSandboxIsNotEvenAsked() {
    try (Session sandbox = Desks.session()) {
      assertThatThrownBy(() -> sandbox.metrics().read(List.of(READS), HOUR))
          .isInstanceOfSatisfying(
              ProblemException.class,
              thrown ->
                  assertThat(thrown.problem().kind())
                      .isEqualTo(Problem.Kind.UNSUPPORTED_BY_ENDPOINT));
      assertThat(sandbox.calls().count()).isZero();
    }
  }
}
