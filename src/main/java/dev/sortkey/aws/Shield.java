package dev.sortkey.aws;

import dev.sortkey.core.progress.Progress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Runs a write where an interrupt of the caller does not reach it. The SDK's own timeouts bound
/// it.
final class Shield {
  private Shield() {}

  /// Asked between writes: whether the person has cancelled, or the caller was interrupted.
  static boolean stops(Progress progress) {
    return progress.cancelled() || Thread.currentThread().isInterrupted();
  }

  static <T> T run(Supplier<T> write) {
    var task = new FutureTask<T>(write::get);
    Thread.ofVirtual().name("write").start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unwrapped(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrapped(ExecutionException thrown) {
    return switch (thrown.getCause()) {
      case RuntimeException runtime -> runtime;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(thrown);
    };
  }
}
