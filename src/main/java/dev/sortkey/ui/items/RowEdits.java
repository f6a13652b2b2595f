package dev.sortkey.ui.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What was written since the rows were read: a row store only grows, so a changed item is a new
/// row that stands in the place of the old one. Used on the FX thread; a copy goes elsewhere.
final class RowEdits {
  private final Map<Integer, Integer> newer = new HashMap<>();
  private final Set<Integer> hidden = new HashSet<>();
  private final List<Integer> added = new ArrayList<>();

  RowEdits copy() {
    var copy = new RowEdits();
    copy.newer.putAll(newer);
    copy.hidden.addAll(hidden);
    copy.added.addAll(added);
    return copy;
  }

  boolean isEmpty() {
    return newer.isEmpty() && hidden.isEmpty() && added.isEmpty();
  }

  /// The row that stands for an item changed since, which is seen where the old row was.
  void replace(int old, int fresh) {
    newer.put(old, fresh);
  }

  void hide(int row) {
    hidden.add(row);
  }

  /// A new item; it is seen at the end.
  void add(int row) {
    added.add(row);
  }

  boolean isAdded(int row) {
    return added.contains(row);
  }

  boolean isChanged(int row) {
    return newer.containsValue(row);
  }

  /// The order with the edits in it.
  ///
  /// @param sorted rows in an order made by value, or null for the order they were read in
  int[] apply(int @Nullable [] sorted, int size) {
    if (sorted != null) {
      return IntStream.of(sorted)
          .filter(row -> !newer.containsKey(row) && !hidden.contains(row))
          .toArray();
    }
    Set<Integer> moved = new HashSet<>(newer.values());
    moved.addAll(added);
    return IntStream.concat(
            IntStream.range(0, size).filter(row -> !moved.contains(row)),
            added.stream().mapToInt(Integer::intValue))
        .map(this::newest)
        .filter(row -> !hidden.contains(row))
        .toArray();
  }

  private int newest(int row) {
    int here = row;
    while (newer.containsKey(here)) {
      here = newer.get(here);
    }
    return here;
  }
}
