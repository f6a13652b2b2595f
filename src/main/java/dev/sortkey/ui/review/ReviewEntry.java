package dev.sortkey.ui.review;

import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.ui.workbench.TableChanges;

/// A line of the list of changes beside the review.
sealed interface ReviewEntry {
  TableChanges changes();

  record Table(TableChanges changes, int count) implements ReviewEntry {}

  record Change(TableChanges changes, ItemKey key, Staged staged) implements ReviewEntry {}
}
