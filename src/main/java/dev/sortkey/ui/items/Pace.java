package dev.sortkey.ui.items;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Says when what a worker reads is due in the window: at once, then a few times a second, since
/// each time has the window laid out and drawn anew and nobody reads faster. For one thread.
final class Pace {
  static final Duration APART = Duration.ofMillis(100);

  private final LongSupplier nanos;
  private long last;

  /// @param nanos the time, as [System#nanoTime] tells it
  Pace(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong() - APART.toNanos();
  }

  /// Whether it is time; if so, the next time is counted from now.
  boolean due() {
    long now = nanos.getAsLong();
    boolean due = now - last >= APART.toNanos();
    if (due) {
      last = now;
    }
    return due;
  }
}
