package dev.sortkey.core.edit;

import dev.sortkey.core.table.ItemKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one action changed in a set of changes: what undo takes back, and what the journal keeps.
public record Step(List<Swap> swaps) {
  /// @param key by its value
  /// @param before null where nothing was staged
  /// @param after null where nothing is staged any more
  public record Swap(ItemKey key, @Nullable Staged before, @Nullable Staged after) {}

  public Step {
    swaps = List.copyOf(swaps);
  }

  public boolean isEmpty() {
    return swaps.isEmpty();
  }

  /// The step that takes this one back.
  public Step back() {
    return new Step(
        swaps.reversed().stream()
            .map(swap -> new Swap(swap.key(), swap.after(), swap.before()))
            .toList());
  }
}
