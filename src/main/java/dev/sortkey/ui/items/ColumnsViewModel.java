package dev.sortkey.ui.items;

import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.Layouts.Layout;
import dev.sortkey.ui.kit.grid.GridColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The columns of the grid: the table's keys, then what the person pinned, then the keys of the
/// indexes, scalars, and lists, maps and sets; what later pages bring comes last, so that no column
/// moves. Within these bounds they stand as the person arranged them, and some are hidden.
final class ColumnsViewModel {
  private final ObservableList<GridColumn> all = FXCollections.observableArrayList();
  private final ObservableList<GridColumn> shown = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<GridColumn> allView = FXCollections.unmodifiableObservableList(all);
  private final ObservableList<GridColumn> shownView =
      FXCollections.unmodifiableObservableList(shown);
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Set<String> pinned = new LinkedHashSet<>();
  private final List<AttrPath> paths = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private List<String> order = List.of();

  /// The attributes in the order that they have by themselves.
  private List<GridColumn> natural = List.of();

  private List<Item> sample = List.of();
  private @Nullable Set<String> only;
  private Runnable arranged = () -> {};

  /// All columns, in their order.
  ObservableList<GridColumn> all() {
    return allView;
  }

  /// The columns in the grid.
  ObservableList<GridColumn> shown() {
    return shownView;
  }

  /// Arranges the columns as the person did before.
  void recall(Layout layout) {
    order = layout.order();
    hidden.clear();
    hidden.addAll(layout.hidden());
    pinned.clear();
    pinned.addAll(layout.pinned());
    paths.clear();
    for (String path : layout.paths()) {
      try {
        paths.add(AttrPath.parse(path));
      } catch (IllegalArgumentException _) {
        // Nothing is lost with a path that was none.
      }
    }
    lay();
  }

  /// What [#recall] takes.
  Layout layout(Map<String, Double> widths) {
    return new Layout(
        order, widths, hidden, pinned, paths.stream().map(AttrPath::toString).toList());
  }

  /// Shows, beside the keys, only columns of these attributes, or all when null.
  void only(@Nullable Set<String> names) {
    only = names;
    lay();
  }

  /// Called when the person arranged the columns in another way.
  void onArranged(Runnable listener) {
    arranged = listener;
  }

  boolean isShown(String name) {
    return !hidden.contains(name);
  }

  void show(String name, boolean visible) {
    if (visible ? hidden.remove(name) : hidden.add(name)) {
      changed();
    }
  }

  void showAll() {
    hidden.clear();
    changed();
  }

  /// Lets a column stand still, or no longer.
  void pin(String name, boolean still) {
    if (still ? pinned.add(name) : pinned.remove(name)) {
      changed();
    }
  }

  /// Puts one of the columns shown in the place of another.
  void move(int from, int to) {
    String moved = shown.get(from).name();
    String aim = shown.get(to).name();
    List<String> names = names();
    names.remove(moved);
    names.add(names.indexOf(aim) + (to > from ? 1 : 0), moved);
    order = withAbsent(names);
    changed();
  }

  /// Adds a column of what stands at a path.
  ///
  /// @throws IllegalArgumentException when that is no path or a column already; the message is for
  ///   the person
  void addPath(String text) {
    AttrPath path = AttrPath.parse(text.strip());
    String name = path.toString();
    if (path.steps().size() == 1) {
      throw new IllegalArgumentException(Messages.text("items.columns.path.top", name));
    }
    if (all.stream().anyMatch(column -> column.name().equals(name))) {
      throw new IllegalArgumentException(Messages.text("items.columns.path.there", name));
    }
    paths.add(path);
    hidden.remove(name);
    if (!order.isEmpty()) {
      List<String> names = names();
      names.add(names.indexOf(GridColumn.at(path, null).attribute()) + 1, name);
      order = withAbsent(names);
    }
    changed();
  }

  void removePath(String name) {
    paths.removeIf(path -> path.toString().equals(name));
    hidden.remove(name);
    pinned.remove(name);
    changed();
  }

  /// Where the values of a column stand.
  AttrPath path(String name) {
    return all.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .map(GridColumn::path)
        .orElseGet(() -> AttrPath.of(name));
  }

  /// Takes some of the rows, whose values tell the types at paths.
  void look(List<Item> some) {
    sample = some;
    if (!paths.isEmpty()) {
      lay();
    }
  }

  /// Takes the columns that the rows have by now.
  ///
  /// @param read the index that was read, whose keys come right after the table's, or null
  void take(TableSchema table, @Nullable Index read, Columns columns) {
    Map<String, AttrType> types = new LinkedHashMap<>();
    columns.all().forEach(column -> types.put(column.name(), column.type()));
    Map<String, AttrType> keyTypes = new HashMap<>();
    Set<String> names = new LinkedHashSet<>();
    table.keys().all().forEach(key -> put(key, names, keyTypes));
    List<Index> indexes = new ArrayList<>();
    if (read != null) {
      indexes.add(read);
    }
    indexes.addAll(table.indexes());
    for (Index index : indexes) {
      index.keys().all().stream()
          .filter(key -> types.containsKey(key.name()))
          .forEach(key -> put(key, names, keyTypes));
    }
    see(types);
    names.addAll(seen);
    natural =
        names.stream()
            .map(name ->
                new GridColumn(
                    name, types.getOrDefault(name, keyTypes.get(name)), table.keys().has(name)))
            .toList();
    lay();
  }

  /// Keeps the order of the first page for as long as what comes can be of the same read.
  private void see(Map<String, AttrType> types) {
    if (!types.keySet().containsAll(seen)) {
      seen.clear();
    }
    if (seen.isEmpty()) {
      types.forEach((name, type) -> {
        if (!type.isDocument() && !type.isSet()) {
          seen.add(name);
        }
      });
    }
    seen.addAll(types.keySet());
  }

  private static void put(KeyAttribute key, Set<String> order, Map<String, AttrType> types) {
    order.add(key.name());
    types.put(key.name(), key.type().attrType());
  }

  private List<String> names() {
    return all.stream().map(GridColumn::name).collect(Collectors.toCollection(ArrayList::new));
  }

  /// With the columns that the person placed and that no row has now, each behind the one that it
  /// stood behind.
  private List<String> withAbsent(List<String> names) {
    List<String> whole = new ArrayList<>(names);
    for (int i = 0; i < order.size(); i++) {
      if (!whole.contains(order.get(i))) {
        whole.add(i == 0 ? 0 : whole.indexOf(order.get(i - 1)) + 1, order.get(i));
      }
    }
    return List.copyOf(whole);
  }

  private void changed() {
    lay();
    arranged.run();
  }

  private void lay() {
    List<GridColumn> whole = new ArrayList<>(natural);
    paths.forEach(path -> add(path, whole));
    whole.replaceAll(column -> column.withPinned(column.key() || pinned.contains(column.name())));
    Map<String, Integer> places = new HashMap<>();
    order.forEach(name -> places.put(name, places.size()));
    whole.sort(
        Comparator.<GridColumn>comparingInt(column -> column.key() ? 0 : column.pinned() ? 1 : 2)
            .thenComparingInt(column -> places.getOrDefault(column.name(), places.size())));
    if (!whole.equals(all)) {
      all.setAll(whole);
    }
    List<GridColumn> now =
        whole.stream()
            .filter(column -> isShown(column.name()))
            .filter(column -> only == null || column.key() || only.contains(column.attribute()))
            .toList();
    if (!now.equals(shown)) {
      shown.setAll(now);
    }
  }

  /// Adds the column of a path behind its attribute's. An attribute that has the path for its name
  /// keeps it.
  private void add(AttrPath path, List<GridColumn> whole) {
    GridColumn column = GridColumn.at(path, type(path));
    if (whole.isEmpty() || whole.stream().anyMatch(one -> one.name().equals(column.name()))) {
      return;
    }
    int behind = whole.size();
    for (int i = 0; i < whole.size(); i++) {
      if (whole.get(i).attribute().equals(column.attribute())) {
        behind = i + 1;
      }
    }
    whole.add(behind, column);
  }

  /// The type that most rows have at a path, or null when none has anything there.
  private @Nullable AttrType type(AttrPath path) {
    Map<AttrType, Integer> counts = new EnumMap<>(AttrType.class);
    for (Item item : sample) {
      Attr value = item.get(path);
      if (value != null) {
        counts.merge(value.type(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
