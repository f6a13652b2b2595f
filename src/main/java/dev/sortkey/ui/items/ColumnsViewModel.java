package dev.sortkey.ui.items;

import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.grid.GridColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The columns of the grid: the table's keys, then those of its indexes, then scalars, then lists,
/// maps and sets; what later pages bring comes last, so that no column moves. Some are hidden by
/// the person.
final class ColumnsViewModel {
  private final ObservableList<GridColumn> all = FXCollections.observableArrayList();
  private final ObservableList<GridColumn> shown = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<GridColumn> allView = FXCollections.unmodifiableObservableList(all);
  private final ObservableList<GridColumn> shownView =
      FXCollections.unmodifiableObservableList(shown);
  private final Set<String> hidden = new HashSet<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private @Nullable Set<String> only;
  private Runnable hiddenChanged = () -> {};

  /// All columns, in their order.
  ObservableList<GridColumn> all() {
    return allView;
  }

  /// The columns in the grid.
  ObservableList<GridColumn> shown() {
    return shownView;
  }

  /// Hides what the person hid before.
  void hide(Set<String> names) {
    hidden.addAll(names);
    lay();
  }

  /// Shows, beside the keys, only columns of these names, or all when null.
  void only(@Nullable Set<String> names) {
    only = names;
    lay();
  }

  Set<String> hidden() {
    return Set.copyOf(hidden);
  }

  /// Called when the person shows or hides a column.
  void onHidden(Runnable listener) {
    hiddenChanged = listener;
  }

  boolean isShown(String name) {
    return !hidden.contains(name);
  }

  void show(String name, boolean visible) {
    if (visible ? hidden.remove(name) : hidden.add(name)) {
      lay();
      hiddenChanged.run();
    }
  }

  void showAll() {
    hidden.clear();
    lay();
    hiddenChanged.run();
  }

  /// Takes the columns that the rows have by now.
  ///
  /// @param read the index that was read, whose keys come right after the table's, or null
  void take(TableSchema table, @Nullable Index read, Columns columns) {
    Map<String, AttrType> types = new LinkedHashMap<>();
    columns.all().forEach(column -> types.put(column.name(), column.type()));
    Map<String, AttrType> keyTypes = new HashMap<>();
    Set<String> order = new LinkedHashSet<>();
    table.keys().all().forEach(key -> put(key, order, keyTypes));
    List<Index> indexes = new ArrayList<>();
    if (read != null) {
      indexes.add(read);
    }
    indexes.addAll(table.indexes());
    for (Index index : indexes) {
      index.keys().all().stream()
          .filter(key -> types.containsKey(key.name()))
          .forEach(key -> put(key, order, keyTypes));
    }
    see(types);
    order.addAll(seen);
    List<GridColumn> now =
        order.stream()
            .map(name ->
                new GridColumn(
                    name, types.getOrDefault(name, keyTypes.get(name)), table.keys().has(name)))
            .toList();
    if (!now.equals(all)) {
      all.setAll(now);
      lay();
    }
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

  private void lay() {
    List<GridColumn> now =
        all.stream()
            .filter(column -> isShown(column.name()))
            .filter(column -> only == null || column.key() || only.contains(column.name()))
            .toList();
    if (!now.equals(shown)) {
      shown.setAll(now);
    }
  }
}
