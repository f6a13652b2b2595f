package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The editor of one item: opens or creates it, holds its draft in two views, form and JSON, and
/// takes it through the diff to the table. Nothing typed is dropped without a word.
public final class ItemEditorViewModel extends DraftViewModel {
  /// Where the editor stands.
  public enum Phase {
    EMPTY,
    LOADING,
    /// The item does not exist (any more).
    GONE,
    EDITING,
    /// The diff waits for a yes.
    REVIEW,
    /// Someone else changed or deleted the item meanwhile.
    CONFLICT
  }

  /// What a conflict is about: `theirs` is null when the item is gone.
  record Conflict(Change change, @Nullable Item theirs, @Nullable Merge merge) {}

  private final TableSchema table;
  private final ItemReader reader;
  private final Work work;
  private final Slot loading;
  private final SaveFlow save;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Conflict> conflict = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Item> taken = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper leaving = new ReadOnlyBooleanWrapper();
  private @Nullable ItemKey lastKey;
  private @Nullable Runnable afterLeave;
  private Consumer<WriteReport> onSaved = _ -> {};
  private Runnable onClose = () -> {};

  public ItemEditorViewModel(TableSchema table, Work work, ItemReader reader, ItemWriter writer) {
    this.table = table;
    this.reader = reader;
    this.work = work;
    this.loading = work.slot();
    this.save = new SaveFlow(table, work, writer);
  }

  public TableSchema table() {
    return table;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /// Why the last read or write failed, or null; what was typed stays.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty savingProperty() {
    return save.savingProperty();
  }

  /// Called after each applied change, with its report.
  public void onSaved(Consumer<WriteReport> action) {
    onSaved = action;
  }

  /// Called when the person closes the editor and nothing is left to ask.
  public void onClose(Runnable action) {
    onClose = action;
  }

  // ---- what to edit

  /// A new item with the key's attributes, empty.
  public void create() {
    begin(ItemDraft.create(table), null);
  }

  /// A new item with all attributes of another; its key is to be changed.
  public void create(Item from) {
    begin(ItemDraft.create(table, from), null);
  }

  /// Reads the whole item, consistently, and shows it.
  public void open(ItemKey key) {
    clear();
    lastKey = key;
    phase.set(Phase.LOADING);
    loading.read(
        Messages.text("editor.job.open", table.name()), _ -> reader.get(table, key), this::opened);
  }

  /// Shows an item that was read already.
  public void show(Item item) {
    begin(ItemDraft.edit(table, item), table.keyOf(item));
  }

  /// Cancels what is under way and forgets the item.
  public void clear() {
    loading.abandon();
    save.abandon();
    lastKey = null;
    afterLeave = null;
    phase.set(Phase.EMPTY);
    problem.set(null);
    conflict.set(null);
    taken.set(null);
    leaving.set(false);
    take(null);
  }

  void cancelLoading() {
    loading.cancel();
  }

  /// Reads or writes again after a failure.
  public void retry() {
    ItemKey key = lastKey;
    if (draft() == null && key != null) {
      open(key);
    } else if (phase.get() == Phase.REVIEW) {
      confirm();
    } else {
      problem.set(null);
    }
  }

  /// Reads again after the person has signed in; a write waits for another word.
  void signedIn() {
    if (phase.get() == Phase.REVIEW) {
      problem.set(null);
    } else {
      retry();
    }
  }

  private void opened(Outcome<Optional<Item>> outcome) {
    switch (outcome) {
      case Outcome.Done<Optional<Item>>(Optional<Item> found) ->
          found.ifPresentOrElse(this::show, () -> phase.set(Phase.GONE));
      case Outcome.Failed<Optional<Item>>(Problem failure) -> {
        problem.set(failure);
        phase.set(Phase.EMPTY);
      }
      case Outcome.Cancelled<Optional<Item>> _ -> phase.set(Phase.EMPTY);
    }
  }

  private void begin(ItemDraft begun, @Nullable ItemKey key) {
    Mode stay = modeProperty().get();
    clear();
    lastKey = key;
    take(begun);
    phase.set(Phase.EDITING);
    if (stay == Mode.JSON) {
      setMode(Mode.JSON);
    }
  }

  // ---- leaving

  /// Does it at once when nothing would be lost, else asks in place first.
  public void requestLeave(Runnable then) {
    if (savingProperty().get()) {
      afterSaving(() -> requestLeave(then));
      return;
    }
    readTyped();
    if (dirtyProperty().get()) {
      afterLeave = then;
      leaving.set(true);
    } else {
      then.run();
    }
  }

  /// A write under way is never left behind: what came of it decides.
  private void afterSaving(Runnable then) {
    savingProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Boolean> saving, Boolean before, Boolean now) {
                saving.removeListener(this);
                work.onFx(then);
              }
            });
  }

  /// The person's wish to close the editor.
  public void close() {
    requestLeave(() -> {
      clear();
      onClose.run();
    });
  }

  ReadOnlyBooleanProperty leavingProperty() {
    return leaving.getReadOnlyProperty();
  }

  void leave() {
    Runnable then = afterLeave;
    stay();
    if (then != null) {
      clear();
      then.run();
    }
  }

  void stay() {
    afterLeave = null;
    leaving.set(false);
  }

  /// Takes the whole draft back to the original, or to the empty item.
  void revertAll() {
    ItemDraft before = required();
    Item original = before.original();
    begin(original == null ? ItemDraft.create(table) : ItemDraft.edit(table, original), lastKey);
  }

  // ---- saving

  SaveFlow save() {
    return save;
  }

  ReadOnlyObjectProperty<@Nullable Conflict> conflictProperty() {
    return conflict.getReadOnlyProperty();
  }

  /// The item that holds the key which a new item wants, or null.
  ReadOnlyObjectProperty<@Nullable Item> takenProperty() {
    return taken.getReadOnlyProperty();
  }

  /// Shows the diff of what saving would write; when something is wrong it says so instead.
  public void review() {
    readTyped();
    ItemDraft edited = draft();
    if (edited == null || phase.get() != Phase.EDITING || !dirtyProperty().get()) {
      return;
    }
    showAllFlaws();
    problem.set(null);
    taken.set(null);
    if (!canSaveProperty().get()) {
      say(
          json().sound()
              ? Messages.text("editor.notice.flaws")
              : Messages.text("editor.notice.json-save"));
      return;
    }
    say(null);
    Item original = edited.original();
    save.propose(
        original == null
            ? new Change.Insert(edited.toItem())
            : new Change.Update(original, edited.toItem()));
    phase.set(Phase.REVIEW);
  }

  /// Shows what would go.
  public void delete() {
    ItemDraft shown = draft();
    if (shown != null && shown.original() != null && phase.get() == Phase.EDITING) {
      problem.set(null);
      save.propose(new Change.Delete(shown.original()));
      phase.set(Phase.REVIEW);
    }
  }

  /// From the diff or a conflict back to what was typed.
  public void back() {
    if (!savingProperty().get()) {
      save.withdraw();
      conflict.set(null);
      phase.set(draft() == null ? Phase.EMPTY : Phase.EDITING);
    }
  }

  /// Writes what the diff shows.
  public void confirm() {
    problem.set(null);
    save.confirm(this::written);
  }

  private void written(Outcome<WriteReport> outcome) {
    switch (outcome) {
      case Outcome.Done<WriteReport>(WriteReport report) -> settle(report);
      case Outcome.Failed<WriteReport>(Problem failure) -> problem.set(failure);
      case Outcome.Cancelled<WriteReport> _ -> back();
    }
  }

  private void settle(WriteReport report) {
    Change change = report.entries().getFirst().change();
    switch (SaveFlow.outcome(report)) {
      case WriteOutcome.Applied _ -> {
        switch (change) {
          case Change.Insert(Item item) -> show(item);
          case Change.Update(Item _, Item edited) -> show(edited);
          case Change.Delete _ -> clear();
        }
        onSaved.accept(report);
        if (change instanceof Change.Delete) {
          onClose.run();
        }
      }
      case WriteOutcome.Conflict(var theirs) -> conflicted(change, theirs);
      case WriteOutcome.Rejected(Problem rejection) -> problem.set(rejection);
      case WriteOutcome.InDoubt(Problem doubt) -> problem.set(doubt);
      case WriteOutcome.NotAttempted _ -> back();
    }
  }

  private void conflicted(Change change, @Nullable Item theirs) {
    save.withdraw();
    if (change instanceof Change.Insert) {
      taken.set(theirs);
      phase.set(Phase.EDITING);
      return;
    }
    Merge merge =
        theirs == null
            ? null
            : switch (change) {
              case Change.Update(Item original, Item edited) -> Merge.of(original, theirs, edited);
              case Change.Delete(Item original) -> Merge.of(original, theirs, original);
              case Change.Insert _ -> null;
            };
    conflict.set(new Conflict(change, theirs, merge));
    phase.set(Phase.CONFLICT);
  }

  /// Puts my changes on top of their version and goes on editing.
  void keepMine() {
    Conflict now = conflict.get();
    if (now != null && now.theirs() != null && now.merge() != null) {
      begin(ItemDraft.edit(table, now.theirs(), now.merge().result()), table.keyOf(now.theirs()));
      say(Messages.text("editor.notice.rebased", now.merge().overlaps()));
    }
  }

  /// Takes their version and drops my changes.
  void takeTheirs() {
    Conflict now = conflict.get();
    if (now != null && now.theirs() != null) {
      show(now.theirs());
    }
  }

  /// Goes on with a deleted item as with a new one.
  void createAnew() {
    ItemDraft edited = draft();
    if (edited != null) {
      begin(ItemDraft.create(table, edited.toItem()), null);
    }
  }

  /// Deletes their version, after its diff.
  void deleteTheirs() {
    Conflict now = conflict.get();
    if (now != null && now.theirs() != null) {
      show(now.theirs());
      delete();
    }
  }

  /// Opens the item that holds the key; asks first, since what was typed would go.
  void openTaken() {
    Item there = taken.get();
    if (there != null) {
      requestLeave(() -> show(there));
    }
  }

  void dismissTaken() {
    taken.set(null);
  }

  /// Lets go of an item that is gone.
  void closeGone() {
    clear();
    onClose.run();
  }
}
