package dev.sortkey.core.purge;

import dev.sortkey.core.bulk.RunJournal;
import dev.sortkey.core.bulk.RunPoint;

/// For runs that need not be gone on with by another Sortkey: to empty a table once more does the
/// same.
record NoJournal() implements RunJournal {
  @Override
  public void page(RunPoint point) {}

  @Override
  public void note(RunPoint.Step step, RunPoint after) {}

  @Override
  public void ended() {}
}
