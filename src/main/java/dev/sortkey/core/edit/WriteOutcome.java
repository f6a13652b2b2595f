package dev.sortkey.core.edit;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.value.Item;
import org.jspecify.annotations.Nullable;

/// What became of one change.
public sealed interface WriteOutcome {
  /// @param writeUnits write capacity units, zero where the endpoint reports none
  record Applied(double writeUnits) implements WriteOutcome {}

  /// Someone else was faster; `theirs` is the item as it is now, null when it is gone.
  record Conflict(@Nullable Item theirs) implements WriteOutcome {}

  record Rejected(Problem problem) implements WriteOutcome {}

  /// It was sent, no answer came, and the item could not be read to find out.
  record InDoubt(Problem problem) implements WriteOutcome {}

  /// Not made: the person cancelled, an earlier problem ended the run, or it was one of a
  /// transaction that another change kept from being made.
  record NotAttempted() implements WriteOutcome {}

  /// Whether the changes that follow would fare no better.
  default boolean endsTheRun() {
    return switch (this) {
      case Rejected(Problem problem) -> hopeless(problem);
      case InDoubt(Problem problem) -> hopeless(problem);
      case Applied _, Conflict _, NotAttempted _ -> false;
    };
  }

  private static boolean hopeless(Problem problem) {
    return switch (problem.kind()) {
      case CREDENTIALS_EXPIRED,
          CREDENTIALS_INVALID,
          READ_ONLY,
          NETWORK,
          THROTTLED,
          NOT_FOUND,
          UNSUPPORTED_BY_ENDPOINT,
          BUG ->
          true;
      default -> false;
    };
  }
}
