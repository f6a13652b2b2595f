package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.expr.Matcher;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
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
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Parallel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever conditions ask, each way that the planner offers brings exactly the items that fulfil
/// them, once; a way with a caveat may leave some out, and never brings another.
class EveryWayTest {
  private static final Budget ALL =
      new Budget(1_000_000, 1_000_000, 1_000_000, Duration.ofMinutes(1));
  private static final int ROUNDS = 250;

  private static final Random RANDOM = new Random(4);
  private static final AccessPatterns GENERATED = new AccessPatterns(4);
  private static Session session;
  private static TableSchema table;

  @BeforeAll
  static void fill() {
    Keys keys = Sessions.freshKeys();
    var connector =
        new SdkConnector(
            AwsFiles.of(Path.of("/nonexistent"), Map.of()),
            Clock.systemUTC(),
            Thread::sleep,
            Parallel::forEach);
    session = connector.open(Sessions.endpoint(Sessions.local()), keys);
    session.tables().create(GENERATED.draft());
    session
        .writer()
        .putAll(GENERATED.draft().name(), GENERATED.items().iterator(), Progress.none());
    table = session.tables().describe(GENERATED.draft().name());
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void everyWayBringsWhatIsAskedAndNothingElse() {
    var tried = new EnumMap<ReadPlan.Operation, Integer>(ReadPlan.Operation.class);
    var kinds = new LinkedHashMap<String, Integer>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Condition> conditions =
          IntStream.rangeClosed(0, RANDOM.nextInt(3)).mapToObj(_ -> condition(2)).toList();
      QuerySpec spec = spec(conditions);
      Condition all = new Condition.And(conditions);
      List<ItemKey> wanted =
          keys(GENERATED.items().stream().filter(item -> Matcher.holds(all, item)).toList());
      List<Way.Usable> ways;
      try {
        ways = Planner.ways(table, spec, Observed.none()).usable();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessage("No item can fulfil all of these conditions at once.");
        assertThat(wanted).as("%s", conditions).isEmpty();
        continue;
      }
      for (Way.Usable way : ways) {
        List<ItemKey> read = keys(items(way.plan()));
        var as = assertThat(read).as("%s%nby %s", conditions, way).doesNotHaveDuplicates();
        if (way.caveat() == null) {
          as.containsExactlyInAnyOrderElementsOf(wanted);
        } else {
          as.isSubsetOf(wanted);
        }
        tried.merge(way.operation(), 1, Integer::sum);
        ReadPlan plan = way.plan();
        count(kinds, "several requests", plan.requests().size() > 1);
        count(kinds, "fetch", plan.fetch() != null);
        count(kinds, "check", plan.check() != null);
        count(kinds, "caveat", way.caveat() != null);
      }
    }
    assertThat(tried.values()).hasSize(3).allSatisfy(count -> assertThat(count).isGreaterThan(5));
    assertThat(kinds.values()).hasSize(4).allSatisfy(count -> assertThat(count).isGreaterThan(10));
  }

  @Test
  void aReadThatStopsGoesOnWhereItWasOverAllItsRequests() {
    List<Attr> some = IntStream.range(0, 20).mapToObj(i -> (Attr) new Attr.S("P" + i)).toList();
    QuerySpec spec = QuerySpec.auto(List.of(new Condition.In(AttrPath.of("pk"), some)));
    ReadPlan plan = query(spec);
    assertThat(plan.requests()).hasSize(20);
    assertThat(keys(items(plan, new Budget(3, 3, 1_000, Duration.ofMinutes(1)))))
        .containsExactlyInAnyOrderElementsOf(
            keys(GENERATED.items().stream().filter(i -> some.contains(i.get("pk"))).toList()));
  }

  @Test
  void aLimitHoldsOverSeveralRequestsAndReadsNoMoreThanItNeeds() {
    List<Attr> some = IntStream.range(0, 20).mapToObj(i -> (Attr) new Attr.S("P" + i)).toList();
    QuerySpec spec =
        new QuerySpec(
            QuerySpec.Mode.AUTO,
            null,
            List.of(),
            List.of(),
            List.of(new Condition.In(AttrPath.of("pk"), some)),
            List.of(),
            false,
            false,
            2);
    ReadPlan plan = query(spec);
    ReadResult result =
        session.reader().read(plan, null, ALL, new RowDictionary(), Progress.none());
    assertThat(result.count()).isEqualTo(2);
    assertThat(result.scanned()).isLessThanOrEqualTo(3);
  }

  private static ReadPlan query(QuerySpec spec) {
    return Planner.ways(table, spec, Observed.none()).usable().stream()
        .map(Way.Usable::plan)
        .filter(plan -> plan.operation() == ReadPlan.Operation.QUERY)
        .findFirst()
        .orElseThrow();
  }

  private static void count(Map<String, Integer> kinds, String kind, boolean is) {
    if (is) {
      kinds.merge(kind, 1, Integer::sum);
    }
  }

  private static QuerySpec spec(List<Condition> conditions) {
    List<AttrPath> projection =
        RANDOM.nextInt(3) == 0
            ? List.of(AttrPath.of("total"), AttrPath.of("date"))
            : List.<AttrPath>of();
    return new QuerySpec(
        QuerySpec.Mode.AUTO,
        null,
        List.of(),
        List.of(),
        conditions,
        projection,
        RANDOM.nextBoolean(),
        false,
        null);
  }

  private static List<Item> items(ReadPlan plan) {
    return items(plan, ALL);
  }

  /// All of it, in parts of a budget.
  private static List<Item> items(ReadPlan plan, Budget budget) {
    List<Item> items = new ArrayList<>();
    @Nullable Cursor cursor = null;
    do {
      ReadResult result =
          session.reader().read(plan, cursor, budget, new RowDictionary(), Progress.none());
      result
          .chunks()
          .forEach(chunk -> IntStream.range(0, chunk.size()).forEach(i -> items.add(chunk.get(i))));
      cursor = result.cursor();
    } while (cursor != null);
    return items;
  }

  private static List<ItemKey> keys(List<Item> items) {
    return items.stream().map(table::keyOf).toList();
  }

  private static Condition condition(int depth) {
    if (depth > 0 && RANDOM.nextInt(3) == 0) {
      List<Condition> parts =
          IntStream.rangeClosed(0, 1 + RANDOM.nextInt(2))
              .mapToObj(_ -> condition(depth - 1))
              .toList();
      return switch (RANDOM.nextInt(5)) {
        case 0 -> new Condition.Not(parts.getFirst());
        case 1, 2 -> new Condition.And(parts);
        default -> new Condition.Or(parts);
      };
    }
    String name =
        List.of("pk", "pk", "pk", "sk", "sk", "customer", "date", "state", "flag", "total")
            .get(RANDOM.nextInt(10));
    AttrPath path = AttrPath.of(name);
    Attr value = value(name);
    boolean text = value instanceof Attr.S;
    return switch (RANDOM.nextInt(name.equals("sk") || name.equals("date") ? 8 : 14)) {
      case 0, 8, 9, 10, 11 -> new Condition.Compare(path, Comparison.EQ, value);
      case 1 -> new Condition.Compare(path, Comparison.values()[1 + RANDOM.nextInt(5)], value);
      case 2, 12 -> new Condition.In(path, List.of(value, value(name), value(name)));
      case 3 -> between(path, value, value(name));
      case 4 ->
          text
              ? new Condition.BeginsWith(path, prefix((Attr.S) value))
              : new Condition.Compare(path, Comparison.LE, value);
      case 5 -> new Condition.Compare(path, Comparison.GT, value);
      case 6 -> new Condition.Compare(path, Comparison.LT, value);
      default -> RANDOM.nextBoolean() ? new Condition.Exists(path) : new Condition.NotExists(path);
    };
  }

  private static Condition between(AttrPath path, Attr one, Attr other) {
    return Matcher.order(one, other).orElse(0) <= 0
        ? new Condition.Between(path, one, other)
        : new Condition.Between(path, other, one);
  }

  private static Attr.S prefix(Attr.S value) {
    return new Attr.S(value.value().substring(0, Math.max(1, value.value().length() - 1)));
  }

  /// A value that some item has.
  private static Attr value(String name) {
    while (true) {
      Attr value = GENERATED.items().get(RANDOM.nextInt(GENERATED.items().size())).get(name);
      if (value != null) {
        return value;
      }
    }
  }
}
