package dev.sortkey.ui.review;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.Standing;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of one open change.
final class ReviewLines {
  private ReviewLines() {}

  /// @param merge where someone else changed the item meanwhile; else null
  /// @param whole whether what stays as it is is shown as well
  static void add(
      List<ReviewRow> lines, ItemKey key, Staged staged, @Nullable Merge merge, boolean whole) {
    if (merge != null) {
      lines.add(new ReviewRow.MergeColumns(key));
      merge.rows().forEach(row -> lines.add(new ReviewRow.MergePath(key, merge, row)));
      lines.add(new ReviewRow.MergeFoot(key, merge));
      return;
    }
    switch (staged.standing()) {
      case Standing.Changed(Item theirs, var _) ->
          lines.add(new ReviewRow.Stuck(key, staged, theirs == null));
      case Standing.Refused(Problem why) ->
          lines.add(new ReviewRow.Refused(key, why.title(), why.detail()));
      case Standing.Ready _ -> {}
    }
    boolean before = staged.kind() != Staged.Kind.INSERT;
    boolean after = staged.kind() != Staged.Kind.DELETE;
    lines.add(new ReviewRow.Columns(key, before, after));
    for (ItemDiff.PathChange change : staged.change().diff().changes()) {
      lines.add(new ReviewRow.Path(key, staged, change, change.places()));
    }
    if (whole) {
      unchanged(staged)
          .attributes()
          .forEach((name, value) -> lines.add(new ReviewRow.Unchanged(key, name, value)));
    }
  }

  /// The attributes of which nothing changes.
  static Item unchanged(Staged staged) {
    Item before = Change.orNothing(staged.change().before());
    Item after = Change.orNothing(staged.change().after());
    Item same = before;
    for (String name : before.attributes().keySet()) {
      if (!ItemDiff.sameOrAbsent(before.get(name), after.get(name))) {
        same = same.without(name);
      }
    }
    return staged.kind() == Staged.Kind.EDIT ? same : Change.orNothing(null);
  }
}
