package dev.sortkey.core.snapshot;

import java.util.function.IntConsumer;

/// How the parts of a job are done beside each other; threads are the caller's.
@FunctionalInterface
public interface InParallel {
  /// Does parts 0 to `parts` - 1 and comes back when all are done; the first that throws ends all.
  void each(int parts, IntConsumer part) throws InterruptedException;
}
