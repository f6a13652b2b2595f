package dev.sortkey.ui.purge;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.purge.Rebuilding;
import dev.sortkey.core.table.Creation;
import dev.sortkey.core.table.Creation.State;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A table on its way to be dropped and created anew, and the ways on when a step failed.
final class RebuildViewModel {
  private final Desk desk;
  private final Rebuilding rebuilding;
  private final Slot slot;
  private final ReadOnlyObjectWrapper<Rebuilding.Standing> standing;
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  RebuildViewModel(Desk desk, Rebuilding rebuilding) {
    this.desk = desk;
    this.rebuilding = rebuilding;
    slot = desk.work().slot();
    standing = new ReadOnlyObjectWrapper<>(rebuilding.standing());
  }

  String table() {
    return rebuilding.table().table();
  }

  ReadOnlyObjectProperty<Rebuilding.Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /// What went wrong beside the steps, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Why it does not go on, or null.
  @Nullable Problem why() {
    Rebuilding.Standing now = standing.get();
    if (problem.get() != null) {
      return problem.get();
    }
    return now.problem() != null
        ? now.problem()
        : now.creation().failed().map(Creation.Step::problem).orElse(null);
  }

  /// Whether it stopped before its end.
  boolean halted() {
    return !slot.busy() && begun() && !standing.get().finished();
  }

  boolean begun() {
    return standing.get().drop() != State.WAITING;
  }

  /// Begins, or goes on with the step that failed.
  void run() {
    if (slot.busy() || desk.refusesWrite()) {
      return;
    }
    problem.set(null);
    slot.write(
        Messages.text("purge.anew.job", table()),
        progress -> rebuilding.run(progress, now -> desk.work().onFx(() -> told(now))),
        (Outcome<Rebuilding.Standing> outcome) -> {
          told(rebuilding.standing());
          switch (outcome) {
            case Outcome.Done<Rebuilding.Standing> _ -> {}
            case Outcome.Failed<Rebuilding.Standing>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<Rebuilding.Standing> _ -> problem.set(stopped());
          }
          desk.tables().refresh(table(), _ -> desk.tables().emptied(table()));
        });
  }

  /// Goes on without the step that failed.
  void leaveOut() {
    if (!slot.busy()) {
      rebuilding.leaveOut();
      run();
    }
  }

  private void told(Rebuilding.Standing now) {
    boolean dropped = now.dropped() && !standing.get().dropped();
    standing.set(now);
    if (dropped) {
      desk.tables().refresh(table(), _ -> {});
    }
  }

  private Problem stopped() {
    return Problem.of(
        Problem.Kind.STOPPED,
        Messages.text("purge.anew.stopped.title"),
        Messages.text(
            standing.get().dropped()
                ? "purge.anew.stopped.detail"
                : "purge.anew.stopped.before.detail",
            table()));
  }
}
