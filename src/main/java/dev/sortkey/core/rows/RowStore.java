package dev.sortkey.core.rows;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import org.jspecify.annotations.Nullable;

/// The rows of one result, any number of them, in compact form. Chunks are packed on any thread and
/// appended on one; reading is safe on any thread.
public final class RowStore {
  private final RowDictionary dictionary = new RowDictionary();

  public RowDictionary dictionary() {
    return dictionary;
  }

  public void append(RowChunk chunk) {
    throw new UnsupportedOperationException("to be built");
  }

  public int size() {
    throw new UnsupportedOperationException("to be built");
  }

  /// Decodes one row.
  public Item get(int row) {
    throw new UnsupportedOperationException("to be built");
  }

  /// Decodes one attribute of one row, or null when the row lacks it.
  public @Nullable Attr get(int row, String attribute) {
    throw new UnsupportedOperationException("to be built");
  }

  /// The columns seen so far, with their types, in the order first seen.
  public Columns columns() {
    throw new UnsupportedOperationException("to be built");
  }

  /// The memory that the rows take, in bytes.
  public long bytes() {
    throw new UnsupportedOperationException("to be built");
  }
}
