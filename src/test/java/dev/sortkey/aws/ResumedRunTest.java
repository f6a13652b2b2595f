package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.bulk.RunJournal;
import dev.sortkey.core.bulk.RunPoint;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.BulkRuns;
import dev.sortkey.store.HeldRun;
import dev.sortkey.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bulk edit that cannot be done twice, ended at any point and gone on with from the disk, on
/// DynamoDB Local: in the end each item was changed exactly once.
class ResumedRunTest {
  private static final int ITEMS = 40;

  /// Two batches to a page.
  private static final int PAGE = 30;

  private static final BulkEdit ADD =
      new BulkEdit.Steps(List.of(new Operation.Add(AttrPath.of("n"), "1")));

  @TempDir private Path folder;
  private final Session session = Sessions.fresh();
  private final TableSchema table = session.tables().create(Sessions.draft("bulk"));
  private final ReadPlan plan = Planner.plan(table, QuerySpec.scan());

  @AfterEach
  void close() {
    session.close();
  }

  /// As when the process ends.
  private static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1;

    Cut() {
      super("cut", null, false, false);
    }
  }

  /// Counts the moments of a run and ends it at one of them.
  private static final class Moments {
    private final int last;
    private int now;

    Moments(int last) {
      this.last = last;
    }

    void pass() {
      if (now++ == last) {
        throw new Cut();
      }
    }
  }

  private void fill(int items) {
    session
        .writer()
        .putAll(
            "bulk",
            IntStream.range(0, items)
                .mapToObj(i -> {
                  var fields = new LinkedHashMap<String, Attr>();
                  fields.put("pk", new Attr.S("p" + i % 7));
                  fields.put("sk", new Attr.N(String.valueOf(i)));
                  fields.put("n", new Attr.N("0"));
                  return new Item(fields);
                })
                .iterator(),
            Progress.none());
  }

  private RunHead begun() {
    RunHead head = RunHead.of("c", table, plan, ADD, 1e9, Instant.now());
    Store.open(folder).bulkRuns().begin(head).close();
    return head;
  }

  /// Goes on as a Sortkey that has just been started, with small pages.
  private BulkRun.Standing goOn(RunHead head, Moments moments) throws InterruptedException {
    try (HeldRun held = Store.open(folder).bulkRuns().take(head).orElseThrow()) {
      return new BulkRun(
              table,
              head,
              held.found(),
              journal(held, moments),
              reader(moments),
              batch -> {
                moments.pass();
                int half = batch.size() / 2;
                List<WriteReport.Entry> entries =
                    new ArrayList<>(write(batch.subList(0, half)).entries());
                moments.pass();
                entries.addAll(write(batch.subList(half, batch.size())).entries());
                moments.pass();
                return new WriteReport(entries);
              },
              System::nanoTime,
              _ -> {})
          .run(Progress.none(), _ -> {});
    }
  }

  private WriteReport write(List<Change> batch) {
    return session.writer().write(table, batch, Progress.none());
  }

  private static RunJournal journal(RunJournal kept, Moments moments) {
    return new RunJournal() {
      @Override
      public void page(RunPoint point) {
        moments.pass();
        kept.page(point);
        moments.pass();
      }

      @Override
      public void note(RunPoint.Step step, RunPoint after) {
        moments.pass();
        kept.note(step, after);
        moments.pass();
      }

      @Override
      public void ended() {
        moments.pass();
        kept.ended();
      }
    };
  }

  private ItemReader reader(Moments moments) {
    return new ItemReader() {
      @Override
      public ReadResult read(
          ReadPlan some,
          Cursor cursor,
          Budget budget,
          RowDictionary dictionary,
          Progress progress) {
        moments.pass();
        return session
            .reader()
            .read(
                some,
                cursor,
                new Budget(PAGE, budget.scanned(), budget.readUnits(), budget.time()),
                dictionary,
                progress);
      }

      @Override
      public Optional<Item> get(TableSchema of, ItemKey key) {
        moments.pass();
        return session.reader().get(of, key);
      }
    };
  }

  /// How many items were changed how often.
  private Map<String, Integer> changed() {
    var store = new RowStore();
    session
        .reader()
        .read(
            plan,
            null,
            new Budget(100_000, 100_000, 1e6, Duration.ofMinutes(1)),
            store.dictionary(),
            Progress.none())
        .chunks()
        .forEach(store::append);
    Map<String, Integer> often = new TreeMap<>();
    for (int i = 0; i < store.size(); i++) {
      often.merge(((Attr.N) store.get(i).get("n")).digits(), 1, Integer::sum);
    }
    return often;
  }

  private List<BulkRuns.Unfinished> unfinished() {
    return Store.open(folder).bulkRuns().of("c", "bulk").runs();
  }

  /// Cuts a run at the moment, and where it was cut lets the rest go undisturbed.
  ///
  /// @return whether it was cut
  private boolean cutAt(int moment, int before) throws Exception {
    RunHead head = begun();
    BulkRun.Standing ended;
    boolean cut = false;
    try {
      ended = goOn(head, new Moments(moment));
    } catch (Cut _) {
      cut = true;
      List<BulkRuns.Unfinished> left = unfinished();
      if (left.isEmpty()) {
        // All was done and noted down; what was left was to take the file away.
        ended = null;
      } else {
        assertThat(left).hasSize(1);
        ended = goOn(left.getFirst().head(), new Moments(-1));
      }
    }
    assertThat(changed()).as("cut at %s", moment).isEqualTo(Map.of("" + (before + 1), ITEMS));
    if (ended != null) {
      assertThat(ended.ended()).isTrue();
      assertThat(ended.read()).as("cut at %s", moment).isEqualTo(ITEMS);
      assertThat(ended.changed()).as("cut at %s", moment).isEqualTo(ITEMS);
      assertThat(ended.conflicts()).isZero();
      assertThat(ended.failed()).isZero();
    }
    assertThat(unfinished()).isEmpty();
    return cut;
  }

  @Test
  void cutAtAnyPointEachItemIsChangedExactlyOnce() throws Exception {
    fill(ITEMS);
    int moment = 0;
    while (cutAt(moment, moment)) {
      moment++;
    }
    assertThat(moment).as("moments of a run").isGreaterThan(25);
  }

  @Test
  void cutAgainAndAgainEachItemIsChangedExactlyOnce() throws Exception {
    int items = 200;
    fill(items);
    RunHead head = begun();
    var random = new Random();
    BulkRun.Standing ended = null;
    int cuts = 0;
    while (ended == null) {
      try {
        ended = goOn(head, new Moments(random.nextInt(2, 40)));
      } catch (Cut _) {
        cuts++;
        if (unfinished().isEmpty()) {
          break;
        }
      }
    }
    assertThat(cuts).isGreaterThan(1);
    assertThat(changed()).isEqualTo(Map.of("1", items));
    if (ended != null) {
      assertThat(ended.changed()).isEqualTo(items);
      assertThat(ended.conflicts()).isZero();
    }
  }

  @Test
  void whatSomeoneElseChangesInBetweenIsLeftAloneAndSaid() throws Exception {
    fill(ITEMS);
    RunHead head = begun();
    // read, page, page, note, note, before the batch, half of it written.
    try {
      goOn(head, new Moments(6));
    } catch (Cut _) {
      assertThat(changed()).isEqualTo(Map.of("0", ITEMS - 12, "1", 12));
    }
    RunPoint point = unfinished().getFirst().point();
    assertThat(point.doubtful()).hasSize(BulkRun.BATCH);
    Item written = theirs(point.doubtful().getFirst(), "1");
    Item unwritten = theirs(point.doubtful().getLast(), "0");
    Item waiting = theirs(point.waiting().getLast(), "0");
    // Someone else's change of another attribute is no conflict.
    Item beside = point.doubtful().get(1).after();
    write(List.of(new Change.Update(beside, beside.with("other", new Attr.S("theirs")))));

    BulkRun.Standing ended = goOn(unfinished().getFirst().head(), new Moments(-1));
    assertThat(ended.ended()).isTrue();
    assertThat(ended.conflicts()).isEqualTo(3);
    assertThat(ended.changed()).isEqualTo(ITEMS - 3);
    assertThat(changed()).isEqualTo(Map.of("1", ITEMS - 3, "1000", 3));
    for (Item item : List.of(written, unwritten, waiting)) {
      assertThat(session.reader().get(table, table.keyOf(item))).contains(item);
    }
  }

  private Item theirs(Change change, String now) {
    Item before = change.before().with("n", new Attr.N(now));
    Item after = before.with("n", new Attr.N("1000"));
    assertThat(write(List.of(new Change.Update(before, after))).applied()).isOne();
    return after;
  }

  @Test
  void whatEndsTheRunAndWhatIsInDoubtIsComeBackTo() throws Exception {
    fill(50);
    RunHead head = begun();
    Problem signIn = Problem.of(Problem.Kind.CREDENTIALS_EXPIRED, "Expired.", "Sign in again.");
    Problem lost = Problem.of(Problem.Kind.NETWORK, "Lost.", "No answer came.");
    for (WriteOutcome outcome :
        List.of(new WriteOutcome.Rejected(signIn), new WriteOutcome.InDoubt(lost))) {
      BulkRun.Standing stopped = stoppedBy(head, outcome);
      assertThat(stopped.problem()).isIn(signIn, lost);
      assertThat(stopped.failed()).isZero();
    }
    BulkRun.Standing ended = goOn(head, new Moments(-1));
    assertThat(ended.changed()).isEqualTo(50);
    assertThat(changed()).isEqualTo(Map.of("1", 50));
  }

  /// The first change of the batch comes to an end of its own: what is in doubt was written.
  private BulkRun.Standing stoppedBy(RunHead head, WriteOutcome first) throws Exception {
    try (HeldRun held = Store.open(folder).bulkRuns().take(head).orElseThrow()) {
      return new BulkRun(
              table,
              head,
              held.found(),
              held,
              session.reader(),
              batch -> {
                if (first instanceof WriteOutcome.InDoubt) {
                  write(batch.subList(0, 1));
                }
                List<WriteReport.Entry> entries = new ArrayList<>();
                entries.add(new WriteReport.Entry(batch.getFirst(), first));
                batch.stream()
                    .skip(1)
                    .map(change -> new WriteReport.Entry(change, new WriteOutcome.NotAttempted()))
                    .forEach(entries::add);
                return new WriteReport(entries);
              },
              System::nanoTime,
              _ -> {})
          .run(Progress.none(), _ -> {});
    }
  }
}
