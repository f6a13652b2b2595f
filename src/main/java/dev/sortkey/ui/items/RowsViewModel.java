package dev.sortkey.ui.items;

import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowOrder;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.SortRequest;
import dev.sortkey.ui.rows.LoadedRows;
import dev.sortkey.ui.rows.RowEdits;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
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
final class RowsViewModel implements LoadedRows {
  private final ResultsViewModel results;
  private final Work work;
  private final Slot arranging;
  private final ObjectProperty<@Nullable SortRequest> sort = new SimpleObjectProperty<>();
  private final StringProperty containing = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable IntPredicate> only = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<int @Nullable []> order = new ReadOnlyObjectWrapper<>();
  private RowEdits edits = new RowEdits();
  private Function<String, AttrPath> paths = AttrPath::of;
  private Runnable changed = () -> {};
  private Runnable stored = () -> {};

  RowsViewModel(Work work, ResultsViewModel results) {
    this.results = results;
    this.work = work;
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
    only.addListener((_, _, _) -> arrange());
  }

  ObjectProperty<@Nullable SortRequest> sortProperty() {
    return sort;
  }

  /// Keeps only rows with this text in them.
  StringProperty containingProperty() {
    return containing;
  }

  /// Keeps only these rows of the store, or all when null.
  ObjectProperty<@Nullable IntPredicate> onlyProperty() {
    return only;
  }

  /// Which rows of the store stand for themselves by now: not replaced or deleted since.
  IntPredicate live() {
    return edits.copy()::isLive;
  }

  /// The rows of the store in the order seen, or null for all as they were read.
  ReadOnlyObjectProperty<int @Nullable []> orderProperty() {
    return order.getReadOnlyProperty();
  }

  /// Takes what tells where the values of a column stand.
  void paths(Function<String, AttrPath> places) {
    paths = places;
  }

  /// Called whenever other or more rows are to be shown.
  void onChanged(Runnable listener) {
    changed = listener;
  }

  /// Called when the store is another one or has grown, before the order follows.
  void onStore(Runnable listener) {
    Runnable earlier = stored;
    stored =
        () -> {
          earlier.run();
          listener.run();
        };
  }

  @Override
  public RowStore store() {
    return results.rowsProperty().get();
  }

  @Override
  public int @Nullable [] order() {
    return order.get();
  }

  @Override
  public boolean isAdded(int position) {
    return edits.isAdded(row(position));
  }

  /// Where the rows of an earlier order stand now, by their places in it; -1 for those not seen.
  IntUnaryOperator placesFrom(int @Nullable [] earlier) {
    var places = new int[store().size()];
    Arrays.fill(places, -1);
    for (int position = 0; position < size(); position++) {
      places[row(position)] = position;
    }
    return position -> places[edits.newest(earlier == null ? position : earlier[position])];
  }

  @Override
  public void written(TableSchema table, Item item, IntConsumer shown) {
    ItemKey key = table.keyOf(item);
    find(
        Set.of(key),
        found -> {
          RowStore store = store();
          int fresh = store.size();
          store.append(RowChunk.pack(store.dictionary(), List.of(item)));
          Integer old = found.get(key);
          if (old == null) {
            edits.add(fresh);
          } else {
            edits.replace(edits.newest(old), fresh);
          }
          stored.run();
          arrange(() ->
              IntStream.range(0, size())
                  .filter(at -> row(at) == fresh)
                  .findFirst()
                  .ifPresent(shown));
        });
  }

  @Override
  public void deleted(Set<ItemKey> keys) {
    find(
        keys,
        found -> {
          found.values().forEach(row -> edits.hide(edits.newest(row)));
          stored.run();
          arrange();
        });
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

  /// Looks for the rows with these keys, away from the FX thread, since there may be a million.
  private void find(Set<ItemKey> keys, Consumer<Map<ItemKey, Integer>> found) {
    RowStore store = store();
    RowEdits written = edits.copy();
    work.read(
        Messages.text("items.finding"),
        progress -> written.find(store, keys, progress),
        (Outcome<Map<ItemKey, Integer>> outcome) -> {
          if (outcome instanceof Outcome.Done<Map<ItemKey, Integer>>(var rows)
              && store == store()) {
            found.accept(rows);
          }
        });
  }

  private boolean arranged() {
    return sort.get() != null
        || !containing.get().isEmpty()
        || only.get() != null
        || !edits.isEmpty();
  }

  private void arrange() {
    arrange(() -> {});
  }

  private void arrange(Runnable then) {
    RowStore store = store();
    if (!arranged()) {
      arranging.abandon();
      order.set(null);
      changed.run();
      then.run();
      return;
    }
    SortRequest by = sort.get();
    String text = containing.get();
    IntPredicate chosen = only.get();
    RowEdits written = edits.copy();
    if (by == null && text.isEmpty()) {
      arranging.abandon();
      order.set(kept(written.apply(null, store.size()), chosen));
      changed.run();
      then.run();
      return;
    }
    arranging.read(
        Messages.text("items.arranging"),
        progress -> {
          int[] made =
              RowOrder.of(
                  store,
                  by == null ? null : paths.apply(by.column()),
                  by != null && by.descending(),
                  text,
                  progress);
          return kept(written.apply(made, store.size()), chosen);
        },
        (Outcome<int[]> outcome) -> {
          if (outcome instanceof Outcome.Done<int[]>(int[] made) && store == store()) {
            order.set(made);
            changed.run();
            then.run();
          }
        });
  }

  private static int[] kept(int[] rows, @Nullable IntPredicate chosen) {
    return chosen == null ? rows : IntStream.of(rows).filter(chosen).toArray();
  }
}
