package dev.sortkey.ui.items;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.GridRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Items turned on their side: a line for each attribute, a column for each item. A value that
/// differs from the first item's is marked.
final class SideBySide implements GridRows {
  /// More items than that are not seen together.
  static final int MOST = 8;

  /// The column with the names; those of the items are called by their places, from 0.
  static final String NAME = "name";

  /// One attribute, or what is within one, of all items.
  ///
  /// @param values null where an item lacks it
  /// @param others the places of those that differ from the first
  record Line(AttrPath path, List<@Nullable Attr> values, BitSet others) {
    boolean differs() {
      return !others.isEmpty();
    }
  }

  private final List<Item> items;
  private final List<Line> attributes = new ArrayList<>();
  private List<Line> shown;
  private int of;

  SideBySide(TableSchema table, List<Item> items) {
    this.items = List.copyOf(items);
    Set<String> names = new LinkedHashSet<>();
    table.keys().all().stream().map(KeyAttribute::name).forEach(names::add);
    items.forEach(item -> names.addAll(item.attributes().keySet()));
    for (String name : names) {
      attributes.add(line(AttrPath.of(name)));
    }
    shown = attributes;
    of = attributes.size();
  }

  List<Item> items() {
    return items;
  }

  /// Shows the lines whose names hold a text, in any case of its letters.
  ///
  /// @param nested what is within maps and lists too
  /// @param differing only lines in which the items differ
  void show(String text, boolean nested, boolean differing) {
    List<Line> all = attributes;
    if (nested) {
      all = new ArrayList<>();
      for (Line attribute : attributes) {
        open(attribute, all);
      }
    }
    String part = text.strip().toLowerCase(Locale.ROOT);
    of = all.size();
    shown =
        all.stream()
            .filter(line -> line.path().toString().toLowerCase(Locale.ROOT).contains(part))
            .filter(line -> !differing || line.differs())
            .toList();
  }

  /// A line, and those of what is within it.
  private void open(Line line, List<Line> into) {
    into.add(line);
    Set<String> names = new LinkedHashSet<>();
    int elements = 0;
    for (Attr value : line.values()) {
      if (value instanceof Attr.M(var fields)) {
        names.addAll(fields.keySet());
      } else if (value instanceof Attr.L(var list)) {
        elements = Math.max(elements, list.size());
      }
    }
    names.forEach(name -> open(line(line.path().child(name)), into));
    for (int at = 0; at < elements; at++) {
      open(line(line.path().child(at)), into);
    }
  }

  private Line line(AttrPath path) {
    var values = new @Nullable Attr[items.size()];
    for (int at = 0; at < values.length; at++) {
      values[at] = items.get(at).get(path);
    }
    var others = new BitSet();
    for (int at = 1; at < values.length; at++) {
      others.set(at, !ItemDiff.sameOrAbsent(values[0], values[at]));
    }
    return new Line(path, Collections.unmodifiableList(Arrays.asList(values)), others);
  }

  Line line(int row) {
    return shown.get(row);
  }

  /// How many lines there are, the ones that are not shown too.
  int of() {
    return of;
  }

  long differing() {
    return shown.stream().filter(Line::differs).count();
  }

  @Override
  public int count() {
    return shown.size();
  }

  @Override
  public @Nullable Attr value(int row, String column) {
    Line line = shown.get(row);
    return column.equals(NAME)
        ? new Attr.S(line.path().toString())
        : line.values().get(Integer.parseInt(column));
  }

  @Override
  public Mark mark(int row) {
    return shown.get(row).differs() ? Mark.EDIT : Mark.NONE;
  }

  @Override
  public boolean edited(int row, String column) {
    return !column.equals(NAME) && shown.get(row).others().get(Integer.parseInt(column));
  }
}
