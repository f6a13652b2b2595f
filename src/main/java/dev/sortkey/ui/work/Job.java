package dev.sortkey.ui.work;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// One running piece of work, as the activity list shows it. Its properties change on the FX
/// thread.
public final class Job {
  private final String title;
  private final boolean interruptible;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper(0);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(-1);
  private volatile boolean cancelled;
  private volatile @Nullable Thread thread;

  Job(String title, boolean interruptible) {
    this.title = title;
    this.interruptible = interruptible;
  }

  public String title() {
    return title;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// True from the press of Cancel until the job has ended.
  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  public ReadOnlyLongProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// Negative while unknown.
  public ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /// Ends a read at once by interrupt; a write stops by itself after the request under way. Called
  /// on the FX thread.
  public void cancel() {
    if (!running.get() || cancelled) {
      return;
    }
    cancelled = true;
    cancelling.set(true);
    Thread worker = thread;
    if (interruptible && worker != null) {
      worker.interrupt();
    }
  }

  boolean cancelled() {
    return cancelled;
  }

  /// Called by the worker before it begins.
  void runsOn(Thread worker) {
    thread = worker;
    if (interruptible && cancelled) {
      worker.interrupt();
    }
  }

  void progressed(long doneNow, long totalNow) {
    done.set(doneNow);
    total.set(totalNow);
  }

  void ended() {
    thread = null;
    running.set(false);
    cancelling.set(false);
  }
}
