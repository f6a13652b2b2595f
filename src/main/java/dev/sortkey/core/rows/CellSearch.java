package dev.sortkey.core.rows;

import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks for a text in the cells of a store's rows: in what stands in the columns, at any depth and
/// with the names in maps. Attributes without a column are passed over unread. For one thread.
public final class CellSearch {
  private static final Target NONE = new Target(-1, List.of());

  private final RowStore store;
  private final TextSearch text;
  private final Map<String, Target> targets = new HashMap<>();

  /// The targets by the ids of their attributes, as far as these were met.
  private @Nullable Target[] met = new Target[64];

  /// The columns of one attribute.
  ///
  /// @param own that of the attribute itself, or -1
  private record Target(int own, List<Deeper> deeper) {}

  /// A column of what stands at a path within its attribute.
  private record Deeper(int column, List<AttrPath.Step> steps) {}

  /// @param columns where the values of the columns stand
  /// @param only the one column to look into, or -1 for all
  public CellSearch(RowStore store, List<AttrPath> columns, int only, Sought sought) {
    this.store = store;
    this.text = new TextSearch(sought, true);
    for (int column = 0; column < columns.size(); column++) {
      if ((only < 0 || column == only)
          && columns.get(column).steps().getFirst() instanceof AttrPath.Name(String attribute)) {
        add(column, attribute, columns.get(column).steps());
      }
    }
  }

  private void add(int column, String attribute, List<AttrPath.Step> steps) {
    Target before = targets.getOrDefault(attribute, NONE);
    if (steps.size() == 1) {
      targets.put(attribute, new Target(column, before.deeper()));
    } else {
      List<Deeper> deeper = new ArrayList<>(before.deeper());
      deeper.add(new Deeper(column, steps.subList(1, steps.size())));
      targets.put(attribute, new Target(before.own(), List.copyOf(deeper)));
    }
  }

  /// Sets the bits of the columns whose cell in a row holds the text, counted from one bit on.
  public void in(int row, BitSet found, int first) {
    RowReader reader = store.reader(row);
    while (reader.more()) {
      Target target = target(reader);
      int from = reader.at();
      reader.skip();
      int next = reader.at();
      if (target.own() >= 0 && holds(reader, from)) {
        found.set(first + target.own());
      }
      for (Deeper deeper : target.deeper()) {
        reader.moveTo(from);
        if (reader.seek(deeper.steps()) && text.inValue(reader)) {
          found.set(first + deeper.column());
        }
      }
      reader.moveTo(next);
    }
  }

  private boolean holds(RowReader reader, int from) {
    reader.moveTo(from);
    return text.inValue(reader);
  }

  /// What is looked for in the attribute whose name comes next; the reader moves behind the name.
  private Target target(RowReader reader) {
    int from = reader.at();
    int id = reader.name();
    Target target = id >= 0 && id < met.length ? met[id] : null;
    if (target == null) {
      reader.moveTo(from);
      target = targets.getOrDefault(reader.nameText(), NONE);
      if (id >= 0) {
        met = id < met.length ? met : Arrays.copyOf(met, Math.max(id + 1, 2 * met.length));
        met[id] = target;
      }
    }
    return target;
  }
}
