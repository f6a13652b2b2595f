package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The part of the editor that knows which item is open: read from the table, new, or waiting among
/// the staged changes, to which it can go back.
abstract sealed class OpenItemViewModel extends DraftViewModel permits ItemEditorViewModel {
  private final TableSchema table;
  private final ItemReader reader;
  private final Slot loading;
  private final NodeFiles files;
  private final @Nullable StageFlow stage;
  private final ReadOnlyObjectWrapper<ItemEditorViewModel.Phase> phase =
      new ReadOnlyObjectWrapper<>(ItemEditorViewModel.Phase.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable ItemKey lastKey;

  /// The item as it was last read, and when.
  private @Nullable Item read;

  private Instant readAt = Instant.EPOCH;

  /// The staged new item that is shown, or null.
  private @Nullable Item freshlyStaged;

  OpenItemViewModel(
      TableSchema table, Work work, ItemReader reader, @Nullable TableChanges changes) {
    this.table = table;
    this.reader = reader;
    this.loading = work.slot();
    this.files = new NodeFiles(this, work);
    this.stage = changes == null ? null : new StageFlow(table, changes);
  }

  @Override
  NodeFiles files() {
    return files;
  }

  public TableSchema table() {
    return table;
  }

  public ReadOnlyObjectProperty<ItemEditorViewModel.Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  final void phase(ItemEditorViewModel.Phase now) {
    phase.set(now);
  }

  /// Why the last read or write failed, or null; what was typed stays.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  final void problem(@Nullable Problem now) {
    problem.set(now);
  }

  final @Nullable StageFlow stageFlow() {
    return stage;
  }

  final @Nullable ItemKey lastKey() {
    return lastKey;
  }

  /// A new item with the key's attributes, empty.
  public void create() {
    begin(ItemDraft.create(table), null, null);
  }

  /// A new item with all attributes of another; its key is to be changed.
  public void create(Item from) {
    begin(ItemDraft.create(table, from), null, null);
  }

  /// Reads the whole item, consistently, and shows it with what is staged for it. A new item that
  /// is staged is shown as it is there.
  public void open(ItemKey key) {
    ItemDraft fresh = stage == null ? null : stage.fresh(key);
    if (fresh != null) {
      showFresh(fresh, key);
      return;
    }
    clear();
    lastKey = key;
    phase.set(ItemEditorViewModel.Phase.LOADING);
    loading.read(
        Messages.text("editor.job.open", table.name()), _ -> reader.get(table, key), this::opened);
  }

  /// Shows an item that was read already, with what is staged for it.
  public void show(Item item) {
    ItemDraft shown = stage == null ? ItemDraft.edit(table, item) : stage.draft(item);
    ItemKey key = table.keyOf(item);
    Staged staged = stage == null ? null : stage.of(key);
    begin(shown, key, staged == null ? null : staged.item());
    read = item;
    readAt = Instant.now();
    if (staged != null && staged.kind() == Staged.Kind.DELETE) {
      say(Messages.text("editor.notice.staged-delete"));
    }
  }

  /// Shows the item with what is staged for it by now, where nothing typed would be lost.
  public void takeStaged() {
    ItemKey key = lastKey;
    if (key == null || dirtyProperty().get() || phase.get() != ItemEditorViewModel.Phase.EDITING) {
      return;
    }
    ItemDraft fresh = stage == null ? null : stage.fresh(key);
    if (fresh != null) {
      showFresh(fresh, key);
    } else if (read != null) {
      Instant then = readAt;
      show(read);
      readAt = then;
    } else if (freshlyStaged != null) {
      closeGone();
    }
  }

  private void showFresh(ItemDraft fresh, ItemKey key) {
    Item item = fresh.toItem();
    begin(fresh, key, item);
    freshlyStaged = item;
  }

  /// Cancels what is under way and forgets the item.
  public void clear() {
    loading.abandon();
    forget();
    lastKey = null;
    phase.set(ItemEditorViewModel.Phase.EMPTY);
    problem.set(null);
    read = null;
    freshlyStaged = null;
    take(null, null);
  }

  /// Forgets what else hangs on the item.
  abstract void forget();

  /// What is staged is gone, and there is no other.
  abstract void closeGone();

  void cancelLoading() {
    loading.cancel();
  }

  private void opened(Outcome<Optional<Item>> outcome) {
    switch (outcome) {
      case Outcome.Done<Optional<Item>>(Optional<Item> found) ->
          found.ifPresentOrElse(this::show, () -> phase.set(ItemEditorViewModel.Phase.GONE));
      case Outcome.Failed<Optional<Item>>(Problem failure) -> {
        problem.set(failure);
        phase.set(ItemEditorViewModel.Phase.EMPTY);
      }
      case Outcome.Cancelled<Optional<Item>> _ -> phase.set(ItemEditorViewModel.Phase.EMPTY);
    }
  }

  final void begin(ItemDraft begun, @Nullable ItemKey key, @Nullable Item staged) {
    Mode stay = modeProperty().get();
    clear();
    lastKey = key;
    take(begun, staged);
    phase.set(ItemEditorViewModel.Phase.EDITING);
    if (stay == Mode.JSON) {
      setMode(Mode.JSON);
    }
  }

  /// Takes the whole draft back to the original, or to the empty item.
  void revertAll() {
    ItemDraft before = required();
    Item original = before.original();
    Item was = read;
    Instant then = readAt;
    Item staged = freshlyStaged;
    begin(
        original == null ? ItemDraft.create(table) : ItemDraft.edit(table, original),
        lastKey,
        staged != null ? staged : original != null && isStaged() ? stagedItem() : null);
    read = was;
    readAt = then;
    freshlyStaged = staged;
  }

  boolean stages() {
    return stage != null;
  }

  /// Puts what was typed among the staged changes, which are reviewed and committed together; when
  /// something is wrong it says so instead.
  public void stage() {
    if (stage == null || !sound()) {
      return;
    }
    ItemDraft edited = required();
    Item item = edited.toItem();
    Item was = read;
    Instant then = readAt;
    try {
      stage.stage(edited, item, freshlyStaged, then);
    } catch (IllegalArgumentException e) {
      say(e.getMessage());
      return;
    }
    if (was == null) {
      showFresh(ItemDraft.create(table, item), table.keyOf(item));
    } else {
      show(was);
      readAt = then;
    }
  }

  final boolean isStaged() {
    return stage != null && lastKey != null && stage.of(lastKey) != null;
  }

  final @Nullable Item stagedItem() {
    Staged staged = stage == null || lastKey == null ? null : stage.of(lastKey);
    return staged == null ? null : staged.item();
  }

  /// Whether there is something to be written and nothing wrong with it; else it says what is.
  abstract boolean sound();
}
