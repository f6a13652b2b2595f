package dev.sortkey.ui.rows;

import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.PastedRows;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Stages what is done in the grid. Rows that may lack attributes are read whole first, so that an
/// edit rests on all of the item and a deletion takes nothing that nobody saw.
public final class GridEdits {
  /// How many items are read at a time.
  private static final int WIDTH = 8;

  private final StagedRows rows;
  private final BooleanSupplier partial;
  private final Supplier<Instant> readAt;
  private final Slot reading;
  private final Desk desk;

  /// @param partial whether the rows may lack attributes of their items
  /// @param readAt when the rows were read
  public GridEdits(Desk desk, StagedRows rows, BooleanSupplier partial, Supplier<Instant> readAt) {
    this.desk = desk;
    this.rows = rows;
    this.partial = partial;
    this.readAt = readAt;
    this.reading = desk.work().slot();
  }

  /// Stages a cell's new value.
  ///
  /// @throws IllegalArgumentException when it cannot be staged; the message is for the person
  public void set(int position, AttrPath path, Attr value) {
    TableSchema table = rows.table();
    Item seen = rows.item(position);
    if (ItemDiff.sameOrAbsent(seen.get(path), value)) {
      return;
    }
    if (desk.refusesWrite()) {
      throw new IllegalArgumentException(Messages.text("workbench.read-only.title"));
    }
    if (rows.staged(position) != null || !partial.getAsBoolean()) {
      Item read = rows.read(position);
      Instant then = readAt.get();
      rows.changes()
          .stage(set -> set.edit(table, read, seen.with(path, value), then, Instant.now()));
      return;
    }
    Attr shown = seen.get(path);
    whole(
        position,
        item -> {
          if (!ItemDiff.sameOrAbsent(item.get(path), shown)) {
            desk.workbench().toast(Messages.text("items.stage.changed", path));
          } else {
            Instant now = Instant.now();
            attempt(set -> set.edit(table, item, item.with(path, value), now, now));
          }
        });
  }

  /// Gives the whole item of a row and when it was read: at once where it is loaded or staged.
  public void item(int position, BiConsumer<Item, Instant> then) {
    if (rows.staged(position) != null || !partial.getAsBoolean()) {
      then.accept(rows.read(position), readAt.get());
    } else {
      whole(position, item -> then.accept(item, Instant.now()));
    }
  }

  private void whole(int position, Consumer<Item> then) {
    ItemKey key = rows.key(position).byValue();
    whole(
        new int[] {position},
        found -> {
          Item item = found.get(key);
          if (item == null) {
            desk.workbench().toast(Messages.text("items.stage.gone"));
          } else {
            then.accept(item);
          }
        });
  }

  /// Stages deletions; new items that were staged are taken out.
  public void delete(int[] positions) {
    if (desk.refusesWrite()) {
      return;
    }
    TableSchema table = rows.table();
    if (!partial.getAsBoolean()) {
      List<Item> items = IntStream.of(positions).mapToObj(rows::read).toList();
      Instant then = readAt.get();
      attempt(set -> deleted(set, table, items, then));
      return;
    }
    List<Item> staged =
        IntStream.of(positions).filter(at -> rows.staged(at) != null).mapToObj(rows::read).toList();
    int[] others = IntStream.of(positions).filter(at -> rows.staged(at) == null).toArray();
    whole(
        others,
        found -> {
          Instant now = Instant.now();
          attempt(set -> deleted(deleted(set, table, staged, now), table, found.values(), now));
        });
  }

  private static ChangeSet deleted(
      ChangeSet set, TableSchema table, Iterable<Item> items, Instant read) {
    ChangeSet now = set;
    for (Item item : items) {
      now = now.delete(table, item, read, Instant.now());
    }
    return now;
  }

  /// Takes back what is staged for rows.
  public void discard(int[] positions) {
    List<ItemKey> keys =
        IntStream.of(positions).filter(at -> rows.staged(at) != null).mapToObj(rows::key).toList();
    attempt(set -> set.discard(keys));
  }

  /// Stages what was pasted: items with their names as new ones, or as edits of rows that are
  /// loaded; cells without names from the focused cell on.
  public void paste(String text, @Nullable Cell at, List<GridColumn> columns) {
    if (desk.refusesWrite()) {
      return;
    }
    try {
      Set<String> keys =
          rows.table().keys().all().stream().map(KeyAttribute::name).collect(Collectors.toSet());
      Map<String, AttrType> types = new HashMap<>();
      columns.forEach(column -> {
        if (column.type() != null) {
          types.put(column.name(), column.type());
        }
      });
      List<Item> items = PastedRows.items(text, keys, types);
      for (GridColumn column : columns) {
        if (column.nested() && items.stream().anyMatch(item -> item.get(column.name()) != null)) {
          throw new IllegalArgumentException(Messages.text("items.paste.nested", column.name()));
        }
      }
      if (!items.isEmpty()) {
        pasteItems(items);
      } else if (at != null && !text.isEmpty()) {
        pasteCells(PastedRows.cells(text), at, columns);
      }
    } catch (IllegalArgumentException e) {
      desk.workbench()
          .toast(
              Problem.of(
                  Problem.Kind.INVALID_REQUEST,
                  Messages.text("items.paste.refused"),
                  String.valueOf(e.getMessage())));
    }
  }

  private void pasteItems(List<Item> items) {
    TableSchema table = rows.table();
    Map<ItemKey, Item> loaded = new HashMap<>();
    for (int at = 0; at < rows.count(); at++) {
      loaded.put(rows.key(at).byValue(), rows.read(at));
    }
    if (partial.getAsBoolean()
        && items.stream().anyMatch(item -> keyed(table, item, loaded) != null)) {
      throw new IllegalArgumentException(Messages.text("items.paste.partial"));
    }
    Instant then = readAt.get();
    var edits = new int[1];
    rows.changes()
        .stage(set -> {
          ChangeSet now = set;
          for (Item item : items) {
            Item there = keyed(table, item, loaded);
            if (there == null) {
              now = now.create(table, item, Instant.now());
            } else {
              Staged staged = now.get(table.keyOf(there));
              Item base = staged == null || staged.item() == null ? there : staged.item();
              edits[0]++;
              now = now.edit(table, there, onto(base, item), then, Instant.now());
            }
          }
          return now;
        });
    desk.workbench().toast(Messages.text("items.pasted", items.size() - edits[0], edits[0]));
  }

  private static @Nullable Item keyed(TableSchema table, Item item, Map<ItemKey, Item> loaded) {
    return table.keys().all().stream().allMatch(key -> item.get(key.name()) != null)
        ? loaded.get(table.keyOf(item).byValue())
        : null;
  }

  private static Item onto(Item base, Item pasted) {
    Item now = base;
    for (Map.Entry<String, Attr> each : pasted.attributes().entrySet()) {
      now = now.with(each.getKey(), each.getValue());
    }
    return now;
  }

  private void pasteCells(List<List<String>> cells, Cell at, List<GridColumn> columns) {
    if (partial.getAsBoolean()) {
      throw new IllegalArgumentException(Messages.text("items.paste.partial"));
    }
    TableSchema table = rows.table();
    Map<Integer, Item> edited = new LinkedHashMap<>();
    for (int line = 0; line < cells.size() && at.row() + line < rows.count(); line++) {
      int row = at.row() + line;
      Item seen = rows.item(row);
      Item item = seen;
      for (int i = 0; i < cells.get(line).size() && at.column() + i < columns.size(); i++) {
        GridColumn column = columns.get(at.column() + i);
        Attr before = item.get(column.path());
        String text = cells.get(line).get(i);
        Attr value = text.isEmpty() ? null : typed(text, before, column);
        if (!ItemDiff.sameOrAbsent(before, value)) {
          if (column.nested()) {
            throw new IllegalArgumentException(Messages.text("items.paste.nested", column.name()));
          }
          if (rows.refusal(row, column.name()) != null) {
            throw new IllegalArgumentException(
                Messages.text("items.paste.fixed", column.name(), row + 1));
          }
          item = with(item, column.name(), value);
        }
      }
      if (item != seen) {
        edited.put(row, item);
      }
    }
    Map<Item, Item> changed = new LinkedHashMap<>();
    edited.forEach((row, item) -> changed.put(rows.read(row), item));
    Instant then = readAt.get();
    rows.changes()
        .stage(set -> {
          ChangeSet now = set;
          for (Map.Entry<Item, Item> each : changed.entrySet()) {
            now = now.edit(table, each.getKey(), each.getValue(), then, Instant.now());
          }
          return now;
        });
    desk.workbench().toast(Messages.text("items.pasted", 0, changed.size()));
  }

  private static Attr typed(String text, @Nullable Attr before, GridColumn column) {
    AttrType type =
        before != null ? before.type() : column.type() == null ? AttrType.S : column.type();
    return PastedRows.value(text, type);
  }

  private static Item with(Item item, String attribute, @Nullable Attr value) {
    return value == null ? item.without(attribute) : item.with(attribute, value);
  }

  private void attempt(UnaryOperator<ChangeSet> step) {
    try {
      rows.changes().stage(step);
    } catch (IllegalArgumentException e) {
      desk.workbench().toast(String.valueOf(e.getMessage()));
    }
  }

  /// Reads the whole items of rows.
  private void whole(int[] positions, Consumer<Map<ItemKey, Item>> then) {
    List<ItemKey> keys = IntStream.of(positions).mapToObj(rows::key).toList();
    reading.read(
        Messages.text("items.stage.reading", keys.size()),
        _ -> {
          Map<ItemKey, Item> found = new ConcurrentHashMap<>();
          desk.work()
              .forEach(
                  keys,
                  WIDTH,
                  key -> {
                    Optional<Item> item = desk.session().reader().get(rows.table(), key);
                    item.ifPresent(one -> found.put(key.byValue(), one));
                  });
          return found;
        },
        (Outcome<Map<ItemKey, Item>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Map<ItemKey, Item>>(var found) -> then.accept(found);
            case Outcome.Failed<Map<ItemKey, Item>>(Problem why) -> desk.workbench().toast(why);
            case Outcome.Cancelled<Map<ItemKey, Item>> _ -> {}
          }
        });
  }

  public void close() {
    reading.abandon();
  }
}
