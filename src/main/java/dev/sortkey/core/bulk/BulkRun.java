package dev.sortkey.core.bulk;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.edit.WriteUnits;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.TableSchema;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A bulk edit of all that a read brings, page by page: read, changed on the condition that nobody
/// else did meanwhile, and no faster than its write budget. It stops between batches and goes on
/// where it was.
public final class BulkRun {
  /// How many changes are written before it asks whether to stop.
  public static final int BATCH = 25;

  /// How many reasons are kept.
  private static final int MOST_REASONS = 100;

  private static final Budget PAGE = new Budget(1_000, 20_000, 1_000, Duration.ofSeconds(20));
  private static final long NAP = 50;

  /// What has come of it so far.
  ///
  /// @param failed not written, for another reason than someone else's change
  /// @param reasons why items were left alone, the first ones
  /// @param ended whether all was read and written
  /// @param problem what ended it early, or null
  public record Standing(
      long read,
      long changed,
      long same,
      long unfit,
      long conflicts,
      long failed,
      double writeUnits,
      List<String> reasons,
      boolean ended,
      @Nullable Problem problem) {
    public Standing {
      reasons = List.copyOf(reasons);
    }
  }

  /// Waits, as threads do.
  @FunctionalInterface
  public interface Nap {
    void millis(long millis) throws InterruptedException;
  }

  private final TableSchema table;
  private final ReadPlan plan;
  private final BulkEdit edit;
  private final ItemReader reader;
  private final Function<List<Change>, WriteReport> writer;
  private final double unitsPerSecond;
  private final LongSupplier nanos;
  private final Nap nap;
  private final Deque<Change> pending = new ArrayDeque<>();
  private final List<String> reasons = new ArrayList<>();
  private @Nullable Cursor cursor;
  private boolean read;
  private long seen;
  private long changed;
  private long same;
  private long unfit;
  private long conflicts;
  private long failed;
  private double units;

  /// @param plan that brings whole items
  /// @param writer writes each change on the conditions that [Change] states, and notes it down
  /// @param unitsPerSecond how many write units it may use, at the most
  public BulkRun(
      TableSchema table,
      ReadPlan plan,
      BulkEdit edit,
      ItemReader reader,
      Function<List<Change>, WriteReport> writer,
      double unitsPerSecond,
      LongSupplier nanos,
      Nap nap) {
    this.table = table;
    this.plan = plan;
    this.edit = edit;
    this.reader = reader;
    this.writer = writer;
    this.unitsPerSecond = unitsPerSecond;
    this.nanos = nanos;
    this.nap = nap;
  }

  /// Runs, or goes on, until all is done or it is cancelled. Blocks.
  ///
  /// @param told how far it is, after each batch and page
  public Standing run(Progress progress, Consumer<Standing> told) throws InterruptedException {
    while (!progress.cancelled()) {
      if (pending.isEmpty() && (read || !page(progress))) {
        break;
      }
      Problem ended = pending.isEmpty() ? null : batch(progress);
      progress.report(changed, -1);
      told.accept(standing(null));
      if (ended != null) {
        return standing(ended);
      }
    }
    return standing(null);
  }

  /// Reads the next page.
  ///
  /// @return whether there was one
  private boolean page(Progress progress) {
    long left = plan.limit() == null ? Long.MAX_VALUE : plan.limit() - seen;
    if (left <= 0) {
      read = true;
      return false;
    }
    var store = new RowStore();
    ReadPlan rest = plan.limit() == null ? plan : plan.limited(left);
    ReadResult page = reader.read(rest, cursor, PAGE, store.dictionary(), quiet(progress));
    page.chunks().forEach(store::append);
    cursor = page.cursor();
    read = cursor == null;
    for (int i = 0; i < store.size(); i++) {
      seen++;
      switch (edit.of(table, store.get(i))) {
        case BulkEdit.Effect.Changed(Change change) -> pending.add(change);
        case BulkEdit.Effect.Same _ -> same++;
        case BulkEdit.Effect.Unfit(String why) -> {
          unfit++;
          reason(why);
        }
      }
    }
    return true;
  }

  /// Writes the next batch; what was not attempted stays for the next one.
  ///
  /// @return what keeps the rest from faring better, or null
  private @Nullable Problem batch(Progress progress) throws InterruptedException {
    List<Change> some = new ArrayList<>();
    while (some.size() < BATCH && !pending.isEmpty()) {
      some.add(pending.poll());
    }
    long began = nanos.getAsLong();
    WriteReport report = writer.apply(some);
    Problem ended = null;
    double used = report.writeUnits();
    for (WriteReport.Entry entry : report.entries().reversed()) {
      switch (entry.outcome()) {
        case WriteOutcome.Applied _ -> changed++;
        case WriteOutcome.Conflict _ -> conflicts++;
        case WriteOutcome.NotAttempted _ -> pending.addFirst(entry.change());
        case WriteOutcome.Rejected(Problem why) -> {
          failed++;
          reason(why.title() + " " + why.detail());
          ended = entry.outcome().endsTheRun() ? why : ended;
        }
        case WriteOutcome.InDoubt(Problem why) -> {
          failed++;
          reason(why.title() + " " + why.detail());
          ended = entry.outcome().endsTheRun() ? why : ended;
        }
      }
    }
    units += used;
    if (ended == null) {
      pace(used > 0 ? used : expected(report), began, progress);
    }
    return ended;
  }

  /// Where the endpoint does not say.
  private double expected(WriteReport report) {
    return report.entries().stream()
        .filter(entry -> entry.outcome() instanceof WriteOutcome.Applied)
        .mapToLong(entry -> WriteUnits.of(table, entry.change(), false).total())
        .sum();
  }

  private void pace(double used, long began, Progress progress) throws InterruptedException {
    long due = (long) (used / unitsPerSecond * 1e9);
    while (nanos.getAsLong() - began < due && !progress.cancelled()) {
      nap.millis(NAP);
    }
  }

  private void reason(String why) {
    if (reasons.size() < MOST_REASONS && !reasons.contains(why)) {
      reasons.add(why);
    }
  }

  private Standing standing(@Nullable Problem problem) {
    return new Standing(
        seen,
        changed,
        same,
        unfit,
        conflicts,
        failed,
        units,
        reasons,
        read && pending.isEmpty() && problem == null,
        problem);
  }

  private static Progress quiet(Progress progress) {
    return new Progress() {
      @Override
      public void report(long done, long total) {}

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }
}
