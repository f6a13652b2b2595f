package dev.sortkey.ui.transfer;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.transfer.ImportProgress;
import dev.sortkey.ui.work.Job;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One export or import as the list shows it. Its properties change on the FX thread.
final class Transfer {
  enum State {
    RUNNING,
    DONE,
    /// Ended early; an import can go on.
    STOPPED,
    FAILED
  }

  private final boolean export;
  private final String title;
  private final ReadOnlyObjectWrapper<State> state;
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final AtomicReference<@Nullable Runnable> pending = new AtomicReference<>();
  private @Nullable ImportProgress rest;
  private @Nullable Job job;

  Transfer(boolean export, String title, State state) {
    this.export = export;
    this.title = title;
    this.state = new ReadOnlyObjectWrapper<>(state);
  }

  boolean isExport() {
    return export;
  }

  String title() {
    return title;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// What is known of it, in a line.
  ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /// How much of it is done, 0 to 1; negative while that is unknown.
  ReadOnlyDoubleProperty partProperty() {
    return part.getReadOnlyProperty();
  }

  /// What ended it, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Where an import that was stopped goes on, or null.
  @Nullable ImportProgress rest() {
    return rest;
  }

  void stop() {
    if (job != null) {
      job.cancel();
    }
  }

  void runs(Job started) {
    job = started;
  }

  void says(String words, double share) {
    detail.set(words);
    part.set(share);
  }

  /// The latest of many steps, to be drawn once.
  ///
  /// @return whether the caller has to see to the drawing
  boolean later(Runnable step) {
    return pending.getAndSet(step) == null;
  }

  void draw() {
    Runnable step = pending.getAndSet(null);
    if (step != null && state.get() == State.RUNNING) {
      step.run();
    }
  }

  void ended(State how, String words, @Nullable Problem why, @Nullable ImportProgress goesOnFrom) {
    rest = goesOnFrom;
    detail.set(words);
    problem.set(why);
    state.set(how);
  }
}
