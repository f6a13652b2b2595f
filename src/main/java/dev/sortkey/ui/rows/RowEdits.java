package dev.sortkey.ui.rows;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What was written since the rows were read: a row store only grows, so a changed item is a new
/// row that stands in the place of the old one. Used on the FX thread; a copy goes elsewhere.
public final class RowEdits {
  private final Map<Integer, Integer> newer = new HashMap<>();

  /// The keys of [#newer], since a million rows are asked about them at each change.
  private final BitSet replaced = new BitSet();

  private final BitSet hidden = new BitSet();
  private final List<Integer> added = new ArrayList<>();

  public RowEdits copy() {
    var copy = new RowEdits();
    copy.newer.putAll(newer);
    copy.replaced.or(replaced);
    copy.hidden.or(hidden);
    copy.added.addAll(added);
    return copy;
  }

  public boolean isEmpty() {
    return newer.isEmpty() && hidden.isEmpty() && added.isEmpty();
  }

  /// The row that stands for an item changed since, which is seen where the old row was.
  public void replace(int old, int fresh) {
    newer.put(old, fresh);
    replaced.set(old);
  }

  public void hide(int row) {
    hidden.set(row);
  }

  /// A new item; it is seen at the end.
  public void add(int row) {
    added.add(row);
  }

  public boolean isAdded(int row) {
    return added.contains(row);
  }

  /// The order with the edits in it.
  ///
  /// @param sorted rows in an order made by value, or null for the order they were read in
  public int[] apply(int @Nullable [] sorted, int size) {
    if (sorted != null) {
      return IntStream.of(sorted).filter(this::isLive).toArray();
    }
    var moved = new BitSet();
    newer.values().forEach(moved::set);
    added.forEach(moved::set);
    return IntStream.concat(
            IntStream.range(0, size).filter(row -> !moved.get(row)),
            added.stream().mapToInt(Integer::intValue))
        .map(this::newest)
        .filter(row -> !hidden.get(row))
        .toArray();
  }

  /// Whether the row still stands for itself.
  public boolean isLive(int row) {
    return !replaced.get(row) && !hidden.get(row);
  }

  /// The row that stands for another by now, which may be that row itself.
  public int newest(int row) {
    int here = row;
    while (replaced.get(here)) {
      here = newer.get(here);
    }
    return here;
  }

  /// Looks for the rows with these keys; there may be a million.
  public Map<ItemKey, Integer> find(RowStore store, Set<ItemKey> keys, Progress progress) {
    Map<ItemKey, Integer> rows = new HashMap<>();
    for (int row = 0; row < store.size() && rows.size() < keys.size(); row++) {
      if (progress.cancelled()) {
        throw new CancellationException();
      }
      ItemKey key = isLive(row) ? key(store, row, keys.iterator().next()) : null;
      if (key != null && keys.contains(key)) {
        rows.put(key, row);
      }
    }
    return rows;
  }

  /// A row's values under the names of a key, or null when it lacks one.
  private static @Nullable ItemKey key(RowStore store, int row, ItemKey like) {
    var values = new LinkedHashMap<String, Attr>();
    for (String name : like.values().keySet()) {
      Attr value = store.get(row, name);
      if (value == null) {
        return null;
      }
      values.put(name, value);
    }
    return new ItemKey(values);
  }
}
