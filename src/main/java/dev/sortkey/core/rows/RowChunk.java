package dev.sortkey.core.rows;

import dev.sortkey.core.value.Item;

/// Some rows in compact form, immutable, packed away from the FX thread.
public final class RowChunk {
  /// The number of rows.
  public int size() {
    throw new UnsupportedOperationException();
  }

  public Item get(int index) {
    throw new UnsupportedOperationException();
  }
}
