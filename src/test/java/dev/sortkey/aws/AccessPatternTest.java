package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Matcher;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.CostEstimate;
import dev.sortkey.core.query.Observed;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Auto against operations written by hand, over random tables and access patterns on DynamoDB
/// Local: it brings exactly what is asked, costs no more than the best of them, and says before
/// what it will cost.
class AccessPatternTest {
  private static final Budget ALL =
      new Budget(1_000_000, 1_000_000, 1_000_000, Duration.ofMinutes(1));
  private static final int TABLES = 9;
  private static final int DRAWS = 4;
  private static final int PREVIEW = 300;

  /// One read of a pattern with its values.
  ///
  /// @param blind the estimate of someone who has seen no item
  private record Run(
      String table, AccessPattern pattern, Way.Usable way, CostEstimate blind, double actual) {
    boolean inRange(CostEstimate estimate) {
      Double high = estimate.high();
      return actual >= estimate.low() && (high == null || actual <= high);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-10s %-34s %-5s %-7s read %7.1f, estimated %.1f to %.1f",
          table,
          pattern.name(),
          way.operation(),
          way.index() == null ? "" : way.index(),
          actual,
          way.cost().low(),
          way.cost().high());
    }
  }

  /// A pattern over several values: an operation is written by hand once for all of them.
  private record Contest(List<Run> runs, double best) {
    double actual() {
      return runs.stream().mapToDouble(Run::actual).sum();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-10s %-34s Auto %7.1f, by hand %7.1f, by way of %s",
          runs.getFirst().table(),
          runs.getFirst().pattern().name(),
          actual(),
          best,
          runs.stream().map(run -> run.way().operation() + " " + run.way().index()).toList());
    }
  }

  private static final List<Contest> CONTESTS = new ArrayList<>();
  private static Session session;
  private static DynamoDbClient bare;

  @BeforeAll
  static void run() {
    Keys keys = Sessions.freshKeys();
    session = Sessions.open(Sessions.local(), keys);
    bare =
        DynamoDbClient.builder()
            .endpointOverride(Sessions.local())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.accessKeyId(), "secret")))
            .build();
    for (int seed = 1; seed <= TABLES; seed++) {
      var generated = new AccessPatterns(seed);
      session.tables().create(generated.draft());
      String name = generated.draft().name();
      session.writer().putAll(name, generated.items().iterator(), Progress.none());
      TableSchema table = session.tables().describe(name);
      Observed seen = Observed.none().withSample(preview(table));
      List<List<AccessPattern>> draws =
          IntStream.range(0, DRAWS).mapToObj(_ -> generated.patterns()).toList();
      var hand = new HandReader(bare, table);
      for (int i = 0; i < draws.getFirst().size(); i++) {
        int at = i;
        contest(table, generated.items(), seen, hand, draws.stream().map(d -> d.get(at)).toList());
      }
    }
  }

  @AfterAll
  static void close() {
    bare.close();
    session.close();
  }

  /// What a person has seen of a table that was just opened.
  private static List<Item> preview(TableSchema table) {
    Budget first = new Budget(PREVIEW, PREVIEW, 1_000, Duration.ofMinutes(1));
    return items(read(Planner.plan(table, QuerySpec.scan()), first));
  }

  private static void contest(
      TableSchema table,
      List<Item> items,
      Observed seen,
      HandReader hand,
      List<AccessPattern> draws) {
    double best =
        IntStream.range(0, draws.getFirst().byHand().size())
            .mapToDouble(
                way -> draws.stream().mapToDouble(draw -> hand.units(draw.byHand().get(way))).sum())
            .min()
            .orElseThrow();
    CONTESTS.add(
        new Contest(draws.stream().map(draw -> run(table, items, seen, draw)).toList(), best));
  }

  private static Run run(
      TableSchema table, List<Item> items, Observed seen, AccessPattern pattern) {
    QuerySpec spec =
        new QuerySpec(
            QuerySpec.Mode.AUTO,
            null,
            List.of(),
            List.of(),
            pattern.conditions(),
            pattern.projection(),
            false,
            false,
            null);
    Way.Usable way = Planner.ways(table, spec, seen).best().orElseThrow();
    assertThat(way.caveat()).isNull();
    CostEstimate blind =
        Planner.ways(table, spec, Observed.none()).usable().stream()
            .filter(other -> other.plan().equals(way.plan()))
            .findFirst()
            .orElseThrow()
            .cost();
    double[] units = {0};
    Consumer<CallRecord> meter =
        call ->
            units[0] +=
                call.operation().equals("BatchGetItem")
                    ? call.readUnits()
                    : Math.max(HandReader.LEAST, call.readUnits());
    session.calls().onCall(meter);
    ReadResult result = read(way.plan(), ALL);
    session.calls().removeListener(meter);
    if (way.operation() == ReadPlan.Operation.GET && way.plan().requests().size() > 1) {
      units[0] += HandReader.LEAST * (way.plan().requests().size() - result.count());
    }
    Condition all = new Condition.And(pattern.conditions());
    assertThat(keys(table, items(result)))
        .as(pattern.name())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            keys(table, items.stream().filter(item -> Matcher.holds(all, item)).toList()));
    return new Run(table.name(), pattern, way, blind, units[0]);
  }

  @Test
  void autoReadsAtMostWhatTheBestOperationByHandReads() {
    List<Contest> losers =
        CONTESTS.stream().filter(contest -> contest.actual() > contest.best()).toList();
    System.out.printf(
        "Auto against the best by hand: %d access patterns, %d losers%n",
        CONTESTS.size(), losers.size());
    losers.forEach(System.out::println);
    assertThat(CONTESTS).hasSizeGreaterThanOrEqualTo(200);
    assertThat(losers).isEmpty();
  }

  @Test
  void whatIsReadLiesInTheEstimate() {
    List<Run> runs = CONTESTS.stream().flatMap(contest -> contest.runs().stream()).toList();
    List<Run> outside = runs.stream().filter(run -> !run.inRange(run.way().cost())).toList();
    long blind = runs.stream().filter(run -> run.inRange(run.blind())).count();
    double share = 100.0 * (runs.size() - outside.size()) / runs.size();
    long narrow =
        runs.stream()
            .filter(run -> run.way().cost().high() != null)
            .filter(run -> run.way().cost().high() <= 4 * run.actual() + 1)
            .count();
    System.out.printf(
        Locale.ROOT,
        "Estimates: the units read lay in the range in %.1f %% of %d reads; the range ended within 4"
            + " times what was read in %.1f %%; without a sample in the range %.1f %%%n",
        share,
        runs.size(),
        100.0 * narrow / runs.size(),
        100.0 * blind / runs.size());
    outside.forEach(System.out::println);
    assertThat(share).isGreaterThanOrEqualTo(95);
    assertThat(blind).isGreaterThanOrEqualTo(runs.size() * 95L / 100);
    assertThat(narrow).as("estimates that say something").isGreaterThan(runs.size() * 8L / 10);
  }

  private static ReadResult read(ReadPlan plan, Budget budget) {
    return session.reader().read(plan, null, budget, new RowDictionary(), Progress.none());
  }

  private static List<Item> items(ReadResult result) {
    List<Item> items = new ArrayList<>();
    result
        .chunks()
        .forEach(chunk -> {
          for (int i = 0; i < chunk.size(); i++) {
            items.add(chunk.get(i));
          }
        });
    return items;
  }

  private static List<ItemKey> keys(TableSchema table, List<Item> items) {
    return items.stream().map(table::keyOf).toList();
  }
}
