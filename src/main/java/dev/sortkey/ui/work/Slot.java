package dev.sortkey.ui.work;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Holds one live job of a concern: a newer one takes its place, and the older one's late result is
/// dropped. Used on the FX thread.
public final class Slot {
  private final Work work;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private @Nullable Job job;
  private long turn;

  Slot(Work work) {
    this.work = work;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public boolean busy() {
    return busy.get();
  }

  public <T> void read(String title, Task<T> task, Consumer<Outcome<T>> settled) {
    long mine = begin();
    Job started = work.read(title, task, outcome -> settle(mine, outcome, settled));
    keep(mine, started);
  }

  /// A write is never replaced: call it only when the slot is not busy.
  ///
  /// @throws IllegalStateException when a job is running
  public <T> void write(String title, Task<T> task, Consumer<Outcome<T>> settled) {
    if (busy()) {
      throw new IllegalStateException("a write must not replace a running job");
    }
    long mine = begin();
    Job started = work.write(title, task, outcome -> settle(mine, outcome, settled));
    keep(mine, started);
  }

  /// Cancels the live job; its outcome still settles, as [Outcome.Cancelled].
  public void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  /// Cancels the live job and drops its outcome, as when a panel closes.
  public void abandon() {
    turn++;
    cancel();
    job = null;
    busy.set(false);
  }

  private long begin() {
    if (job != null) {
      job.cancel();
    }
    busy.set(true);
    return ++turn;
  }

  private void keep(long mine, Job started) {
    job = mine == turn && busy() ? started : null;
  }

  private <T> void settle(long mine, Outcome<T> outcome, Consumer<Outcome<T>> settled) {
    if (mine == turn) {
      busy.set(false);
      job = null;
      settled.accept(outcome);
    }
  }
}
