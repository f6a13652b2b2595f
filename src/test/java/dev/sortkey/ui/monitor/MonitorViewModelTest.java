package dev.sortkey.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sortkey.core.metrics.Chart;
import dev.sortkey.core.metrics.Line;
import dev.sortkey.core.metrics.Range;
import dev.sortkey.core.metrics.Topic;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.CloudWatch;
import dev.sortkey.standin.SetClock;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MonitorViewModelTest {
  private static final String TABLE = "MonitorModel";
  private final SetClock clock = new SetClock(Instant.parse("2026-11-20T12:00:30Z"));

  private MonitorViewModel model(Session session) {
    if (!session.tables().names().contains(TABLE)) {
      var key = new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of());
      session.tables().create(new TableDraft(TABLE, key, Capacity.onDemand(), List.of(), false));
    }
    Work work = Work.direct();
    return new MonitorViewModel(session, new Tables(session.tables(), work), work, TABLE, clock);
  }

  private static double calls(MonitorViewModel model) {
    return model.chartsProperty().get().stream()
        .filter(chart -> chart.topic() == Topic.OWN_CALLS)
        .flatMap(chart -> chart.lines().stream())
        .mapToDouble(Line::sum)
        .sum();
  }

  private static Line line(MonitorViewModel model, Topic topic) {
    return model.chartsProperty().get().stream()
        .filter(chart -> chart.topic() == topic)
        .findFirst()
        .orElseThrow()
        .lines()
        .getFirst();
  }

  @Test
  void aRangeIsReadWithItsPeriodAndARefusalLeavesTheChartsThatAreThere() {
    var cloudWatch = new CloudWatch();
    Instant noon = Instant.parse("2026-11-20T12:00:00Z");
    cloudWatch.put(
        "ConsumedReadCapacityUnits", noon.minus(Duration.ofMinutes(10)), 60, "TableName", TABLE);
    cloudWatch.put(
        "ConsumedReadCapacityUnits", noon.minus(Duration.ofMinutes(8)), 30, "TableName", TABLE);
    // of the minute that runs, which would be drawn too low
    cloudWatch.put("ConsumedReadCapacityUnits", noon, 600, "TableName", TABLE);
    try (var aws = new StandIn(TestSandbox.shared().endpoint(), cloudWatch);
        Session session = Desks.session(aws.endpoint())) {
      MonitorViewModel model = model(session);
      assertThat(model.chartsProperty().get()).isEmpty();
      model.refresh();
      assertThat(model.sourceProperty().get()).isEqualTo(MonitorViewModel.Source.CLOUD_WATCH);
      assertThat(line(model, Topic.READ_CAPACITY).highest().value()).isEqualTo(1);
      model.rangeProperty().set(Range.DAY);
      assertThat(line(model, Topic.READ_CAPACITY).highest().value())
          .as("two minutes of five are one point")
          .isCloseTo(0.3, within(1e-9));
      List<Chart> before = model.chartsProperty().get();
      cloudWatch.deny();
      model.refresh();
      assertThat(model.problemProperty().get())
          .extracting(Problem::kind)
          .isEqualTo(Problem.Kind.ACCESS_DENIED);
      assertThat(model.chartsProperty().get()).isSameAs(before);
      model.close();
    }
  }

  @Test
  void theCapacityOfAGlobalIndexIsReadWhenItIsChosen() {
    var cloudWatch = new CloudWatch();
    Instant then = Instant.parse("2026-11-20T11:50:00Z");
    cloudWatch.put(
        "ConsumedReadCapacityUnits",
        then,
        120,
        "TableName",
        "MonitorIndexed",
        "GlobalSecondaryIndexName",
        "byTotal");
    var keys =
        new KeySchema(
            List.of(new KeyAttribute("pk", KeyType.S)), List.of(new KeyAttribute("sk", KeyType.S)));
    try (var aws = new StandIn(TestSandbox.shared().endpoint(), cloudWatch);
        Session session = Desks.session(aws.endpoint())) {
      session
          .tables()
          .create(
              new TableDraft(
                  "MonitorIndexed",
                  keys,
                  Capacity.onDemand(),
                  List.of(
                      index("byTotal", Index.Kind.GSI, "Total", null),
                      index("byDate", Index.Kind.LSI, "pk", "Date")),
                  false));
      Work work = Work.direct();
      var model =
          new MonitorViewModel(
              session, new Tables(session.tables(), work), work, "MonitorIndexed", clock);
      model.refresh();
      assertThat(model.indexesProperty().get()).containsExactly("byTotal");
      model.indexProperty().set("byTotal");
      assertThat(line(model, Topic.READ_CAPACITY).highest().value()).isEqualTo(2);
      model.close();
      session.tables().delete("MonitorIndexed");
    }
  }

  private static IndexDraft index(String name, Index.Kind kind, String partition, String sort) {
    return new IndexDraft(
        name,
        kind,
        new KeySchema(
            List.of(new KeyAttribute(partition, KeyType.S)),
            sort == null ? List.of() : List.of(new KeyAttribute(sort, KeyType.S))),
        Projection.all(),
        Capacity.onDemand());
  }

  @Test
  void withoutCloudWatchTheOwnCallsAreShownAndGoOnByThemselves() {
    try (Session session = Desks.session()) {
      var now =
          new MonitorViewModel(
              session,
              new Tables(session.tables(), Work.direct()),
              Work.direct(),
              TABLE,
              Clock.systemUTC());
      model(session).close();
      now.refresh();
      assertThat(now.sourceProperty().get()).isEqualTo(MonitorViewModel.Source.OWN_CALLS);
      assertThat(now.problemProperty().get()).isNull();
      double before = calls(now);
      session.tables().describe(TABLE);
      assertThat(calls(now)).isEqualTo(before + 1);
      List<Chart> drawn = now.chartsProperty().get();
      session.tables().names();
      assertThat(now.chartsProperty().get())
          .as("a call that is not about this table draws nothing")
          .isSameAs(drawn);
      assertThat(now.callsDropped()).isFalse();
      now.close();
      session.tables().describe(TABLE);
      assertThat(calls(now)).as("a closed page follows no more").isEqualTo(before + 1);
    }
  }

  @Test
  void cloudWatchIsGoneBackToOnceItAnswers() {
    var there = new AtomicBoolean();
    var cloudWatch = new CloudWatch();
    StandIn.Service later = request -> there.get() ? cloudWatch.answer(request) : Optional.empty();
    try (var aws = new StandIn(TestSandbox.shared().endpoint(), later);
        Session session = Desks.session(aws.endpoint())) {
      MonitorViewModel model = model(session);
      model.refresh();
      assertThat(model.sourceProperty().get()).isEqualTo(MonitorViewModel.Source.OWN_CALLS);
      there.set(true);
      model.refresh();
      assertThat(model.sourceProperty().get()).isEqualTo(MonitorViewModel.Source.CLOUD_WATCH);
      model.close();
    }
  }

  /// CloudWatch measures global indexes only (Developer Guide, "DynamoDB Metrics and dimensions").
  @Test
  void onlyGlobalIndexesCanBeChosen() {
    try (var aws = new StandIn(TestSandbox.shared().endpoint(), new CloudWatch());
        Session session = Desks.session(aws.endpoint())) {
      String table = "MonitorIndexes";
      var pk = List.of(new KeyAttribute("pk", KeyType.S));
      var at = List.of(new KeyAttribute("at", KeyType.N));
      Capacity capacity = Capacity.onDemand();
      session
          .tables()
          .create(
              new TableDraft(
                  table,
                  new KeySchema(pk, List.of(new KeyAttribute("sk", KeyType.S))),
                  capacity,
                  List.of(
                      new TableDraft.IndexDraft(
                          "local",
                          Index.Kind.LSI,
                          new KeySchema(pk, at),
                          Projection.all(),
                          capacity),
                      new TableDraft.IndexDraft(
                          "global",
                          Index.Kind.GSI,
                          new KeySchema(at, List.of()),
                          Projection.all(),
                          capacity)),
                  false));
      Work work = Work.direct();
      var model =
          new MonitorViewModel(session, new Tables(session.tables(), work), work, table, clock);
      model.refresh();
      assertThat(model.indexesProperty().get()).containsExactly("global");
      model.close();
    }
  }
}
