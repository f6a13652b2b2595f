package dev.sortkey.ui.rows;

import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows as the grid shows them at one moment, to be read on another thread.
///
/// @param order the rows of the store in the order seen, or null for all as they were read
/// @param size how many rows of the store are seen
/// @param fresh the new items after them
public record SeenRows(
    TableSchema table,
    RowStore store,
    int @Nullable [] order,
    int size,
    ChangeSet changes,
    List<Staged> fresh) {
  public int count() {
    return size + fresh.size();
  }

  /// The store's row at a position.
  public int row(int position) {
    return order == null ? position : order[position];
  }

  /// The item of a row as it is seen.
  public Item item(int position) {
    Staged staged;
    Item read = null;
    if (position >= size) {
      staged = fresh.get(position - size);
    } else {
      read = store.get(row(position));
      staged = changes.isEmpty() ? null : changes.get(table.keyOf(read));
    }
    Item seen = staged == null ? null : staged.item();
    return Objects.requireNonNull(seen == null ? read : seen);
  }

  /// Whether these are the rows of an earlier moment in the same places, and perhaps more.
  public boolean continues(SeenRows earlier) {
    return store == earlier.store
        && order == earlier.order
        && changes == earlier.changes
        && size >= earlier.size;
  }
}
