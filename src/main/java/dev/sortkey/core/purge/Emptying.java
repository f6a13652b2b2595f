package dev.sortkey.core.purge;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.bulk.RunPoint;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Deletes each item of a table in passes, since what others change or add meanwhile is met only by
/// a later one. A table counts as empty once a pass found nothing.
public final class Emptying {
  public static final int MOST_PASSES = 3;

  /// What has come of it so far.
  ///
  /// @param pass from 1 on
  /// @param left items that the pass under way, or the last one, could not delete
  /// @param reasons why, the first ones
  /// @param ended whether no further pass follows
  /// @param empty whether the last pass found no item
  /// @param problem what ended it early, or null
  public record Standing(
      int pass,
      long deleted,
      long left,
      double writeUnits,
      List<String> reasons,
      boolean ended,
      boolean empty,
      @Nullable Problem problem) {
    public Standing {
      reasons = List.copyOf(reasons);
    }
  }

  private final IntFunction<BulkRun> passes;
  private int pass = 1;
  private BulkRun run;
  private long deletedBefore;
  private double unitsBefore;

  /// @param passes makes the pass of a number
  public Emptying(IntFunction<BulkRun> passes) {
    this.passes = passes;
    run = passes.apply(1);
  }

  /// A pass over all items. The first meets most anyway and reads at half the price; the later ones
  /// tell whether something is left, so they read with strong consistency.
  ///
  /// @param number from 1 on
  /// @param writer writes each change on the conditions that [Change] states
  public static BulkRun pass(
      int number,
      Session session,
      TableSchema table,
      Function<List<Change>, WriteReport> writer,
      double unitsPerSecond) {
    var scan =
        new QuerySpec(
            QuerySpec.Mode.SCAN,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            number > 1,
            null);
    return new BulkRun(
        table,
        RunHead.of(
            session.connection().id(),
            table,
            Planner.plan(table, scan),
            new BulkEdit.Delete(),
            unitsPerSecond,
            Instant.now()),
        RunPoint.START,
        new NoJournal(),
        session.reader(),
        writer,
        System::nanoTime,
        Thread::sleep);
  }

  /// Runs, or goes on, until the table is empty, the passes are over, or it is cancelled. Blocks.
  public Standing run(Progress progress, Consumer<Standing> told) throws InterruptedException {
    while (true) {
      BulkRun.Standing end = run.run(progress, far -> told.accept(standing(far, false)));
      boolean over = end.ended() && (end.read() == 0 || pass == MOST_PASSES);
      if (over || !end.ended() || end.problem() != null) {
        return standing(end, over);
      }
      deletedBefore += end.changed();
      unitsBefore += end.writeUnits();
      pass++;
      run = passes.apply(pass);
    }
  }

  private Standing standing(BulkRun.Standing far, boolean over) {
    return new Standing(
        pass,
        deletedBefore + far.changed(),
        far.unfit() + far.conflicts() + far.failed(),
        unitsBefore + far.writeUnits(),
        far.reasons(),
        over,
        over && far.read() == 0,
        far.problem());
  }
}
