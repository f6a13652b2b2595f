package dev.sortkey.ui.rows;

import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Rows as they were read, in the order seen, which follow what is written since.
public interface LoadedRows {
  RowStore store();

  /// The rows of the store in the order seen, or null for all as they were read.
  int @Nullable [] order();

  /// Whether the row at a position is of an item that was made since.
  boolean isAdded(int position);

  /// Shows an item that was written: in the place of the one with its key, or at the end.
  ///
  /// @param shown told its position, unless the row is not seen
  void written(TableSchema table, Item item, IntConsumer shown);

  /// Takes the rows of items away that were deleted.
  void deleted(Set<ItemKey> keys);

  /// An item as a row of it looks, which may have less than all of it.
  default Item row(Item item) {
    return item;
  }

  /// Whether items that are not in the table yet have their place after the last row.
  default boolean showsNew() {
    return true;
  }

  /// Why what is in an attribute's cells cannot be edited there, or null.
  default @Nullable String refusal(String attribute) {
    return null;
  }

  default int size() {
    int[] now = order();
    return now == null ? store().size() : now.length;
  }

  /// The store's row at a position seen.
  default int row(int position) {
    int[] now = order();
    return now == null ? position : now[position];
  }

  default Item item(int position) {
    return store().get(row(position));
  }
}
