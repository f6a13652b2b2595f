package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.expr.Expressions;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the planner plans, DynamoDB takes, and what it refuses, DynamoDB would refuse too; tried on
/// the sample tables.
class PlannedReadTest {
  private static final Budget ALL = new Budget(10_000, 100_000, 10_000, Duration.ofMinutes(1));
  private static final String BY_CUSTOMER = "CustomerID-OrderDate-index";

  private static final Map<String, TableSchema> TABLES = new HashMap<>();
  private static Session session;

  @BeforeAll
  static void fill() {
    session = Sessions.fresh();
    for (SampleTable sample : SampleTables.all()) {
      String name = sample.draft().name();
      session.tables().create(sample.draft());
      session.writer().putAll(name, sample.items().get(), Progress.none());
      TABLES.put(name, session.tables().describe(name));
    }
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void allTypesComeBackAsTheyWere() {
    List<Item> rows = read("AllTypes", QuerySpec.scan());
    List<Item> samples = new ArrayList<>();
    SampleTables.all().get(2).items().get().forEachRemaining(samples::add);
    assertThat(rows).containsExactlyInAnyOrderElementsOf(samples);
  }

  @Test
  void theGuidesQueryFindsTheOrder() {
    List<Item> rows = read("CustomerOrders", query(null, "1001"));
    assertThat(rows)
        .singleElement()
        .satisfies(o -> assertThat(o.get("CustomerID")).isEqualTo(s("C123")));
  }

  @Test
  void aCollectionIsReadByRangePrefixAndDescending() {
    assertThat(read("Shop", query(null, "USER#C123"))).hasSize(13);
    assertThat(
            read(
                "Shop",
                query(null, "USER#C123", new Condition.BeginsWith(path("SK"), s("ORDER#")))))
        .hasSize(9);
    var range = new Condition.Between(path("SK"), s("ORDER#2024-12-14"), s("ORDER#2024-12-19"));
    assertThat(read("Shop", query(null, "USER#C123", range))).hasSize(4);
  }

  @Test
  void anIndexIsReadWithAFilterAndAProjection() {
    var spec =
        new QuerySpec(
            QuerySpec.Mode.QUERY,
            BY_CUSTOMER,
            List.of(s("C123")),
            List.of(new Condition.Compare(path("OrderDate"), Comparison.GE, s("2024-01-01"))),
            List.of(new Condition.Compare(path("TotalAmount"), Comparison.LT, new Attr.N("200"))),
            List.of(AttrPath.parse("Items[0].Price")),
            true,
            false,
            null);
    assertThat(read("CustomerOrders", spec))
        .anySatisfy(row ->
            assertThat(row.attributes().keySet())
                .containsExactlyInAnyOrder("OrderID", "CustomerID", "Items"));
  }

  static List<QuerySpec> refused() {
    return List.of(
        query(null, ""),
        query(null, "1", new Condition.BeginsWith(path("CustomerID"), s(""))),
        query(null, "1", new Condition.Compare(path("CustomerID"), Comparison.EQ, s(""))),
        query(null, "1", new Condition.Compare(path("CustomerID"), Comparison.NE, s("x"))),
        query(null, "1", new Condition.Between(path("CustomerID"), s("b"), s("a"))),
        query(null, "1", new Condition.Compare(path("Status"), Comparison.EQ, s("x"))),
        query(null, "1", new Condition.Compare(path("CustomerID"), Comparison.EQ, new Attr.N("1"))),
        filtered(QuerySpec.Mode.QUERY, new Condition.Exists(path("CustomerID"))),
        filtered(
            QuerySpec.Mode.SCAN,
            new Condition.Between(path("a"), new Attr.N("10"), new Attr.N("9"))),
        filtered(QuerySpec.Mode.SCAN, new Condition.Between(path("a"), new Attr.N("1"), s("9"))),
        filtered(
            QuerySpec.Mode.SCAN,
            new Condition.Compare(path("a"), Comparison.LT, new Attr.Bool(true))),
        filtered(QuerySpec.Mode.SCAN, new Condition.BeginsWith(path("a"), new Attr.N("1"))),
        filtered(
            QuerySpec.Mode.SCAN, new Condition.Compare(path("a"), Comparison.EQ, new Attr.N("x"))));
  }

  @ParameterizedTest
  @MethodSource
  void refused(QuerySpec spec) {
    TableSchema orders = TABLES.get("CustomerOrders");
    assertThatThrownBy(() -> Planner.plan(orders, spec))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> run(unchecked(spec))).isInstanceOf(ProblemException.class);
  }

  /// The plan as it would be without any check.
  private static ReadPlan unchecked(QuerySpec spec) {
    var expressions = new Expressions();
    boolean query = spec.mode() == QuerySpec.Mode.QUERY;
    String key = null;
    if (query) {
      List<Condition> parts = new ArrayList<>();
      parts.add(new Condition.Compare(path("OrderID"), Comparison.EQ, spec.partition().getFirst()));
      parts.addAll(spec.sort());
      key = expressions.condition(new Condition.And(parts));
    }
    String filter =
        spec.filters().isEmpty() ? null : expressions.condition(spec.filters().getFirst());
    return ReadPlan.of(
        query ? ReadPlan.Operation.QUERY : ReadPlan.Operation.SCAN,
        "CustomerOrders",
        null,
        new ReadRequest(null, key, filter, null, expressions.names(), expressions.values()),
        false,
        false,
        null,
        "");
  }

  private static List<Item> read(String table, QuerySpec spec) {
    return run(Planner.plan(TABLES.get(table), spec));
  }

  private static List<Item> run(ReadPlan plan) {
    ReadResult result =
        session.reader().read(plan, null, ALL, new RowDictionary(), Progress.none());
    List<Item> rows = new ArrayList<>();
    result
        .chunks()
        .forEach(chunk -> {
          for (int i = 0; i < chunk.size(); i++) {
            rows.add(chunk.get(i));
          }
        });
    return rows;
  }

  private static QuerySpec query(String index, String partition, Condition... sort) {
    return new QuerySpec(
        QuerySpec.Mode.QUERY,
        index,
        List.of(s(partition)),
        List.of(sort),
        List.of(),
        List.of(),
        false,
        false,
        null);
  }

  private static QuerySpec filtered(QuerySpec.Mode mode, Condition filter) {
    return new QuerySpec(
        mode,
        null,
        mode == QuerySpec.Mode.QUERY ? List.of(s("1")) : List.of(),
        List.of(),
        List.of(filter),
        List.of(),
        false,
        false,
        null);
  }

  private static AttrPath path(String name) {
    return AttrPath.of(name);
  }

  private static Attr s(String text) {
    return new Attr.S(text);
  }
}
