package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.bulk.RunPoint;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bulk edit of more than a page, on DynamoDB Local: stopped, gone on with, kept to its budget,
/// and careful of what someone else changes under it.
class BulkRunOnLocalTest {
  private static final int ITEMS = 2_300;
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

  private static Item item(int i) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("p" + i % 50));
    fields.put("sk", new Attr.N(String.valueOf(i)));
    fields.put("n", i % 100 == 7 ? new Attr.S("none") : new Attr.N(String.valueOf(i)));
    return new Item(fields);
  }

  private void fill() {
    session
        .writer()
        .putAll(
            "bulk",
            IntStream.range(0, ITEMS).mapToObj(BulkRunOnLocalTest::item).iterator(),
            Progress.none());
  }

  private WriteReport write(List<Change> batch) {
    return session.writer().write(table, batch, Progress.none());
  }

  private BulkRun run(Function<List<Change>, WriteReport> writer, double rate, AtomicLong time) {
    RunHead head = RunHead.of("c", table, plan, ADD, rate, Instant.now());
    return new BulkRun(
        table,
        head,
        RunPoint.START,
        Store.open(folder).bulkRuns().begin(head),
        session.reader(),
        writer,
        time::get,
        millis -> time.addAndGet(Duration.ofMillis(millis).toNanos()));
  }

  private static Progress until(AtomicInteger batches, int most) {
    return new Progress() {
      @Override
      public void report(long done, long total) {}

      @Override
      public boolean cancelled() {
        return batches.get() >= most;
      }
    };
  }

  /// How often each item was added to.
  private List<Integer> added() {
    var store = new RowStore();
    var all = new ArrayList<Integer>();
    var read =
        session
            .reader()
            .read(
                plan,
                null,
                new Budget(100_000, 100_000, 1e6, Duration.ofMinutes(1)),
                store.dictionary(),
                Progress.none());
    read.chunks().forEach(store::append);
    for (int i = 0; i < store.size(); i++) {
      Item now = store.get(i);
      if (now.get("n") instanceof Attr.N(String digits)) {
        int before = Integer.parseInt(((Attr.N) now.get("sk")).digits());
        all.add(Integer.parseInt(digits) - before);
      }
    }
    return all;
  }

  @Test
  void itStopsBetweenBatchesAndGoesOnWithoutDoingAnythingTwice() throws Exception {
    fill();
    var batches = new AtomicInteger();
    BulkRun run =
        run(
            batch -> {
              assertThat(batch.size()).isLessThanOrEqualTo(BulkRun.BATCH);
              batches.incrementAndGet();
              return write(batch);
            },
            1e9,
            new AtomicLong());
    BulkRun.Standing paused = run.run(until(batches, 10), _ -> {});
    assertThat(paused.ended()).isFalse();
    assertThat(paused.changed()).isEqualTo(10L * BulkRun.BATCH);
    assertThat(added().stream().filter(by -> by == 1).count()).isEqualTo(paused.changed());
    BulkRun.Standing ended = run.run(Progress.none(), _ -> {});
    assertThat(ended.ended()).isTrue();
    assertThat(ended.read()).isEqualTo(ITEMS);
    assertThat(ended.unfit()).isEqualTo(ITEMS / 100);
    assertThat(ended.changed()).isEqualTo(ITEMS - ITEMS / 100);
    assertThat(ended.reasons())
        .hasSize(ITEMS / 100)
        .contains("p7 / 107: n is of type S, not N.", "p7 / 2207: n is of type S, not N.");
    assertThat(added()).hasSize(ITEMS - ITEMS / 100).containsOnly(1);
  }

  @Test
  void itUsesNoMoreUnitsASecondThanItMay() throws Exception {
    fill();
    var time = new AtomicLong();
    BulkRun run = run(this::write, 100, time);
    BulkRun.Standing ended = run.run(Progress.none(), _ -> {});
    double seconds = time.get() / 1e9;
    assertThat(ended.writeUnits()).isGreaterThan(2_000);
    assertThat(ended.writeUnits() / seconds).isBetween(60.0, 100.5);
  }

  @Test
  void whatSomeoneElseChangesUnderItIsLeftAlone() throws Exception {
    fill();
    var first = new AtomicInteger();
    BulkRun run =
        run(
            batch -> {
              if (first.getAndIncrement() == 0) {
                Item theirs = batch.getFirst().before();
                write(List.of(new Change.Update(theirs, theirs.with("n", new Attr.N("1000000")))));
              }
              return write(batch);
            },
            1e9,
            new AtomicLong());
    BulkRun.Standing ended = run.run(Progress.none(), _ -> {});
    assertThat(ended.conflicts()).isEqualTo(1);
    assertThat(ended.reasons()).anyMatch(why -> why.endsWith("it is as they left it."));
    assertThat(ended.changed()).isEqualTo(ITEMS - ITEMS / 100 - 1);
    assertThat(added().stream().filter(by -> by > 900_000).count()).isEqualTo(1);
  }
}
