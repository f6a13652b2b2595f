package dev.sortkey.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/// Does to a channel what may be done twice, also when the thread is interrupted, which would close
/// the channel. The interrupt stays set.
final class Uninterrupted {
  private Uninterrupted() {}

  interface Action<T> {
    T run() throws IOException;
  }

  static <T> T call(Action<T> action) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return action.run();
        } catch (ClosedByInterruptException _) {
          interrupted = true;
          Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
