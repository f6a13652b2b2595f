package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SdkItemReaderTest {
  private static final int ITEMS = 500;
  private static final Budget ALL = new Budget(10_000, 100_000, 10_000, Duration.ofMinutes(1));

  private static Session session;
  private static TableSchema table;

  @BeforeAll
  static void fill() {
    session = Sessions.fresh();
    table = session.tables().create(Sessions.draft("read"));
    session
        .writer()
        .putAll(
            "read", IntStream.range(0, ITEMS).mapToObj(i -> item(i)).iterator(), Progress.none());
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void aScanReturnsEveryItemOnceOverTheCursor() {
    var budget = new Budget(120, 100_000, 10_000, Duration.ofMinutes(1));
    List<Item> rows = new ArrayList<>();
    Cursor cursor = null;
    do {
      ReadResult result = read(scan(null, null), cursor, budget);
      rows.addAll(items(result));
      cursor = result.cursor();
    } while (cursor != null);

    assertThat(rows).hasSize(ITEMS).doesNotHaveDuplicates().contains(item(0), item(ITEMS - 1));
  }

  @Test
  void itStopsAtTheItemsOfTheBudgetAndSaysWhatItCost() {
    ReadResult result =
        read(scan(null, null), null, new Budget(100, 100_000, 10_000, Duration.ofMinutes(1)));

    assertThat(result.count()).isEqualTo(100);
    assertThat(result.scanned()).isEqualTo(100);
    assertThat(result.pages()).isOne();
    assertThat(result.readUnits()).isPositive();
    assertThat(result.cursor()).isNotNull();
    assertThat(lastCall().readUnits()).isEqualTo(result.readUnits());
  }

  @Test
  void itStopsAtTheScannedTheUnitsAndTheTimeOfTheBudget() {
    String rare = "#s = :s";
    ReadResult scanned =
        read(scan(rare, null), null, new Budget(1_000, 60, 10_000, Duration.ofMinutes(1)));
    assertThat(scanned.scanned()).isEqualTo(60);
    assertThat(scanned.cursor()).isNotNull();

    var onePage = scan(rare, 2);
    ReadResult units = read(onePage, null, new Budget(1_000, 100_000, 0.5, Duration.ofMinutes(1)));
    assertThat(units.pages()).isOne();
    assertThat(read(onePage, null, new Budget(1_000, 100_000, 1_000, Duration.ZERO)).pages())
        .isOne();
  }

  @Test
  void aLimitHoldsAndTheNextReadGoesOnBehindIt() {
    ReadResult first = read(scan(null, 7), null, ALL);
    ReadResult second = read(scan(null, 7), first.cursor(), ALL);

    assertThat(items(first)).hasSize(7);
    assertThat(items(second)).hasSize(7).doesNotContainAnyElementsOf(items(first));
  }

  @Test
  void aLimitWithAFilterReadsOnUntilThatManyMatchAndSkipsNone() {
    // Every tenth item matches.
    List<Item> rows = new ArrayList<>();
    Cursor cursor = null;
    do {
      ReadResult result = read(scan("#s = :s", 8), cursor, ALL);
      assertThat(result.count()).isLessThanOrEqualTo(8);
      rows.addAll(items(result));
      cursor = result.cursor();
    } while (cursor != null);

    assertThat(rows).hasSize(ITEMS / 10).doesNotHaveDuplicates();
  }

  @Test
  void aQueryReadsInOrderAndDescending() {
    var names = new LinkedHashMap<String, String>();
    names.put("#p", "pk");
    var values = new LinkedHashMap<String, Attr>();
    values.put(":p", new Attr.S("p3"));

    List<Item> up = items(read(query("#p = :p", names, values, false), null, ALL));
    List<Item> down = items(read(query("#p = :p", names, values, true), null, ALL));

    assertThat(up).hasSize(ITEMS / 5).startsWith(item(3), item(8));
    assertThat(down).isEqualTo(up.reversed());
  }

  @Test
  void oneItemIsReadConsistentlyOrIsMissing() {
    assertThat(session.reader().get(table, table.keyOf(item(3)))).contains(item(3));
    assertThat(lastCall().cli()).contains("--consistent-read");
    assertThat(session.reader().get(table, table.keyOf(item(ITEMS)))).isEmpty();
  }

  @Test
  void aTableDeletedWhileItIsReadIsNotFound() {
    session.tables().create(Sessions.draft("short-lived"));
    session.tables().delete("short-lived");
    var plan = plan(ReadPlan.Operation.SCAN, "short-lived", null, null, null, false, null);

    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> read(plan, null, ALL)).problem();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
  }

  private static CallRecord lastCall() {
    return session.calls().records().getLast();
  }

  private static ReadResult read(ReadPlan plan, @Nullable Cursor cursor, Budget budget) {
    return session.reader().read(plan, cursor, budget, new RowDictionary(), Progress.none());
  }

  private static List<Item> items(ReadResult result) {
    List<Item> items = new ArrayList<>();
    for (RowChunk chunk : result.chunks()) {
      IntStream.range(0, chunk.size()).mapToObj(chunk::get).forEach(items::add);
    }
    assertThat(items).hasSize((int) result.count());
    return items;
  }

  private static Item item(int i) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("p" + i % 5));
    fields.put("sk", new Attr.N(Integer.toString(i)));
    fields.put("status", new Attr.S(i % 10 == 0 ? "rare" : "common"));
    return new Item(fields);
  }

  private static ReadPlan scan(@Nullable String filter, @Nullable Integer limit) {
    return plan(ReadPlan.Operation.SCAN, "read", null, filter, limit, false, null);
  }

  private static ReadPlan query(
      String keyCondition,
      SequencedMap<String, String> names,
      SequencedMap<String, Attr> values,
      boolean descending) {
    return ReadPlan.of(
        ReadPlan.Operation.QUERY,
        "read",
        null,
        new ReadRequest(null, keyCondition, null, null, names, values),
        descending,
        true,
        null,
        "");
  }

  private static ReadPlan plan(
      ReadPlan.Operation operation,
      String table,
      @Nullable String keyCondition,
      @Nullable String filter,
      @Nullable Integer limit,
      boolean descending,
      @Nullable String projection) {
    var names = new LinkedHashMap<String, String>();
    var values = new LinkedHashMap<String, Attr>();
    if (filter != null) {
      names.put("#s", "status");
      values.put(":s", new Attr.S("rare"));
    }
    return ReadPlan.of(
        operation,
        table,
        null,
        new ReadRequest(null, keyCondition, filter, projection, names, values),
        descending,
        false,
        limit,
        "");
  }
}
