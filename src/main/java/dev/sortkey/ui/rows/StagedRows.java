package dev.sortkey.ui.rows;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.kit.grid.GridRows;
import dev.sortkey.ui.workbench.TableChanges;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The loaded rows as they will be once what is staged is written: edited cells, rows that go, and
/// new items after the last row.
public final class StagedRows implements GridRows {
  /// How many rows are remembered; more than can be in sight.
  private static final int MOST = 1_000;

  private final TableSchema table;
  private final LoadedRows rows;
  private final TableChanges changes;
  private final Map<Integer, Optional<Staged>> known = new HashMap<>();
  private List<Staged> fresh = List.of();
  private BiPredicate<Integer, GridColumn> marked = (_, _) -> false;

  /// @param table whose keys do not change
  public StagedRows(TableSchema table, LoadedRows rows, TableChanges changes) {
    this.table = table;
    this.rows = rows;
    this.changes = changes;
    look();
  }

  public TableSchema table() {
    return table;
  }

  public TableChanges changes() {
    return changes;
  }

  /// Takes what tells which cells hold what is looked for.
  public void marks(BiPredicate<Integer, GridColumn> holding) {
    marked = holding;
  }

  @Override
  public boolean found(int position, GridColumn column) {
    return marked.test(position, column);
  }

  /// Called when other rows are shown or other changes are staged, before the rows are asked for.
  public void look() {
    known.clear();
    ChangeSet now = changes.now();
    fresh =
        now.isEmpty() || !rows.showsNew()
            ? List.of()
            : now.all().stream().filter(one -> one.kind() == Staged.Kind.INSERT).toList();
  }

  @Override
  public int count() {
    return rows.size() + fresh.size();
  }

  /// Whether the row is not in the table yet.
  public boolean isFresh(int position) {
    return position >= rows.size();
  }

  /// A row as it was read; one that is new has no other form than the staged one.
  public Item read(int position) {
    return isFresh(position) ? item(position) : rows.item(position);
  }

  /// The item of a row as it is seen.
  public Item item(int position) {
    Staged staged = staged(position);
    Item now = staged == null ? null : staged.item();
    return now == null ? rows.item(position) : now;
  }

  /// The rows as they are seen now, for another thread.
  public SeenRows seen() {
    return new SeenRows(table, rows.store(), rows.order(), rows.size(), changes.now(), fresh);
  }

  /// What [#item] gives now, for another thread.
  public Function<Integer, Item> reading() {
    return seen()::item;
  }

  /// The items of rows as they are seen, decoded when they are asked for.
  public List<Item> some(int[] positions) {
    Function<Integer, Item> reading = reading();
    int[] chosen = positions.clone();
    return new AbstractList<>() {
      @Override
      public Item get(int at) {
        return reading.apply(chosen[at]);
      }

      @Override
      public int size() {
        return chosen.length;
      }
    };
  }

  /// All items as they are seen.
  public List<Item> all() {
    return some(IntStream.range(0, count()).toArray());
  }

  public ItemKey key(int position) {
    return isFresh(position) ? table.keyOf(item(position)) : keyOf(position);
  }

  /// What is staged for a row, or null.
  public @Nullable Staged staged(int position) {
    if (isFresh(position)) {
      return fresh.get(position - rows.size());
    }
    ChangeSet now = changes.now();
    if (now.isEmpty()) {
      return null;
    }
    if (known.size() > MOST) {
      known.clear();
    }
    return known
        .computeIfAbsent(position, at -> Optional.ofNullable(now.get(keyOf(at))))
        .orElse(null);
  }

  private ItemKey keyOf(int position) {
    var values = new LinkedHashMap<String, Attr>();
    for (KeyAttribute key : table.keys().all()) {
      values.put(
          key.name(), Objects.requireNonNull(rows.store().get(rows.row(position), key.name())));
    }
    return new ItemKey(values);
  }

  @Override
  public @Nullable Attr value(int position, String attribute) {
    Staged staged = staged(position);
    Item now = staged == null ? null : staged.item();
    return now == null
        ? rows.store().get(rows.row(position), attribute)
        : rows.row(now).get(attribute);
  }

  @Override
  public Mark mark(int position) {
    Staged staged = staged(position);
    if (staged == null) {
      return rows.isAdded(position) ? Mark.ADD : Mark.NONE;
    }
    return switch (staged.kind()) {
      case EDIT -> Mark.EDIT;
      case INSERT -> Mark.ADD;
      case DELETE -> Mark.DELETE;
    };
  }

  @Override
  public boolean edited(int position, String attribute) {
    Staged staged = staged(position);
    if (staged == null || !(staged.change() instanceof Change.Update(Item original, Item _))) {
      return false;
    }
    Item now = staged.item();
    return now != null
        && !ItemDiff.sameOrAbsent(rows.row(original).get(attribute), rows.row(now).get(attribute));
  }

  /// Why a cell cannot be edited, or null: an item that is there keeps its key.
  @Nullable String refusal(int position, String attribute) {
    if (mark(position) == Mark.DELETE) {
      return Messages.text("items.stage.goes");
    }
    if (!isFresh(position) && table.keys().has(attribute)) {
      return Messages.text("items.stage.key");
    }
    return rows.refusal(attribute);
  }
}
