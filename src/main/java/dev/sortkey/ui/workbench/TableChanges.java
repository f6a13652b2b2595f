package dev.sortkey.ui.workbench;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.Commit;
import dev.sortkey.core.edit.CommitPlan;
import dev.sortkey.core.edit.CommitRecord;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.Staging;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.StagedChanges;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is staged for one table, shared by all that show the table: kept on the disk with each
/// step, and committed from here, so that a commit outlives the panel that began it. Used on the FX
/// thread.
public final class TableChanges {
  /// How far a commit is.
  public record Done(long done, long total, double units) {}

  /// A report that was written, and why it could not be noted down, if it could not.
  private record Written(WriteReport report, @Nullable Problem notKept) {}

  private final String table;
  private final Session session;
  private final Store store;
  private final Work work;
  private final Supplier<String> who;
  private final Slot opening;
  private final Slot committing;
  private final ReadOnlyObjectWrapper<Staging> staging =
      new ReadOnlyObjectWrapper<>(Staging.of(ChangeSet.empty()));
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable WriteReport> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Done> done = new ReadOnlyObjectWrapper<>();
  private final List<Consumer<WriteReport>> listeners = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();

  /// What is staged, for the thread that writes it down.
  private volatile ChangeSet latest = ChangeSet.empty();

  private boolean open;

  /// @param who under which identity writes are sent; asked away from the FX thread
  TableChanges(String table, Session session, Store store, Work work, Supplier<String> who) {
    this.table = table;
    this.session = session;
    this.store = store;
    this.work = work;
    this.who = who;
    this.opening = work.slot();
    this.committing = work.slot();
    open();
  }

  public String table() {
    return table;
  }

  public ReadOnlyObjectProperty<Staging> stagingProperty() {
    return staging.getReadOnlyProperty();
  }

  public ChangeSet now() {
    return staging.get().now();
  }

  /// What is wrong with keeping or committing, or null; what is staged stays.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty committingProperty() {
    return committing.busyProperty();
  }

  /// How far the commit under way is, or null.
  public ReadOnlyObjectProperty<@Nullable Done> doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// What became of the last commit, or null once that was dismissed.
  public ReadOnlyObjectProperty<@Nullable WriteReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  public void dismissReport() {
    report.set(null);
    problem.set(null);
  }

  /// Called after each commit with its report.
  ///
  /// @return takes the listener away
  public Runnable onCommitted(Consumer<WriteReport> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// A step of the person's.
  ///
  /// @throws IllegalArgumentException when the step cannot be made; the message is for the person
  public void stage(UnaryOperator<ChangeSet> step) {
    if (open) {
      set(staging.get().then(step.apply(now())));
      return;
    }
    waiting.add(() -> {
      try {
        stage(step);
      } catch (IllegalArgumentException e) {
        problem.set(refused(e));
      }
    });
    if (!opening.busy()) {
      open();
    }
  }

  public boolean canUndo() {
    return staging.get().canUndo() && !committing.busy();
  }

  public boolean canRedo() {
    return staging.get().canRedo() && !committing.busy();
  }

  public void undo() {
    if (canUndo()) {
      set(staging.get().undo());
    }
  }

  public void redo() {
    if (canRedo()) {
      set(staging.get().redo());
    }
  }

  /// Writes changes, each on the condition that what it touches is as it was read.
  ///
  /// @param together in transactions, as far as one takes them
  public void commit(TableSchema schema, Collection<Staged> which, boolean together) {
    CommitPlan plan = CommitPlan.of(which, together);
    if (committing.busy() || plan.changes() == 0) {
      return;
    }
    report.set(null);
    problem.set(null);
    done.set(new Done(0, plan.changes(), 0));
    committing.write(
        Messages.text("workbench.committing", plan.changes(), table),
        progress -> write(schema, plan, progress),
        (Outcome<Written> outcome) -> {
          done.set(null);
          switch (outcome) {
            case Outcome.Done<Written>(Written written) -> committed(schema, written);
            case Outcome.Failed<Written>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<Written> _ -> {}
          }
        });
  }

  /// Writes changes at once, each by itself, and notes them down as a commit, so that they can be
  /// taken back. Blocks; for jobs that change many items.
  ///
  /// @throws ProblemException when the commit cannot be noted down; then nothing is sent
  public WriteReport writeNow(TableSchema schema, List<Change> changes) {
    String connection = session.connection().id();
    CommitRecord.Head head =
        store.commits().begin(connection, table, who.get(), changes, Instant.now());
    WriteReport made = session.writer().write(schema, changes, Progress.none());
    store.commits().end(head, CommitRecord.fates(made));
    return made;
  }

  /// Begins no further batch; what is under way is finished.
  public void stopCommit() {
    committing.cancel();
  }

  private Written write(TableSchema schema, CommitPlan plan, Progress progress) {
    List<Change> changes =
        plan.batches().stream().flatMap(batch -> batch.changes().stream()).toList();
    String connection = session.connection().id();
    CommitRecord.Head head =
        store.commits().begin(connection, table, who.get(), changes, Instant.now());
    WriteReport made = new Commit(schema, session.writer(), lanes(), told(progress)).run(plan);
    try {
      store.commits().end(head, CommitRecord.fates(made));
      return new Written(made, null);
    } catch (ProblemException e) {
      return new Written(made, e.problem());
    }
  }

  private Lanes lanes() {
    return new Lanes() {
      @Override
      public <E> void forEach(List<E> elements, int width, Consumer<E> action)
          throws InterruptedException {
        work.forEach(elements, width, action);
      }
    };
  }

  /// The progress of the job, shown here as well.
  private Progress told(Progress progress) {
    return new Progress() {
      private volatile double units;

      @Override
      public void spent(double writeUnits) {
        units = writeUnits;
        progress.spent(writeUnits);
      }

      @Override
      public void report(long some, long total) {
        progress.report(some, total);
        var now = new Done(some, total, units);
        work.onFx(() -> {
          Done before = done.get();
          if (before != null && before.done() < some) {
            done.set(now);
          }
        });
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private void committed(TableSchema schema, Written written) {
    set(staging.get().settled(now().settled(schema, written.report(), Instant.now())));
    report.set(written.report());
    problem.set(written.notKept());
    List.copyOf(listeners).forEach(listener -> listener.accept(written.report()));
  }

  private void set(Staging next) {
    if (next == staging.get()) {
      return;
    }
    latest = next.now();
    staging.set(next);
    work.write(
        Messages.text("workbench.staging", table),
        _ -> {
          store.staged().keep(session.connection().id(), table, () -> latest);
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
            problem.set(why);
          }
        });
  }

  private void open() {
    opening.read(
        Messages.text("workbench.staged.opening", table),
        _ -> store.staged().open(session.connection().id(), table),
        (Outcome<StagedChanges.Found> outcome) -> {
          switch (outcome) {
            case Outcome.Done<StagedChanges.Found>(var found) -> opened(found);
            case Outcome.Failed<StagedChanges.Found>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<StagedChanges.Found> _ -> {}
          }
        });
  }

  private void opened(StagedChanges.Found found) {
    open = true;
    latest = found.changes();
    staging.set(Staging.of(found.changes()));
    if (found.notice() != null) {
      problem.set(
          Problem.of(
              Problem.Kind.LOCAL_IO, Messages.text("workbench.staged.damaged"), found.notice()));
    }
    List<Runnable> steps = List.copyOf(waiting);
    waiting.clear();
    steps.forEach(Runnable::run);
  }

  private static Problem refused(IllegalArgumentException e) {
    return Problem.of(
        Problem.Kind.INVALID_REQUEST,
        Messages.text("workbench.staged.refused"),
        String.valueOf(e.getMessage()));
  }
}
