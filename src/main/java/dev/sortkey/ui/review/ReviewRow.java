package dev.sortkey.ui.review;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.edit.Place;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import java.util.List;

/// One line of the review. Changes are laid out flat, so that only the lines in sight are built.
sealed interface ReviewRow {
  ItemKey key();

  /// What happens to an item, and whether its paths are shown below.
  record Head(ItemKey key, Staged staged, boolean open) implements ReviewRow {}

  /// Over the paths of a change.
  record Columns(ItemKey key, boolean before, boolean after) implements ReviewRow {}

  /// One path that changes.
  ///
  /// @param places what of it can be rejected by itself
  record Path(ItemKey key, Staged staged, ItemDiff.PathChange change, List<Place> places)
      implements ReviewRow {
    boolean rejectable() {
      return staged.kind() != Staged.Kind.DELETE;
    }

    boolean rejected() {
      return staged.rejected().containsAll(places);
    }
  }

  /// An attribute that stays as it is.
  record Unchanged(ItemKey key, String name, Attr value) implements ReviewRow {}

  /// Over the paths of a merge.
  record MergeColumns(ItemKey key) implements ReviewRow {}

  /// One path that somebody changed.
  record MergePath(ItemKey key, Merge merge, Merge.Row row) implements ReviewRow {}

  /// What the merge comes to, and the way on.
  record MergeFoot(ItemKey key, Merge merge) implements ReviewRow {}

  /// Someone deleted the item, or changed what should go.
  ///
  /// @param gone whether the item is not there any more
  record Stuck(ItemKey key, Staged staged, boolean gone) implements ReviewRow {}

  /// Why a change was not made the last time.
  record Refused(ItemKey key, String title, String detail) implements ReviewRow {}
}
