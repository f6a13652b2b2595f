package dev.sortkey.ui.items;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.BulkRuns;
import dev.sortkey.store.HeldRun;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A run over a query's whole result: confirmed, kept to its write budget, paused and gone on with.
/// Between its jobs it is on the disk alone, so that going on after a pause and after a crash are
/// one and the same.
final class BulkRunViewModel {
  private static final double USUAL_RATE = 25;

  private final TableSchema table;
  private final TableChanges changes;
  private final Session session;
  private final Work work;
  private final BulkRuns runs;
  private final Runnable settled;
  private final Slot running;
  private final StringProperty rate = new SimpleStringProperty("25");
  private final StringProperty typedName = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<BulkRun.@Nullable Standing> standing =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable RunHead head;
  private final AtomicBoolean kept = new AtomicBoolean();

  /// @param settled called whenever a job of the run has ended
  BulkRunViewModel(
      TableSchema table,
      TableChanges changes,
      Session session,
      Work work,
      BulkRuns runs,
      Runnable settled) {
    this.table = table;
    this.changes = changes;
    this.session = session;
    this.work = work;
    this.runs = runs;
    this.settled = settled;
    this.running = work.slot();
  }

  /// Takes up a run that was begun earlier; it goes on when it is confirmed.
  void takeUp(BulkRuns.Unfinished unfinished) {
    head = unfinished.head();
    kept.set(true);
    standing.set(BulkRun.Standing.of(unfinished.point(), null));
    double units = unfinished.head().unitsPerSecond();
    rate.set(units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units));
  }

  String table() {
    return table.name();
  }

  /// Write units a second.
  StringProperty rateProperty() {
    return rate;
  }

  /// What was typed to confirm a run that is not reviewed item by item.
  StringProperty typedNameProperty() {
    return typedName;
  }

  /// How far it is, or null before.
  ReadOnlyObjectProperty<BulkRun.@Nullable Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.busyProperty();
  }

  boolean confirmed() {
    return typedName.get().equals(table.name());
  }

  boolean begun() {
    return kept.get();
  }

  boolean ended() {
    BulkRun.Standing now = standing.get();
    return now != null && now.ended();
  }

  /// Begins, or goes on after a pause; what is asked for then is what it began with.
  void run(ReadPlan plan, BulkEdit edit) {
    if (!kept.get()) {
      head = RunHead.of(session.connection().id(), table, plan, edit, rate(), Instant.now());
    }
    goOn();
  }

  /// Goes on with what was begun.
  void goOn() {
    RunHead now = head;
    if (now == null || running.busy() || !confirmed() || ended()) {
      return;
    }
    RunHead paced = now.at(rate());
    problem.set(null);
    running.write(
        Messages.text("items.bulk.job", table.name()),
        progress -> run(paced, progress),
        (Outcome<BulkRun.Standing> outcome) -> {
          switch (outcome) {
            case Outcome.Done<BulkRun.Standing>(BulkRun.Standing end) -> {
              standing.set(end);
              problem.set(end.problem());
            }
            case Outcome.Failed<BulkRun.Standing>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<BulkRun.Standing> _ -> {}
          }
          settled.run();
        });
  }

  private BulkRun.Standing run(RunHead now, Progress progress) throws InterruptedException {
    try (HeldRun held = held(now)) {
      kept.set(true);
      return new BulkRun(
              table,
              now,
              held.found(),
              held,
              session.reader(),
              batch -> changes.writeNow(table, batch),
              System::nanoTime,
              Thread::sleep)
          .run(progress, far -> work.onFx(() -> standing.set(far)));
    }
  }

  private HeldRun held(RunHead now) {
    return kept.get()
        ? runs.take(now).orElseThrow(() -> new ProblemException(taken()))
        : runs.begin(now);
  }

  /// Stops after the batch under way; what is written stays written.
  void pause() {
    running.cancel();
  }

  private double rate() {
    try {
      double units = Double.parseDouble(rate.get().strip());
      return units > 0 ? units : USUAL_RATE;
    } catch (NumberFormatException _) {
      return USUAL_RATE;
    }
  }

  private static Problem taken() {
    return Problem.of(
        Problem.Kind.LOCAL_IO,
        Messages.text("items.bulk.taken.title"),
        Messages.text("items.bulk.taken.detail"));
  }
}
