package dev.sortkey.ui.streams;

import java.time.Duration;

/// The pause between two looks at the endpoint.
@FunctionalInterface
interface Pace {
  void rest() throws InterruptedException;

  static Pace of(Duration pause) {
    return () -> Thread.sleep(pause);
  }
}
