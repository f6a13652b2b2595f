package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.transfer.BulkItems;
import dev.sortkey.core.transfer.BulkItems.Part;
import dev.sortkey.core.transfer.BulkItems.Write;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.standin.StandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SdkBulkItemsTest {
  private final Session session = Sessions.fresh();
  private final Told told = new Told();
  private final List<SdkClients> opened = new ArrayList<>();
  private TableSchema table;

  @BeforeEach
  void create() {
    table = session.tables().create(Sessions.draft("bulk"));
  }

  @AfterEach
  void close() {
    opened.forEach(SdkClients::close);
    session.close();
  }

  @Test
  void thePartsTogetherHaveEachItemOnce() {
    put(session.bulk(), items(4_000));
    assertThat(told.written).hasSize(4_000);

    Map<Integer, Integer> seen = new TreeMap<>();
    for (Part part : Part.of("bulk", 3, true)) {
      session
          .bulk()
          .scan(
              part,
              page -> {
                page.items().forEach(item -> seen.merge(number(item), 1, Integer::sum));
                assertThat(page.readUnits()).isPositive();
                return true;
              });
    }

    assertThat(seen).hasSize(4_000).allSatisfy((_, times) -> assertThat(times).isOne());
  }

  @Test
  void aPartGoesOnWhereItsCursorStands() {
    put(session.bulk(), items(3_500));
    List<Item> read = new ArrayList<>();
    Cursor[] stopped = new Cursor[1];

    session
        .bulk()
        .scan(
            new Part("bulk", 0, 1, null, false),
            page -> {
              read.addAll(page.items());
              stopped[0] = page.next();
              return false;
            });
    assertThat(read).hasSizeBetween(1, 3_499);
    session
        .bulk()
        .scan(new Part("bulk", 0, 1, stopped[0], false), page -> read.addAll(page.items()));

    assertThat(read).hasSize(3_500).doesNotHaveDuplicates();
  }

  @Test
  void whatDynamoDbRefusesIsSingledOutAndTheRestIsWritten() {
    List<Item> items = new ArrayList<>(items(60));
    items.set(7, item(7).with("sk", new Attr.S("no number")));
    items.set(8, item(8).with("big", new Attr.S("x".repeat(410_000))));
    items.set(55, item(55).with("set", Attr.SS.of(List.of())));

    put(session.bulk(), items);

    assertThat(told.refused.keySet()).containsExactly(7L, 8L, 55L);
    assertThat(told.refused.get(8L).kind()).isEqualTo(Problem.Kind.LIMIT);
    assertThat(told.refused.get(55L).kind()).isEqualTo(Problem.Kind.INVALID_REQUEST);
    assertThat(told.written).hasSize(57);
    assertThat(session.tables().describe("bulk").itemCount()).isEqualTo(57);
  }

  @Test
  void ofTwoWritesOfOneKeyTheLaterStands() {
    Item first = item(1).with("n", new Attr.S("first"));
    Item second = item(1).with("sk", new Attr.N("1.0")).with("n", new Attr.S("second"));

    put(session.bulk(), List.of(first, item(2), second));

    assertThat(told.written).containsExactly(0L, 1L, 2L);
    assertThat(session.reader().get(table, table.keyOf(first)).orElseThrow().get("n"))
        .isEqualTo(new Attr.S("second"));
  }

  @Test
  void itemsAreDeletedByKey() {
    put(session.bulk(), items(30));
    List<Write> deletes =
        IntStream.range(0, 29)
            .mapToObj(i -> (Write) new Write.Delete(i, table.keyOf(item(i))))
            .toList();

    session.bulk().write(table, deletes.iterator(), told, Progress.none());

    assertThat(session.tables().describe("bulk").itemCount()).isOne();
  }

  @Test
  void aCancelStopsBetweenTwoBatchesAndWhatIsNotToldIsNotWritten() {
    var progress =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean cancelled() {
            return told.written.size() >= 50;
          }
        };

    session.bulk().write(table, puts(items(200)), told, progress);

    assertThat(told.written).hasSize(50);
    assertThat(session.tables().describe("bulk").itemCount()).isEqualTo(50);
  }

  @Test
  void unprocessedWritesAreSentUntilTheyAreTaken() {
    List<String> taken = new ArrayList<>();
    try (var aws = new StandIn(null, batches(taken, request -> request.size() > 3))) {
      put(hasty(aws), items(25));
    }

    assertThat(taken).hasSize(25).doesNotHaveDuplicates();
    assertThat(told.written)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 25).boxed().toList());
  }

  @Test
  void throttlingIsWaitedOutInReadsAndWrites() {
    var refusals = new AtomicInteger(7);
    List<String> taken = new ArrayList<>();
    StandIn.Service throttling =
        _ ->
            refusals.getAndDecrement() > 0
                ? Optional.of(
                    StandIn.Reply.error(
                        "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
                        "slow down"))
                : Optional.empty();
    StandIn.Service scan =
        request ->
            request.operation().equals("Scan")
                ? Optional.of(StandIn.Reply.json(Map.of("Items", List.of(), "ScannedCount", 0)))
                : Optional.empty();
    try (var aws = new StandIn(null, throttling, scan, batches(taken, _ -> false))) {
      put(hasty(aws), items(10));
      assertThat(told.written).hasSize(10);
      refusals.set(7);
      List<Integer> pages = new ArrayList<>();
      hasty(aws).scan(new Part("bulk", 0, 1, null, false), page -> pages.add(page.items().size()));
      assertThat(pages).containsExactly(0);
    }
  }

  @Test
  void aMissingTableEndsTheRunAndRefusesNobody() {
    session.tables().delete("bulk");

    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> put(session.bulk(), items(30)))
            .problem();

    assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(told.refused).isEmpty();
    assertThat(told.written).isEmpty();
  }

  private void put(BulkItems bulk, List<Item> items) {
    bulk.write(table, puts(items), told, Progress.none());
  }

  private static Iterator<Write> puts(List<Item> items) {
    return IntStream.range(0, items.size())
        .mapToObj(i -> (Write) new Write.Put(i, items.get(i)))
        .iterator();
  }

  private static List<Item> items(int count) {
    return IntStream.range(0, count).mapToObj(SdkBulkItemsTest::item).toList();
  }

  private static Item item(int number) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("p" + number % 17));
    fields.put("sk", new Attr.N(Integer.toString(number)));
    return new Item(fields);
  }

  private static int number(Item item) {
    return Integer.parseInt(((Attr.N) item.attributes().get("sk")).digits());
  }

  private BulkItems hasty(StandIn aws) {
    var target = new Target(aws.endpoint(), "eu-west-1", null);
    var clients = new SdkClients(SdkAccess.of(Sessions.freshKeys()), target, List.of());
    opened.add(clients);
    return new SdkBulkItems(clients, new ProblemMapping(() -> target), Duration.ofMillis(1));
  }

  /// Takes batches, sending back all but the first three writes of those that fit.
  private static StandIn.Service batches(List<String> taken, Predicate<JsonNode> sendsBack) {
    return request -> {
      if (!request.operation().equals("BatchWriteItem")) {
        return Optional.empty();
      }
      JsonNode writes = request.json().path("RequestItems").path("bulk");
      List<JsonNode> back = new ArrayList<>();
      for (int i = 0; i < writes.size(); i++) {
        if (i >= 3 && sendsBack.test(writes)) {
          back.add(writes.get(i));
        } else {
          taken.add(writes.get(i).toString());
        }
      }
      return Optional.of(
          StandIn.Reply.json(
              Map.of("UnprocessedItems", back.isEmpty() ? Map.of() : Map.of("bulk", back))));
    };
  }

  private static final class Told implements BulkItems.Outcomes {
    final List<Long> written = new ArrayList<>();
    final Map<Long, Problem> refused = new TreeMap<>();

    @Override
    public void written(List<Write> writes, double writeUnits) {
      writes.forEach(write -> written.add(write.number()));
    }

    @Override
    public void refused(Write write, Problem why) {
      refused.put(write.number(), why);
    }
  }
}
