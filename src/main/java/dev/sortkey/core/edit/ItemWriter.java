package dev.sortkey.core.edit;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.Iterator;
import java.util.List;

/// Writes items. A write is never broken off in the middle: it asks [Progress#cancelled] between
/// requests, and always comes back with a report.
public interface ItemWriter {
  /// Makes each change by itself, on the conditions that [Change] states.
  WriteReport write(TableSchema table, List<Change> changes, Progress progress);

  /// Makes all changes in one transaction or none of them, on the conditions that [Change] states;
  /// at most as many as a batch of a [CommitPlan] holds. When one keeps them from being made, its
  /// outcome says why, and the others were not attempted.
  WriteReport writeTogether(TableSchema table, List<Change> changes, Progress progress);

  /// Puts items in batches of 25, overwriting, and sends again what comes back unprocessed. For
  /// filling a table of one's own, such as the sandbox's samples.
  ///
  /// @return how many were written before the end or a cancel
  long putAll(String table, Iterator<Item> items, Progress progress);
}
