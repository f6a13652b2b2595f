package dev.sortkey.core.bulk;

import dev.sortkey.core.bulk.RunPoint.Fate;
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
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A bulk edit of all that a read brings, page by page: read, changed on the condition that nobody
/// else did meanwhile, and no faster than its write budget. It stops between batches and goes on
/// where it was, also in another process: what it is about to do is in its journal before it does
/// it, and a batch of which the journal does not say what became of it is looked up in the table.
public final class BulkRun {
  /// How many changes are written before it asks whether to stop.
  public static final int BATCH = 25;

  private static final Budget PAGE = new Budget(1_000, 20_000, 1_000, Duration.ofSeconds(20));
  private static final long NAP = 50;

  /// What has come of it so far.
  ///
  /// @param failed not written, for another reason than someone else's change
  /// @param reasons which items were left alone and why, the first ones
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

    /// @param problem what ended it early, or null
    public static Standing of(RunPoint point, @Nullable Problem problem) {
      RunPoint.Counts counts = point.counts();
      return new Standing(
          counts.read(),
          counts.changed(),
          counts.same(),
          counts.unfit(),
          counts.conflicts(),
          counts.failed(),
          counts.writeUnits(),
          point.reasons(),
          point.ended(),
          problem);
    }
  }

  /// Waits, as threads do.
  @FunctionalInterface
  public interface Nap {
    void millis(long millis) throws InterruptedException;
  }

  private final TableSchema table;
  private final RunHead head;
  private final RunJournal journal;
  private final ItemReader reader;
  private final Function<List<Change>, WriteReport> writer;
  private final LongSupplier nanos;
  private final Nap nap;
  private RunPoint point;

  /// @param from where it goes on
  /// @param writer writes each change on the conditions that [Change] states, and notes it down
  public BulkRun(
      TableSchema table,
      RunHead head,
      RunPoint from,
      RunJournal journal,
      ItemReader reader,
      Function<List<Change>, WriteReport> writer,
      LongSupplier nanos,
      Nap nap) {
    this.table = table;
    this.head = head;
    this.point = from;
    this.journal = journal;
    this.reader = reader;
    this.writer = writer;
    this.nanos = nanos;
    this.nap = nap;
  }

  /// Runs, or goes on, until all is done or it is cancelled. Blocks.
  ///
  /// @param told how far it is, after each batch and page
  public Standing run(Progress progress, Consumer<Standing> told) throws InterruptedException {
    while (!progress.cancelled() && !point.ended()) {
      long began = nanos.getAsLong();
      Written written = Written.NOTHING;
      if (!point.doubtful().isEmpty()) {
        check();
      } else if (point.waiting().isEmpty()) {
        page(progress);
      } else {
        written = batch();
      }
      progress.report(point.counts().changed(), -1);
      told.accept(Standing.of(point, null));
      if (written.ended != null) {
        return Standing.of(point, written.ended);
      }
      pace(written.units, began, progress);
    }
    if (point.ended()) {
      journal.ended();
    }
    return Standing.of(point, null);
  }

  /// Finds out what became of the changes that were under way when it ended last: those of which
  /// the items do not show it are sent again, on the condition that nobody has changed them since.
  private void check() {
    List<Fate> fates =
        point.doubtful().stream()
            .map(change ->
                change.made(reader.get(table, change.key(table)).orElse(null))
                    ? Fate.MADE
                    : Fate.WAITING)
            .toList();
    step(new RunPoint.Step.Came(fates, 0, List.of()));
  }

  /// Reads the next page.
  private void page(Progress progress) {
    ReadPlan plan = head.plan();
    long left = plan.limit() == null ? Long.MAX_VALUE : plan.limit() - point.counts().read();
    Cursor next = null;
    long same = 0;
    List<Change> changes = new ArrayList<>();
    List<String> unfit = new ArrayList<>();
    if (left > 0) {
      var store = new RowStore();
      ReadPlan rest = plan.limit() == null ? plan : plan.limited(left);
      ReadResult page =
          reader.read(rest, point.cursor(), PAGE, store.dictionary(), quiet(progress));
      page.chunks().forEach(store::append);
      next = page.cursor();
      for (int i = 0; i < store.size(); i++) {
        switch (head.edit().of(table, store.get(i))) {
          case BulkEdit.Effect.Changed(Change change) -> changes.add(change);
          case BulkEdit.Effect.Same _ -> same++;
          case BulkEdit.Effect.Unfit(String why) ->
              unfit.add(reason(table.keyOf(store.get(i)), why));
        }
      }
    }
    RunPoint after = point.page(next, changes, same, unfit);
    journal.page(after);
    point = after;
  }

  /// What a batch used of the budget.
  ///
  /// @param ended what keeps the rest from faring better, or null
  private record Written(double units, @Nullable Problem ended) {
    static final Written NOTHING = new Written(0, null);
  }

  /// Writes the next batch; what was not attempted stays for the next one.
  private Written batch() {
    step(new RunPoint.Step.Send(Math.min(BATCH, point.waiting().size())));
    WriteReport report = writer.apply(point.doubtful());
    Problem ended = null;
    List<Fate> fates = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (WriteReport.Entry entry : report.entries()) {
      Problem why =
          switch (entry.outcome()) {
            case WriteOutcome.Rejected(Problem problem) -> problem;
            case WriteOutcome.InDoubt(Problem problem) -> problem;
            default -> null;
          };
      Fate fate = fate(entry.outcome());
      fates.add(fate);
      ItemKey key = entry.change().key(table);
      if (fate == Fate.CONFLICT) {
        reasons.add(reason(key, Messages.text("bulk.conflict")));
      } else if (fate == Fate.FAILED && why != null) {
        reasons.add(reason(key, why.title() + " " + why.detail()));
      }
      if (why != null && ended == null && (fate == Fate.DOUBTFUL || entry.outcome().endsTheRun())) {
        ended = why;
      }
    }
    double used = report.writeUnits();
    step(new RunPoint.Step.Came(fates, used, reasons));
    return new Written(used > 0 ? used : expected(report), ended);
  }

  private static String reason(ItemKey key, String why) {
    return Messages.text("bulk.reason", key.words(), why);
  }

  private static Fate fate(WriteOutcome outcome) {
    return switch (outcome) {
      case WriteOutcome.Applied _ -> Fate.MADE;
      case WriteOutcome.Conflict _ -> Fate.CONFLICT;
      case WriteOutcome.NotAttempted _ -> Fate.WAITING;
      case WriteOutcome.InDoubt _ -> Fate.DOUBTFUL;
      // What ends the run says nothing against the item, so that it is its turn again.
      case WriteOutcome.Rejected(Problem why) ->
          outcome.endsTheRun() && why.kind() != Problem.Kind.BUG ? Fate.WAITING : Fate.FAILED;
    };
  }

  /// Only what is on the disk has happened.
  private void step(RunPoint.Step step) {
    RunPoint after = point.after(step);
    journal.note(step, after);
    point = after;
  }

  /// Where the endpoint does not say.
  private double expected(WriteReport report) {
    return report.entries().stream()
        .filter(entry -> entry.outcome() instanceof WriteOutcome.Applied)
        .mapToLong(entry -> WriteUnits.of(table, entry.change(), false).total())
        .sum();
  }

  private void pace(double used, long began, Progress progress) throws InterruptedException {
    long due = (long) (used / head.unitsPerSecond() * 1e9);
    while (nanos.getAsLong() - began < due && !progress.cancelled()) {
      nap.millis(NAP);
    }
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
