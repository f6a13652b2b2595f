package dev.sortkey.core.snapshot;

import dev.sortkey.core.backup.LeftBehind;
import dev.sortkey.core.backup.SettingAgain;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.snapshot.RestoreReport.Refused;
import dev.sortkey.core.snapshot.RestoreReport.Step;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.BulkItems;
import dev.sortkey.core.transfer.BulkItems.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes a new table of a snapshot: the table, its items, then the settings that come after.
public final class Restoring {
  private static final int WRITERS = 8;
  private static final int MOST_REFUSED = 1_000;

  private final Session session;
  private final Snapshots snapshots;
  private final Lanes lanes;
  private final Duration askEvery;

  private final AtomicLong done = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private final List<Refused> refused = Collections.synchronizedList(new ArrayList<>());

  /// @param askEvery how often it is asked whether the new table is there
  public Restoring(Session session, Snapshots snapshots, Lanes lanes, Duration askEvery) {
    this.session = session;
    this.snapshots = snapshots;
    this.lanes = lanes;
    this.askEvery = askEvery;
  }

  /// Blocks. Once cancelled it stops between two requests, and the report says how far it came; the
  /// new table stays.
  ///
  /// @param draft the new table; its stream, expiry, tags and the like are set when the items are
  ///   there
  /// @param made told the new table as soon as it is there
  /// @param progress told items
  /// @throws ProblemException when the table cannot be created
  public RestoreReport restore(
      Snapshot snapshot, TableDraft draft, Consumer<TableSchema> made, Progress progress)
      throws InterruptedException {
    long expected = snapshot.manifest().items();
    progress.report(0, expected);
    made.accept(session.tables().create(bare(draft)));
    TableSchema table = awaitActive(draft.name(), progress);
    made.accept(table);
    var lines = new SharedLines(snapshots, snapshot);
    @Nullable Problem ended = null;
    try (lines) {
      lanes.each(
          WRITERS,
          _ ->
              session.bulk().write(table, new Puts(lines), new Told(expected, progress), progress));
    } catch (ProblemException e) {
      ended = e.problem();
    }
    lines.faults().forEach(fault -> refused.add(new Refused(null, fault)));
    boolean whole = ended == null && !progress.cancelled();
    List<Step> steps =
        whole
            ? settings(LeftBehind.of(snapshot.manifest().arn(), draft), draft.name(), progress)
            : List.of();
    made.accept(session.tables().describe(draft.name()));
    return new RestoreReport(
        draft.name(),
        expected,
        written.get(),
        refusals.get(),
        List.copyOf(refused),
        steps,
        ended,
        progress.cancelled());
  }

  /// What CreateTable is asked for. The stream would tell of each restored item, and deletion
  /// protection would keep a half restored table from being removed.
  private static TableDraft bare(TableDraft draft) {
    TableDraft.Settings settings = draft.settings();
    var nothing = TableDraft.Settings.defaults();
    return new TableDraft(
        draft.name(),
        draft.keys(),
        draft.capacity(),
        draft.indexes(),
        false,
        new TableDraft.Settings(
            settings.tableClass(),
            settings.encryption(),
            null,
            nothing.tags(),
            null,
            null,
            null,
            null,
            nothing.scaling()));
  }

  /// What fails is said and does not keep the rest back.
  private List<Step> settings(LeftBehind left, String table, Progress progress)
      throws InterruptedException {
    var again = new SettingAgain(left, table, session.admin(), session.backups(), askEvery);
    List<Step> steps = new ArrayList<>();
    for (LeftBehind.Setting each : left.present()) {
      Setting setting = Setting.valueOf(each.name());
      try {
        again.set(each, progress);
        steps.add(new Step(setting, null));
      } catch (ProblemException e) {
        steps.add(new Step(setting, e.problem().title()));
      }
    }
    return steps;
  }

  private TableSchema awaitActive(String table, Progress progress) throws InterruptedException {
    TableSchema schema = session.tables().describe(table);
    while (!schema.active() && !progress.cancelled()) {
      Thread.sleep(askEvery);
      schema = session.tables().describe(table);
    }
    return schema;
  }

  private void refuse(Refused each) {
    refusals.incrementAndGet();
    if (refused.size() < MOST_REFUSED) {
      refused.add(each);
    }
  }

  /// The items that one writer takes from the lines that all share.
  private final class Puts implements Iterator<Write> {
    private final SharedLines lines;
    private @Nullable Write next;

    Puts(SharedLines lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      while (next == null) {
        ItemLines.Line line = lines.next();
        if (line == null) {
          return false;
        }
        try {
          next = new Write.Put(line.number(), line.item());
        } catch (JsonFault e) {
          refuse(
              new Refused(
                  null,
                  Messages.text(
                      "snapshots.refused.line", line.number(), line.path(), e.getMessage())));
        }
      }
      return true;
    }

    @Override
    public Write next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      Write taken = next;
      next = null;
      return taken;
    }
  }

  private final class Told implements BulkItems.Outcomes {
    private final long expected;
    private final Progress progress;

    Told(long expected, Progress progress) {
      this.expected = expected;
      this.progress = progress;
    }

    @Override
    public void written(List<Write> writes, double writeUnits) {
      written.addAndGet(writes.size());
      progress.report(done.addAndGet(writes.size()), expected);
    }

    @Override
    public void refused(Write write, Problem why) {
      refuse(new Refused(write instanceof Write.Put(_, var item) ? item : null, why.detail()));
      progress.report(done.incrementAndGet(), expected);
    }
  }
}
