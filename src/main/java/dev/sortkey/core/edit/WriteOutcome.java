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

  /// Not sent, because the person cancelled or an earlier problem ended the run.
  record NotAttempted() implements WriteOutcome {}
}
