package dev.sortkey.ui.items;

import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.rows.CellSearch;
import dev.sortkey.core.rows.FoundCells;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.rows.Sought;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.rows.SeenRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Searches the rows of one moment part by part. What is staged is packed as the other rows are, so
/// that one search finds the same in both. For one thread.
final class FindScan {
  private final SeenRows rows;
  private final int columns;
  private final CellSearch read;
  private final CellSearch staged;
  private final Map<ItemKey, Integer> edited = new HashMap<>();
  private final List<String> keys;

  /// Where the new items begin among those staged.
  private final int fresh;

  FindScan(SeenRows rows, List<AttrPath> columns, int only, Sought sought) {
    this.rows = rows;
    this.columns = columns.size();
    this.keys = rows.table().keys().all().stream().map(KeyAttribute::name).toList();
    List<Item> items = new ArrayList<>();
    rows.changes()
        .entries()
        .forEach((key, one) -> {
          Item now = one.kind() == Staged.Kind.INSERT ? null : one.item();
          if (now != null) {
            edited.put(key, items.size());
            items.add(now);
          }
        });
    this.fresh = items.size();
    for (int at = 0; at < rows.fresh().size(); at++) {
      items.add(rows.item(rows.size() + at));
    }
    var packed = new RowStore();
    packed.append(RowChunk.pack(packed.dictionary(), items));
    this.read = new CellSearch(rows.store(), columns, only, sought);
    this.staged = new CellSearch(packed, columns, only, sought);
  }

  /// Searches some rows from one on.
  ///
  /// @throws CancellationException when the progress says so
  FoundCells.Part search(int from, Progress progress) {
    FoundCells.Part part = FoundCells.next(from, rows.count());
    for (int row = from; row < part.end(); row++) {
      if (progress.cancelled()) {
        throw new CancellationException();
      }
      search(row, part);
    }
    return part;
  }

  private void search(int position, FoundCells.Part part) {
    int first = (position - part.first()) * columns;
    if (position >= rows.size()) {
      staged.in(fresh + position - rows.size(), part.bits(), first);
      return;
    }
    int row = rows.row(position);
    Integer edit = edited.isEmpty() ? null : edited.get(key(row));
    if (edit == null) {
      read.in(row, part.bits(), first);
    } else {
      staged.in(edit, part.bits(), first);
    }
  }

  /// The key of a row in the form that changes are kept by, or null when it lacks a part.
  private @Nullable ItemKey key(int row) {
    var values = new LinkedHashMap<String, Attr>();
    for (String name : keys) {
      Attr value = rows.store().get(row, name);
      if (value == null) {
        return null;
      }
      values.put(name, value);
    }
    return new ItemKey(values).byValue();
  }
}
