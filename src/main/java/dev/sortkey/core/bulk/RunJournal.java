package dev.sortkey.core.bulk;

import dev.sortkey.core.problem.ProblemException;

/// Where a bulk run writes down how far it is, before it does anything that cannot be done twice.
/// All methods block, and return once it is on the disk.
public interface RunJournal {
  /// A page was read; all that was noted before is in the point.
  ///
  /// @throws ProblemException when it cannot be written; then the run stays where it was
  void page(RunPoint point);

  /// @param after the point to which the step leads
  /// @throws ProblemException when it cannot be written; then the run stays where it was
  void note(RunPoint.Step step, RunPoint after);

  /// All is done; nothing is left to be gone on with.
  void ended();
}
