package dev.sortkey.ui.partiql;

import dev.sortkey.core.partiql.RowOrigin;
import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.rows.LoadedRows;
import dev.sortkey.ui.rows.RowEdits;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows that a statement brought, which follow what is written since; no new ones come in,
/// since only the statement can tell whether they belong here. Used on the FX thread.
final class ResultRows implements LoadedRows {
  private final RowOrigin origin;
  private final Work work;
  private final RowStore store = new RowStore();
  private final RowEdits edits = new RowEdits();
  private int @Nullable [] order;
  private Runnable changed = () -> {};

  ResultRows(RowOrigin origin, Work work) {
    this.origin = origin;
    this.work = work;
  }

  /// Called when rows follow what was written.
  void onChanged(Runnable listener) {
    changed = listener;
  }

  /// @param chunk packed with the dictionary of the store
  void append(RowChunk chunk) {
    store.append(chunk);
    arrange();
  }

  @Override
  public RowStore store() {
    return store;
  }

  @Override
  public int @Nullable [] order() {
    return order;
  }

  @Override
  public boolean isAdded(int position) {
    return false;
  }

  @Override
  public boolean showsNew() {
    return false;
  }

  @Override
  public Item row(Item item) {
    return origin.row(item);
  }

  @Override
  public @Nullable String refusal(String attribute) {
    return origin.stores(attribute) ? null : Messages.text("partiql.edit.part", attribute);
  }

  @Override
  public void written(TableSchema table, Item item, IntConsumer shown) {
    find(
        Set.of(table.keyOf(item)),
        old -> {
          int fresh = store.size();
          store.append(RowChunk.pack(store.dictionary(), List.of(seen(item))));
          edits.replace(edits.newest(old), fresh);
          arrange();
          changed.run();
          IntStream.range(0, size()).filter(at -> row(at) == fresh).findFirst().ifPresent(shown);
        });
  }

  /// An item as the rows around it look; an index may have only some of its attributes.
  private Item seen(Item item) {
    Item row = origin.row(item);
    if (origin.whole()) {
      return row;
    }
    Set<String> known =
        store.columns().all().stream().map(Columns.Column::name).collect(Collectors.toSet());
    for (String name : item.attributes().keySet()) {
      if (origin.attributes().isEmpty() && !known.contains(name)) {
        row = row.without(name);
      }
    }
    return row;
  }

  @Override
  public void deleted(Set<ItemKey> keys) {
    find(
        keys,
        row -> {
          edits.hide(edits.newest(row));
          arrange();
          changed.run();
        });
  }

  private void arrange() {
    order = edits.isEmpty() ? null : edits.apply(null, store.size());
  }

  private void find(Set<ItemKey> keys, Consumer<Integer> found) {
    RowEdits written = edits.copy();
    work.read(
        Messages.text("items.finding"),
        progress -> written.find(store, keys, progress),
        (Outcome<Map<ItemKey, Integer>> outcome) -> {
          if (outcome instanceof Outcome.Done<Map<ItemKey, Integer>>(var rows)) {
            rows.values().forEach(found);
          }
        });
  }
}
