package dev.sortkey.ui.items;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.BulkEdit.Effect;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.CellText;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One change of many items: what it is, what it does to those that are loaded, and its way to the
/// table, through the review or, for more than is loaded, under a write budget.
final class BulkViewModel {
  /// Of which items.
  enum Scope {
    SELECTED,
    LOADED,
    RESULT
  }

  /// How many of the loaded items are looked at for the preview.
  static final int MOST_PREVIEWED = 5_000;

  /// How many are shown.
  static final int MOST_SHOWN = 200;

  /// What would come of the items that were looked at.
  ///
  /// @param shown the first of those that change or do not fit
  record Preview(int looked, int changed, int same, int unfit, List<Line> shown) {}

  record Line(Item item, Effect effect) {}

  private final TableSchema table;
  private final TableChanges changes;
  private final BulkRunViewModel run;
  private final Slot previewing;
  private final Supplier<List<Item>> selected;
  private final Supplier<List<Item>> loaded;
  private final @Nullable ReadPlan plan;
  private final Instant readAt;
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.LOADED);
  private final BulkDraft draft = new BulkDraft(this::draw);
  private final ReadOnlyObjectWrapper<@Nullable String> flaw = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable BulkEdit> edit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();

  /// @param selected the whole items that are selected
  /// @param plan what brought the rows, and brings the rest; null when it does not bring whole
  ///   items
  /// @param readAt when the rows were read
  BulkViewModel(
      TableSchema table,
      TableChanges changes,
      BulkRunViewModel run,
      Work work,
      Supplier<List<Item>> selected,
      Supplier<List<Item>> loaded,
      @Nullable ReadPlan plan,
      Instant readAt) {
    this.table = table;
    this.changes = changes;
    this.run = run;
    this.previewing = work.slot();
    this.selected = selected;
    this.loaded = loaded;
    this.plan = plan;
    this.readAt = readAt;
    if (selected.get().size() > 1) {
      scope.set(Scope.SELECTED);
    }
    scope.addListener(_ -> draw());
    draw();
  }

  TableSchema table() {
    return table;
  }

  ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /// What is to be done to each.
  BulkDraft draft() {
    return draft;
  }

  /// The run over the whole result.
  BulkRunViewModel run() {
    return run;
  }

  /// What is missing or wrong in what was typed, or null.
  ReadOnlyObjectProperty<@Nullable String> flawProperty() {
    return flaw.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  int count(Scope of) {
    return switch (of) {
      case SELECTED -> selected.get().size();
      case LOADED, RESULT -> loaded.get().size();
    };
  }

  /// Whether more than what is loaded can be changed.
  boolean reachesBeyond() {
    return plan != null;
  }

  /// Stages the change of the selected or loaded items.
  ///
  /// @return how many changes are staged by it, or -1 when it was refused
  int stage() {
    BulkEdit now = edit.get();
    if (now == null) {
      return -1;
    }
    List<Item> items = scope.get() == Scope.SELECTED ? selected.get() : loaded.get();
    var count = new int[1];
    try {
      changes.stage(set -> {
        var next = set;
        for (Item item : items) {
          Staged there = next.get(table.keyOf(item));
          Item base = there == null || there.item() == null ? item : there.item();
          if (there != null && there.kind() == Staged.Kind.DELETE) {
            continue;
          }
          switch (now.of(table, base)) {
            case Effect.Changed(Change.Delete _) -> {
              next = next.delete(table, item, readAt, Instant.now());
              count[0]++;
            }
            case Effect.Changed(Change change) -> {
              next = next.edit(table, item, after(change), readAt, Instant.now());
              count[0]++;
            }
            case Effect.Same _, Effect.Unfit _ -> {}
          }
        }
        return next;
      });
      return count[0];
    } catch (IllegalArgumentException e) {
      flaw.set(e.getMessage());
      return -1;
    }
  }

  private static Item after(Change change) {
    Item after = change.after();
    if (after == null) {
      throw new IllegalStateException("an edit leaves an item");
    }
    return after;
  }

  /// Runs over the whole result, or goes on after a pause.
  void runAll() {
    BulkEdit now = edit.get();
    if (now != null && plan != null) {
      run.run(plan, now);
    }
  }

  void close() {
    previewing.abandon();
    run.pause();
  }

  private void draw() {
    try {
      BulkEdit made = draft.read();
      if (scope.get() == Scope.RESULT) {
        refuseMoving(made);
      }
      edit.set(made);
      flaw.set(null);
      look(made);
    } catch (IllegalArgumentException e) {
      edit.set(null);
      flaw.set(e.getMessage());
      previewing.abandon();
      preview.set(null);
    }
  }

  private void look(BulkEdit made) {
    List<Item> items = scope.get() == Scope.SELECTED ? selected.get() : loaded.get();
    previewing.read(
        Messages.text("items.bulk.previewing"),
        _ -> preview(made, items),
        (Outcome<Preview> outcome) -> {
          if (outcome instanceof Outcome.Done<Preview>(Preview seen)) {
            preview.set(seen);
          }
        });
  }

  private Preview preview(BulkEdit made, List<Item> items) {
    int looked = Math.min(items.size(), MOST_PREVIEWED);
    int changed = 0;
    int same = 0;
    int unfit = 0;
    List<Line> shown = new ArrayList<>();
    for (Item item : items.subList(0, looked)) {
      Effect effect = made.of(table, item);
      switch (effect) {
        case Effect.Changed _ -> changed++;
        case Effect.Same _ -> same++;
        case Effect.Unfit _ -> unfit++;
      }
      if (!(effect instanceof Effect.Same) && shown.size() < MOST_SHOWN) {
        shown.add(new Line(item, effect));
      }
    }
    return new Preview(looked, changed, same, unfit, shown);
  }

  private void refuseMoving(BulkEdit made) {
    String index = plan == null ? null : plan.index();
    if (index != null && table.index(index).filter(made::movesIn).isPresent()) {
      throw new IllegalArgumentException(Messages.text("items.bulk.moves", index));
    }
  }

  /// The key of an item, in words.
  String key(Item item) {
    ItemKey key = table.keyOf(item);
    return key.values().values().stream()
        .map(part -> CellText.of(part).line())
        .collect(Collectors.joining(" / "));
  }
}
