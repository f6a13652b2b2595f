package dev.sortkey.core.edit;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The differences between two versions of an item, down to the nested path. No path is a prefix of
/// another.
public record ItemDiff(List<PathChange> changes) {
  /// @param before null when the path is new
  /// @param after null when the path goes
  public record PathChange(AttrPath path, @Nullable Attr before, @Nullable Attr after) {}

  public ItemDiff {
    changes = List.copyOf(changes);
  }

  public static ItemDiff between(Item before, Item after) {
    throw new UnsupportedOperationException("to be built");
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
