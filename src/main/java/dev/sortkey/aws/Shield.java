package dev.sortkey.aws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Runs a write where an interrupt of the caller does not reach it. The SDK's own timeouts bound
/// it.
final class Shield {
  private Shield() {}

  static <T> T run(Supplier<T> write) {
    var result = new CompletableFuture<T>();
    Thread.ofVirtual()
        .name("write")
        .start(() -> {
          try {
            result.complete(write.get());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      // Unlike get(), join() waits on through interrupts and leaves the flag standing.
      return result.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException runtime -> throw runtime;
        case Error error -> throw error;
        case null, default -> throw e;
      }
    }
  }
}
