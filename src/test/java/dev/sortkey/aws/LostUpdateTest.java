package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.Commit;
import dev.sortkey.core.edit.CommitPlan;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.Standing;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// People and programs write the same few items at the same time, some of them over a line that
/// loses answers, and nothing that anyone wrote is ever lost or written twice.
class LostUpdateTest {
  private static final int ROUNDS = 1_050;
  private static final int PEOPLE = 6;
  private static final int ITEMS = 3;
  private static final AttrPath QUANTITY = AttrPath.parse("lines[0].quantity");

  private final Keys keys = Sessions.freshKeys();
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicInteger conflicts = new AtomicInteger();

  /// What was added to each item, as those who added it know.
  private final Map<String, AtomicInteger> added = new ConcurrentHashMap<>();

  private final Set<String> members = ConcurrentHashMap.newKeySet();
  private final Set<String> created = ConcurrentHashMap.newKeySet();
  private final Set<String> deleted = ConcurrentHashMap.newKeySet();

  /// What nobody can tell.
  private final ConcurrentLinkedQueue<WriteReport.Entry> doubts = new ConcurrentLinkedQueue<>();

  @Test
  void notOneUpdateIsLost() throws Exception {
    var random = ThreadLocalRandom.current();
    try (Session direct = Sessions.open(Sessions.local(), keys);
        var proxy =
            new LosingProxy(Sessions.local(), () -> ThreadLocalRandom.current().nextInt(20) == 0);
        Session lossy = Sessions.open(proxy.endpoint(), keys);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      TableSchema table = direct.tables().create(Sessions.draft("contended"));
      for (int i = 0; i < ITEMS; i++) {
        direct.writer().putAll("contended", List.of(order(i)).iterator(), Progress.none());
      }
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        var person = new Person(i, table, i % 3 == 2 ? lossy : direct, random.nextLong());
        running.add(threads.submit(person::work));
      }
      running.add(threads.submit(this::program));
      for (Future<?> each : running) {
        each.get();
      }

      assertThat(rounds.get()).isGreaterThanOrEqualTo(ROUNDS);
      assertThat(conflicts.get()).as("they did get in each other's way").isGreaterThan(100);
      assertThat(doubts).as("hardly ever do three answers in a row go lost").hasSizeLessThan(10);
      for (int i = 0; i < ITEMS; i++) {
        Item item = direct.reader().get(table, table.keyOf(order(i))).orElseThrow();
        int known = added.getOrDefault("total" + i, new AtomicInteger()).get();
        assertThat(number(item, AttrPath.of("total"))).isBetween(known, known + doubts.size());
        int quantity = added.getOrDefault("quantity" + i, new AtomicInteger()).get();
        assertThat(number(item, QUANTITY)).isBetween(quantity, quantity + doubts.size());
        String suffix = "@" + i;
        Set<String> tags = ((Attr.SS) item.get("tags")).values();
        assertThat(tags).containsAll(members.stream().filter(tag -> tag.endsWith(suffix)).toList());
      }
      Optional<Item> slot = direct.reader().get(table, table.keyOf(key(99)));
      created.removeAll(deleted);
      if (doubts.isEmpty()) {
        assertThat(created).hasSize(slot.isPresent() ? 1 : 0);
        slot.ifPresent(item -> assertThat(created).contains(text(item)));
      }
    }
  }

  /// Reads some items, edits them, commits, and merges until all is written.
  private final class Person {
    private final int number;
    private final TableSchema table;
    private final Session session;
    private final Random random;
    private int tokens;

    Person(int number, TableSchema table, Session session, long seed) {
      this.number = number;
      this.table = table;
      this.session = session;
      this.random = new Random(seed);
    }

    void work() {
      while (rounds.get() < ROUNDS) {
        if (random.nextInt(4) == 0) {
          slot();
        } else {
          edit();
        }
      }
    }

    /// Whoever finds the slot empty puts a token in; whoever finds one takes that very one out.
    private void slot() {
      Optional<Item> there = read(key(99));
      String token = there.map(LostUpdateTest::text).orElse("p" + number + "t" + tokens++);
      ChangeSet set =
          there.isPresent()
              ? ChangeSet.empty().delete(table, there.get(), Instant.now(), Instant.now())
              : ChangeSet.empty()
                  .create(table, key(99).with("text", new Attr.S(token)), Instant.now());
      WriteReport report = commit(set);
      if (report.applied() == 1 && there.isPresent()) {
        // Who lost the answer and finds the item gone cannot tell by whom, so that two may count
        // it.
        deleted.add(token);
      } else if (report.applied() == 1) {
        assertThat(created.add(token)).isTrue();
      }
    }

    private void edit() {
      ChangeSet set = ChangeSet.empty();
      for (int i = 0; i < ITEMS; i++) {
        if (i > 0 && random.nextBoolean()) {
          continue;
        }
        Item item = read(order(i)).orElseThrow();
        set = set.edit(table, item, edited(item, i), Instant.now(), Instant.now());
      }
      while (!set.isEmpty()) {
        WriteReport report = commit(set);
        report.entries().forEach(this::count);
        set = merged(set.settled(table, report, Instant.now()), report);
      }
    }

    /// Three answers in a row may go lost; a read is as well made once more.
    private Optional<Item> read(Item item) {
      while (true) {
        try {
          return session.reader().get(table, table.keyOf(item));
        } catch (ProblemException e) {
          assertThat(e.problem().kind()).isEqualTo(Problem.Kind.NETWORK);
        }
      }
    }

    private Item edited(Item item, int number) {
      Item more = item.with("total", plusOne(item.get("total")));
      if (random.nextBoolean()) {
        more = more.with(QUANTITY, plusOne(item.get(QUANTITY)));
      }
      List<String> tags = new ArrayList<>(((Attr.SS) item.get("tags")).values());
      tags.add("p" + this.number + "." + tokens++ + "@" + number);
      if (tags.size() > 40) {
        // A tag of one's own may go, and is then no longer looked for.
        tags.stream()
            .filter(tag -> tag.startsWith("p" + this.number + ".") && members.contains(tag))
            .findFirst()
            .ifPresent(tag -> {
              members.remove(tag);
              tags.remove(tag);
            });
      }
      return more.with("tags", Attr.SS.of(tags));
    }

    private void count(WriteReport.Entry entry) {
      if (entry.outcome() instanceof WriteOutcome.InDoubt) {
        doubts.add(entry);
      }
      if (!(entry.outcome() instanceof WriteOutcome.Applied)) {
        return;
      }
      Item after = entry.change().after();
      String item = ((Attr.N) after.get("sk")).digits();
      entry
          .change()
          .diff()
          .changes()
          .forEach(change -> {
            if (change.path().equals(AttrPath.of("total"))) {
              increment("total" + item);
            } else if (change.path().equals(QUANTITY)) {
              increment("quantity" + item);
            } else {
              change.places().stream()
                  .map(place -> ((Attr.S) place.member()).value())
                  .filter(((Attr.SS) after.get("tags")).values()::contains)
                  .forEach(members::add);
            }
          });
    }

    /// Each conflict is merged: what both counted up is counted up from theirs. One that shows this
    /// person's own tag was made after all: its answer was lost, and someone else wrote before it
    /// could be asked for.
    private ChangeSet merged(ChangeSet set, WriteReport report) {
      conflicts.addAndGet((int) report.conflicts());
      ChangeSet now = set;
      for (Staged staged : List.copyOf(set.all())) {
        if (staged.standing() instanceof Standing.Changed(Item theirs, Instant _)) {
          if (((Attr.SS) theirs.get("tags")).values().containsAll(newTags(staged.change()))) {
            count(new WriteReport.Entry(staged.change(), new WriteOutcome.Applied(0)));
            now = now.discard(List.of(table.keyOf(theirs)));
            continue;
          }
          Merge merge = Merge.of(staged, theirs);
          for (Merge.Row row : merge.rows()) {
            if (row.path().equals(AttrPath.of("total")) || row.path().equals(QUANTITY)) {
              boolean mine = row.side() != Merge.Side.THEIRS;
              merge =
                  merge.choose(
                      row.path(),
                      mine
                          ? new Merge.Choice.Own(plusOne(row.theirs()))
                          : new Merge.Choice.Theirs());
            }
          }
          assertThat(merge.undecided()).isZero();
          now = now.merged(table, table.keyOf(theirs), theirs, merge.result(), Instant.now());
        } else if (staged.standing() instanceof Standing.Refused) {
          now = now.discard(List.of(table.keyOf(staged.change().after())));
        }
      }
      return now;
    }

    private static List<String> newTags(Change change) {
      Item after = change.after();
      return change.diff().places().stream()
          .filter(place -> place.member() != null)
          .map(place -> ((Attr.S) place.member()).value())
          .filter(((Attr.SS) after.get("tags")).values()::contains)
          .toList();
    }

    private WriteReport commit(ChangeSet set) {
      rounds.incrementAndGet();
      return new Commit(table, session.writer(), Lanes.single(), Progress.none())
          .run(CommitPlan.of(set.all(), random.nextBoolean()));
    }
  }

  /// Writes by its own means, as another application does.
  private void program() {
    var target = new Target(Sessions.local(), "eu-west-1", null);
    try (var clients = new SdkClients(SdkAccess.of(keys), target, List.of())) {
      DynamoDbClient client = clients.dynamo();
      while (rounds.get() < ROUNDS) {
        int item = ThreadLocalRandom.current().nextInt(ITEMS);
        client.updateItem(request ->
            request
                .tableName("contended")
                .key(SdkAttr.toSdk(key(item).attributes()))
                .updateExpression("SET #t = #t + :one, #l[0].quantity = #l[0].quantity + :one")
                .expressionAttributeNames(Map.of("#t", "total", "#l", "lines"))
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
        increment("total" + item);
        increment("quantity" + item);
      }
    }
  }

  private void increment(String what) {
    added.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
  }

  private static Item key(int number) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("p"));
    fields.put("sk", new Attr.N("" + number));
    return new Item(fields);
  }

  private static Item order(int number) {
    var zero = new Attr.N("0");
    return key(number)
        .with("total", zero)
        .with("tags", Attr.SS.of(List.of("first")))
        .with(
            "lines",
            new Attr.L(
                List.of(Attr.M.of(Map.of("quantity", zero)), Attr.M.of(Map.of("quantity", zero)))));
  }

  private static String text(Item item) {
    return ((Attr.S) item.get("text")).value();
  }

  private static int number(Item item, AttrPath path) {
    return Integer.parseInt(((Attr.N) item.get(path)).digits());
  }

  private static Attr plusOne(Attr number) {
    return new Attr.N("" + (Integer.parseInt(((Attr.N) number).digits()) + 1));
  }
}
