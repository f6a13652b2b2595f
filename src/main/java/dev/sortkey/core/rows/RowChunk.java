package dev.sortkey.core.rows;

import dev.sortkey.core.value.Item;

/// Some rows in compact form, immutable, packed away from the FX thread.
public final class RowChunk {
  private RowChunk() {}

  /// Packs items; safe on any thread, also with a dictionary in use elsewhere.
  public static RowChunk pack(RowDictionary dictionary, Iterable<Item> items) {
    throw new UnsupportedOperationException("to be built");
  }

  /// The number of rows.
  public int size() {
    throw new UnsupportedOperationException("to be built");
  }

  public Item get(int index) {
    throw new UnsupportedOperationException("to be built");
  }
}
