package dev.sortkey.sandbox;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The words for what can go wrong with the sandbox. File work that an interrupt broke off is no
/// problem but a cancel.
final class Problems {
  private Problems() {}

  /// The fetch failed for a reason outside this computer.
  static RuntimeException network(String key, @Nullable Throwable cause, Object... arguments) {
    return of(Problem.Kind.NETWORK, Problem.Remedy.RETRY, key, cause, arguments);
  }

  /// Something on this computer is in the way.
  static RuntimeException local(String key, @Nullable Throwable cause, Object... arguments) {
    return of(Problem.Kind.LOCAL_IO, Problem.Remedy.RESTART_SANDBOX, key, cause, arguments);
  }

  /// The files cannot be written; trying the fetch again may help.
  static RuntimeException cache(String key, @Nullable Throwable cause, Object... arguments) {
    return of(Problem.Kind.LOCAL_IO, Problem.Remedy.RETRY, key, cause, arguments);
  }

  private static RuntimeException of(
      Problem.Kind kind,
      Problem.Remedy remedy,
      String key,
      @Nullable Throwable cause,
      Object... arguments) {
    if (cause instanceof ClosedByInterruptException) {
      return cancelled();
    }
    return new ProblemException(
        Problem.of(
            kind,
            Messages.text("sandbox." + key + ".title"),
            Messages.text("sandbox." + key + ".detail", arguments),
            remedy),
        cause);
  }

  /// What a cancelled job throws; the interrupt stays set for those above.
  static CancellationException cancelled() {
    Thread.currentThread().interrupt();
    return new CancellationException();
  }

  static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
