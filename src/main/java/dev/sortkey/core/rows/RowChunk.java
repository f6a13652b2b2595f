package dev.sortkey.core.rows;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Some rows in compact form, immutable, packed away from the FX thread.
public final class RowChunk {
  private final RowDictionary dictionary;
  private final byte[] data;

  /// Where each row begins in the data, and the end of the last.
  private final int[] offsets;

  private final ColumnCounts counts;

  private RowChunk(RowDictionary dictionary, byte[] data, int[] offsets, ColumnCounts counts) {
    this.dictionary = dictionary;
    this.data = data;
    this.offsets = offsets;
    this.counts = counts;
  }

  /// Packs items; safe on any thread, also with a dictionary in use elsewhere.
  public static RowChunk pack(RowDictionary dictionary, Iterable<Item> items) {
    var writer = new RowWriter(dictionary);
    var offsets = new int[256];
    int rows = 0;
    for (Item item : items) {
      writer.item(item);
      if (++rows == offsets.length) {
        offsets = Arrays.copyOf(offsets, rows * 2);
      }
      offsets[rows] = writer.size();
    }
    return new RowChunk(
        dictionary, writer.toArray(), Arrays.copyOf(offsets, rows + 1), writer.counts());
  }

  /// The number of rows.
  public int size() {
    return offsets.length - 1;
  }

  public Item get(int index) {
    return reader(index).item();
  }

  /// Decodes one attribute of one row, or null when the row lacks it.
  @Nullable Attr get(int index, int id, String attribute) {
    RowReader reader = reader(index);
    return reader.seek(id, attribute) ? reader.value() : null;
  }

  RowReader reader(int index) {
    Objects.checkIndex(index, size());
    return new RowReader(dictionary, data, offsets[index], offsets[index + 1]);
  }

  byte[] data() {
    return data;
  }

  RowDictionary dictionary() {
    return dictionary;
  }

  ColumnCounts counts() {
    return counts;
  }

  long bytes() {
    return data.length + (long) offsets.length * Integer.BYTES + counts.bytes();
  }
}
