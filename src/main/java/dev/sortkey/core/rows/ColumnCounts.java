package dev.sortkey.core.rows;

import dev.sortkey.core.value.AttrType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// How many rows of a chunk have which attribute with which type, packed as pairs of `id * 16 +
/// type` and a count, in the order first seen.
record ColumnCounts(int[] pairs) {
  private static final AttrType[] TYPES = AttrType.values();

  int bytes() {
    return pairs.length * Integer.BYTES;
  }

  /// Counts while a chunk is packed.
  static final class Builder {
    private final LinkedHashMap<Integer, int[]> counts = new LinkedHashMap<>();

    void add(int id, AttrType type) {
      counts.computeIfAbsent(id, unused -> new int[TYPES.length])[type.ordinal()]++;
    }

    ColumnCounts build() {
      var pairs = new int[2 * counts.size() * TYPES.length];
      int length = 0;
      for (var entry : counts.entrySet()) {
        for (int type = 0; type < TYPES.length; type++) {
          if (entry.getValue()[type] > 0) {
            pairs[length++] = entry.getKey() << 4 | type;
            pairs[length++] = entry.getValue()[type];
          }
        }
      }
      return new ColumnCounts(Arrays.copyOf(pairs, length));
    }
  }

  /// The counts of many chunks together.
  static final class Sum {
    private final LinkedHashMap<Integer, long[]> counts = new LinkedHashMap<>();

    void add(ColumnCounts chunk) {
      int[] pairs = chunk.pairs;
      for (int i = 0; i < pairs.length; i += 2) {
        counts.computeIfAbsent(pairs[i] >>> 4, unused -> new long[TYPES.length])[pairs[i] & 15] +=
            pairs[i + 1];
      }
    }

    Columns columns(RowDictionary dictionary) {
      List<Columns.Column> columns = new ArrayList<>(counts.size());
      counts.forEach((id, byType) -> columns.add(column(dictionary.name(id), byType)));
      return new Columns(columns);
    }

    private static Columns.Column column(String name, long[] byType) {
      int most = 0;
      long rows = 0;
      for (int type = 0; type < byType.length; type++) {
        rows += byType[type];
        if (byType[type] > byType[most]) {
          most = type;
        }
      }
      return new Columns.Column(name, TYPES[most], byType[most] < rows, rows);
    }
  }
}
