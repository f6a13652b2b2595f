package dev.sortkey.core.rows;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows of one result, any number of them, in compact form.
///
/// Chunks are packed on any thread and appended on one thread at a time; all reading is safe on any
/// thread, and sees the rows of every append that had ended when [#size] was asked.
public final class RowStore {
  private final RowDictionary dictionary = new RowDictionary();
  private volatile Loaded loaded = new Loaded(new RowChunk[16], new int[16], 0, 0, 0);

  private final ColumnCounts.Sum counts = new ColumnCounts.Sum();
  private int countedChunks;
  private Columns columns = new Columns(List.of());

  /// What is loaded at one moment. Later moments may share the arrays and fill what lies behind
  /// `count`.
  ///
  /// @param starts the row that each chunk begins with
  private record Loaded(RowChunk[] chunks, int[] starts, int count, int rows, long bytes) {
    Loaded with(RowChunk chunk) {
      RowChunk[] allChunks = chunks;
      int[] allStarts = starts;
      if (count == chunks.length) {
        allChunks = Arrays.copyOf(chunks, count * 2);
        allStarts = Arrays.copyOf(starts, count * 2);
      }
      allChunks[count] = chunk;
      allStarts[count] = rows;
      return new Loaded(
          allChunks,
          allStarts,
          count + 1,
          Math.addExact(rows, chunk.size()),
          bytes + chunk.bytes());
    }

    int chunkOf(int row) {
      Objects.checkIndex(row, rows);
      int found = Arrays.binarySearch(starts, 0, count, row);
      return found >= 0 ? found : -found - 2;
    }
  }

  public RowDictionary dictionary() {
    return dictionary;
  }

  /// @param chunk packed with [#dictionary]
  public void append(RowChunk chunk) {
    if (chunk.dictionary() != dictionary) {
      throw new IllegalArgumentException("packed with another dictionary");
    }
    if (chunk.size() > 0) {
      loaded = loaded.with(chunk);
    }
  }

  public int size() {
    return loaded.rows;
  }

  /// Decodes one row.
  public Item get(int row) {
    Loaded now = loaded;
    int chunk = now.chunkOf(row);
    return now.chunks[chunk].get(row - now.starts[chunk]);
  }

  /// Decodes one attribute of one row, or null when the row lacks it.
  public @Nullable Attr get(int row, String attribute) {
    Loaded now = loaded;
    int chunk = now.chunkOf(row);
    return now.chunks[chunk].get(row - now.starts[chunk], dictionary.find(attribute), attribute);
  }

  RowReader reader(int row) {
    Loaded now = loaded;
    int chunk = now.chunkOf(row);
    return now.chunks[chunk].reader(row - now.starts[chunk]);
  }

  /// The columns seen so far, with their types, in the order first seen. Only what was appended
  /// since the last call is counted anew. Names that the dictionary has no room for are left out.
  public Columns columns() {
    Loaded now = loaded;
    synchronized (counts) {
      if (countedChunks < now.count) {
        while (countedChunks < now.count) {
          counts.add(now.chunks[countedChunks++].counts());
        }
        columns = counts.columns(dictionary);
      }
      return columns;
    }
  }

  /// The memory that the rows take, in bytes.
  public long bytes() {
    return loaded.bytes;
  }

  /// The chunks of this moment, whose rows follow one another.
  RowChunk[] chunks() {
    Loaded now = loaded;
    return Arrays.copyOf(now.chunks, now.count);
  }
}
