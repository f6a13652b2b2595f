package dev.sortkey.ui.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Does the same with many things at a time, inside a job.
public final class Parallel {
  private Parallel() {}

  /// Calls the action for each element, at most `width` at a time, and returns when all are done.
  /// An interrupt interrupts them all.
  ///
  /// @throws InterruptedException when the job was cancelled
  public static <E> void forEach(List<E> elements, int width, Consumer<E> action)
      throws InterruptedException {
    var permits = new Semaphore(width);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> futures = new ArrayList<>();
      try {
        for (E element : elements) {
          permits.acquire();
          futures.add(
              threads.submit(() -> {
                try {
                  action.accept(element);
                } finally {
                  permits.release();
                }
              }));
        }
        for (Future<?> future : futures) {
          future.get();
        }
      } catch (ExecutionException e) {
        threads.shutdownNow();
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        threads.shutdownNow();
        throw e;
      }
    }
  }
}
