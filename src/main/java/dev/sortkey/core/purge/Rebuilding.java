package dev.sortkey.core.purge;

import dev.sortkey.core.creation.CreationSteps;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Creation;
import dev.sortkey.core.table.Creation.State;
import dev.sortkey.core.table.Creation.Task;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.text.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Drops a table and creates it anew. What the creation needs is on the disk before the table goes,
/// and stays there until the new one has every setting; so it goes on after a failure, and after an
/// end of Sortkey, where it was.
public final class Rebuilding {
  private static final String DELETING = "DELETING";

  /// How far it is.
  ///
  /// @param drop the state of the drop
  /// @param problem why the drop failed, or null
  /// @param status what the endpoint says of the table that is waited for, or null
  public record Standing(
      State drop, @Nullable Problem problem, Creation creation, @Nullable String status) {
    public boolean finished() {
      return drop == State.DONE && creation.finished();
    }

    /// Whether the table was dropped, so that there is something to bring back.
    public boolean dropped() {
      return drop == State.DONE;
    }
  }

  private final Session session;
  private final DroppedTables kept;
  private final Dropped table;
  private final @Nullable Rebuild seen;
  private final CreationSteps steps;
  private volatile Standing standing;

  /// @param seen what the person was shown, which must still be so when it begins; null to go on
  ///   with one that began earlier
  /// @param every how often the endpoint is asked how far it is
  public Rebuilding(
      Session session, DroppedTables kept, Dropped table, @Nullable Rebuild seen, Duration every) {
    this.session = session;
    this.kept = kept;
    this.table = table;
    this.seen = seen;
    steps = new CreationSteps(session, every);
    standing = new Standing(State.WAITING, null, Creation.of(table.draft()), null);
  }

  public Standing standing() {
    return standing;
  }

  public Dropped table() {
    return table;
  }

  /// Goes on without the step that failed.
  public void leaveOut() {
    standing = with(standing.creation().leftOut());
  }

  /// Does what is left to do, until a step fails or all is done. Blocks.
  public Standing run(Progress progress, Consumer<Standing> told) throws InterruptedException {
    if (!standing.dropped()) {
      drop(progress, told);
    }
    if (standing.dropped()) {
      create(progress, told);
    }
    if (standing.finished()) {
      kept.forget(table.connection(), table.table());
    }
    return standing;
  }

  private void drop(Progress progress, Consumer<Standing> told) throws InterruptedException {
    now(new Standing(State.RUNNING, null, standing.creation(), null), told);
    try {
      Optional<TableDetails> there = original();
      if (there.isPresent() && !deleting(there.get())) {
        // one that began earlier only brings back: it drops nothing that nobody has confirmed
        if (seen == null || !seen.equals(Rebuild.read(session, table.table()))) {
          throw new ProblemException(changed());
        }
        if (progress.cancelled()) {
          throw new InterruptedException();
        }
        kept.keep(table);
        session.tables().delete(table.table());
      }
      if (there.isPresent()) {
        steps.awaitGone(
            table.table(),
            progress,
            said ->
                now(new Standing(State.RUNNING, null, standing.creation(), said.status()), told));
      }
      now(new Standing(State.DONE, null, standing.creation(), null), told);
    } catch (ProblemException e) {
      forgetWhatStayed();
      now(new Standing(State.FAILED, e.problem(), standing.creation(), null), told);
    }
  }

  /// After a refusal the table stands as it was, and there is nothing to bring back.
  private void forgetWhatStayed() {
    try {
      if (original().filter(there -> !deleting(there)).isPresent()) {
        kept.forget(table.connection(), table.table());
      }
    } catch (ProblemException _) {
      // It is not known, so the note stays; the next look at it tells.
    }
  }

  private void create(Progress progress, Consumer<Standing> told) throws InterruptedException {
    Creation creation = standing.creation().retried();
    now(with(creation), told);
    while (creation.next().isPresent()) {
      Task task = creation.next().get().task();
      creation = creation.at(task, State.RUNNING, null);
      now(with(creation), told);
      try {
        // an answer that was lost, or an earlier Sortkey, may have created it
        if (!(task instanceof Task.Create) || other().isEmpty()) {
          Creation during = creation;
          steps.run(
              task,
              table.table(),
              progress,
              status -> now(new Standing(State.DONE, null, during, status), told));
        }
        creation = creation.at(task, State.DONE, null);
      } catch (ProblemException e) {
        creation = creation.at(task, State.FAILED, e.problem());
      }
      now(with(creation), told);
      long done = creation.steps().stream().filter(step -> step.state() == State.DONE).count();
      progress.report(done, creation.steps().size());
    }
  }

  private Standing with(Creation creation) {
    return new Standing(standing.drop(), standing.problem(), creation, null);
  }

  private void now(Standing next, Consumer<Standing> told) {
    standing = next;
    told.accept(next);
  }

  private Optional<TableDetails> original() {
    return details().filter(there -> Rebuild.Original.of(there).equals(table.original()));
  }

  private Optional<TableDetails> other() {
    return details().filter(there -> !Rebuild.Original.of(there).equals(table.original()));
  }

  private Optional<TableDetails> details() {
    return details(session, table.table());
  }

  private static Optional<TableDetails> details(Session session, String table) {
    try {
      return Optional.of(session.admin().details(table));
    } catch (ProblemException e) {
      if (e.problem().kind() == Problem.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean deleting(TableDetails details) {
    return details.schema().status().equals(DELETING);
  }

  private Problem changed() {
    return Problem.of(
        Problem.Kind.CONDITION_FAILED,
        Messages.text("purge.changed.title", table.table()),
        Messages.text("purge.changed.detail"));
  }

  /// How a table stands that was noted down earlier.
  public enum Found {
    /// It was never dropped.
    STILL_THERE,
    /// It was dropped, or is about to be gone, and no other is there.
    MISSING,
    /// It was dropped, and another of its name is there.
    ANOTHER
  }

  /// Looks at the endpoint; blocks.
  public static Found look(Session session, Dropped table) {
    Optional<TableDetails> there = details(session, table.table());
    if (there.isEmpty()) {
      return Found.MISSING;
    }
    if (!Rebuild.Original.of(there.get()).equals(table.original())) {
      return Found.ANOTHER;
    }
    return deleting(there.get()) ? Found.MISSING : Found.STILL_THERE;
  }
}
