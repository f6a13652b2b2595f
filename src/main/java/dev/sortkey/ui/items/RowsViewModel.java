package dev.sortkey.ui.items;

import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowOrder;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.SortRequest;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The loaded rows as they are seen: sorted, filtered, and with what was written since. Sorting and
/// filtering happen away from the FX thread and only ever concern loaded rows.
final class RowsViewModel {
  private final ResultsViewModel results;
  private final Slot arranging;
  private final ObjectProperty<@Nullable SortRequest> sort = new SimpleObjectProperty<>();
  private final StringProperty containing = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<int @Nullable []> order = new ReadOnlyObjectWrapper<>();
  private RowEdits edits = new RowEdits();
  private Runnable changed = () -> {};
  private Runnable stored = () -> {};

  RowsViewModel(Work work, ResultsViewModel results) {
    this.results = results;
    this.arranging = work.slot();
    results
        .rowsProperty()
        .addListener((_, _, _) -> {
          edits = new RowEdits();
          order.set(null);
          stored.run();
          arrange();
        });
    results.onGrown(() -> {
      stored.run();
      if (!results.loadingAllProperty().get() || order.get() == null) {
        arrange();
      }
    });
    results
        .loadingAllProperty()
        .addListener((_, _, loading) -> {
          if (!loading && arranged()) {
            arrange();
          }
        });
    sort.addListener((_, _, _) -> arrange());
    containing.addListener((_, _, _) -> arrange());
  }

  ObjectProperty<@Nullable SortRequest> sortProperty() {
    return sort;
  }

  /// Keeps only rows with this text in them.
  StringProperty containingProperty() {
    return containing;
  }

  /// The rows of the store in the order seen, or null for all as they were read.
  ReadOnlyObjectProperty<int @Nullable []> orderProperty() {
    return order.getReadOnlyProperty();
  }

  /// Called whenever other or more rows are to be shown.
  void onChanged(Runnable listener) {
    changed = listener;
  }

  /// Called when the store is another one or has grown, before the order follows.
  void onStore(Runnable listener) {
    stored = listener;
  }

  RowStore store() {
    return results.rowsProperty().get();
  }

  int size() {
    int[] now = order.get();
    return now == null ? store().size() : now.length;
  }

  /// The store's row at a position seen.
  int row(int position) {
    int[] now = order.get();
    return now == null ? position : now[position];
  }

  Item item(int position) {
    return store().get(row(position));
  }

  boolean isAdded(int position) {
    return edits.isAdded(row(position));
  }

  boolean isChanged(int position) {
    return edits.isChanged(row(position));
  }

  /// Shows an item that was written: in the place of the one with its key, or at the end.
  ///
  /// @return its position, or empty when the filter hides it
  OptionalInt written(TableSchema table, Item item) {
    OptionalInt old = find(table, table.keyOf(item));
    RowStore store = store();
    int fresh = store.size();
    store.append(RowChunk.pack(store.dictionary(), List.of(item)));
    stored.run();
    if (old.isPresent()) {
      edits.replace(row(old.getAsInt()), fresh);
    } else {
      edits.add(fresh);
    }
    arrange();
    return IntStream.range(0, size()).filter(at -> row(at) == fresh).findFirst();
  }

  void deleted(TableSchema table, ItemKey key) {
    find(table, key).ifPresent(position -> edits.hide(row(position)));
    arrange();
  }

  void close() {
    arranging.abandon();
  }

  /// What is done to the loaded rows, in words, or empty.
  String note() {
    SortRequest by = sort.get();
    String note = "";
    if (!containing.get().isEmpty()) {
      note = Messages.text("items.note.filtered", size(), store().size());
    }
    if (by != null) {
      String sorted = Messages.text("items.note.sorted", store().size(), by.column());
      note = note.isEmpty() ? sorted : note + " · " + sorted;
    }
    return note;
  }

  private OptionalInt find(TableSchema table, ItemKey key) {
    List<String> names = List.copyOf(key.values().keySet());
    return IntStream.range(0, size())
        .filter(position ->
            names.stream()
                .allMatch(name -> key.values().get(name).equals(store().get(row(position), name))))
        .findFirst();
  }

  private boolean arranged() {
    return sort.get() != null || !containing.get().isEmpty() || !edits.isEmpty();
  }

  private void arrange() {
    RowStore store = store();
    if (!arranged()) {
      arranging.abandon();
      order.set(null);
      changed.run();
      return;
    }
    SortRequest by = sort.get();
    String text = containing.get();
    RowEdits written = edits.copy();
    if (by == null && text.isEmpty()) {
      arranging.abandon();
      order.set(written.apply(null, store.size()));
      changed.run();
      return;
    }
    arranging.read(
        Messages.text("items.arranging"),
        progress -> {
          int[] made =
              RowOrder.of(
                  store,
                  by == null ? null : by.column(),
                  by != null && by.descending(),
                  text,
                  progress);
          return written.apply(made, store.size());
        },
        (Outcome<int[]> outcome) -> {
          if (outcome instanceof Outcome.Done<int[]>(int[] made) && store == store()) {
            order.set(made);
            changed.run();
          }
        });
  }
}
