package dev.sortkey.aws;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// The pauses between attempts: each is twice as long as the one before, up to a bound.
final class Pause {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Duration first;
  private int doublings;

  Pause(Duration first) {
    this.first = first;
  }

  /// Waits; an interrupt ends it early, and stays set.
  void before() {
    long nanos = Math.min(first.toNanos() << doublings, LONGEST.toNanos());
    doublings = Math.min(doublings + 1, 20);
    LockSupport.parkNanos(nanos);
  }

  /// Waits before a read.
  ///
  /// @throws CancellationException when interrupted
  void read() {
    before();
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }

  /// Something went well; the next pause is short again.
  void reset() {
    doublings = 0;
  }
}
