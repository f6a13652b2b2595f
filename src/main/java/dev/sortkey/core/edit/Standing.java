package dev.sortkey.core.edit;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a staged change stands with DynamoDB.
public sealed interface Standing {
  /// Nothing speaks against it so far.
  record Ready() implements Standing {}

  /// Someone else was faster; it waits for its merge.
  ///
  /// @param theirs the item as it was then, null when it is gone
  record Changed(@Nullable Item theirs, Instant seen) implements Standing {}

  /// It was sent and not made, or it is not known whether it was made; it can be sent again.
  record Refused(Problem problem) implements Standing {}
}
