package dev.sortkey.core.rows;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.value.AttrPath;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The loaded rows in another order, or only some of them: what the grid shows. Made away from the
/// FX thread, since a million rows take a moment.
public final class RowOrder {
  /// How many rows are handled between two looks at the progress.
  private static final int STRIDE = 4096;

  private final RowChunk[] chunks;
  private final Progress progress;
  private final int total;

  private RowOrder(RowChunk[] chunks, Progress progress) {
    this.chunks = chunks;
    this.progress = progress;
    this.total = Arrays.stream(chunks).mapToInt(RowChunk::size).sum();
  }

  /// @param sortBy the attribute, or the place in it, to sort by, or null for the order they were
  ///   read in. Numbers sort by value, strings by UTF-8 bytes, binary unsigned, as DynamoDB does;
  ///   other types after them, rows without the attribute last, also when descending. Equal rows
  ///   keep their order
  /// @param containing keep only the rows that have this text in some value (case ignored), or
  ///   empty
  /// @return indexes of rows in the store, as far as it was loaded at the call
  /// @throws CancellationException when the progress says so
  public static int[] of(
      RowStore store,
      @Nullable AttrPath sortBy,
      boolean descending,
      String containing,
      Progress progress) {
    var order = new RowOrder(store.chunks(), progress);
    int[] rows = order.containing(containing);
    return sortBy == null ? rows : order.sorted(rows, sortBy, store.dictionary(), descending);
  }

  private int[] containing(String text) {
    var rows = new int[total];
    int kept = 0;
    int row = 0;
    var search = new TextSearch(new Sought(text, false, false), false);
    for (RowChunk chunk : chunks) {
      for (int index = 0; index < chunk.size(); index++, row++) {
        step(row);
        if (text.isEmpty() || search.in(chunk.reader(index))) {
          rows[kept++] = row;
        }
      }
    }
    return kept == total ? rows : Arrays.copyOf(rows, kept);
  }

  private int[] sorted(int[] rows, AttrPath path, RowDictionary dictionary, boolean descending) {
    String attribute = ((AttrPath.Name) path.steps().getFirst()).name();
    int id = dictionary.find(attribute);
    List<AttrPath.Step> deeper = path.steps().subList(1, path.steps().size());
    var keys = new SortKeys(chunks, rows.length, descending);
    int chunk = 0;
    int start = 0;
    for (int slot = 0; slot < rows.length; slot++) {
      step(slot);
      while (rows[slot] - start >= chunks[chunk].size()) {
        start += chunks[chunk++].size();
      }
      keys.add(slot, chunk, rows[slot] - start, id, attribute, deeper);
    }
    var slots = new int[rows.length];
    Arrays.setAll(slots, slot -> slot);
    sort(slots, slots.clone(), 0, slots.length, keys);
    for (int i = 0; i < slots.length; i++) {
      slots[i] = rows[slots[i]];
    }
    return slots;
  }

  /// A stable merge sort of `slots`; `source` holds the same in the same order.
  private void sort(int[] slots, int[] source, int from, int to, SortKeys keys) {
    if (to - from < 2) {
      return;
    }
    if (to - from >= STRIDE) {
      check();
    }
    int middle = from + to >>> 1;
    sort(source, slots, from, middle, keys);
    sort(source, slots, middle, to, keys);
    if (keys.compare(source[middle - 1], source[middle]) <= 0) {
      System.arraycopy(source, from, slots, from, to - from);
      return;
    }
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft =
          right == to || left < middle && keys.compare(source[left], source[right]) <= 0;
      slots[i] = source[takeLeft ? left++ : right++];
    }
  }

  private void step(int done) {
    if (done % STRIDE == 0) {
      check();
      progress.report(done, total);
    }
  }

  private void check() {
    if (progress.cancelled()) {
      throw new CancellationException();
    }
  }
}
