package dev.sortkey.core.transfer;

import dev.sortkey.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/// How an import ended.
///
/// @param progress what is settled up to the line where it would go on
/// @param ahead rows beyond that line that were written, too
/// @param unprocessed rows that were sent and of which it is not known that they were written
/// @param notAttempted rows that were not sent
/// @param problem what ended it early, or null
public record ImportReport(
    ImportProgress progress,
    long ahead,
    long unprocessed,
    long notAttempted,
    boolean complete,
    @Nullable Problem problem) {
  public long written() {
    return progress.written() + ahead;
  }
}
