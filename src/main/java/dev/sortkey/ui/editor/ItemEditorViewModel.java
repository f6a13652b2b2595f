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
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.TableChanges;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The editor of one item: takes its draft through the diff to the table, or to the staged changes.
/// Nothing typed is dropped without a word.
public final class ItemEditorViewModel extends OpenItemViewModel {
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

  private final Work work;
  private final SaveFlow save;
  private final ReadOnlyObjectWrapper<@Nullable Conflict> conflict = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Item> taken = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper leaving = new ReadOnlyBooleanWrapper();
  private @Nullable Runnable afterLeave;
  private Consumer<WriteReport> onSaved = _ -> {};
  private Runnable onClose = () -> {};

  public ItemEditorViewModel(TableSchema table, Work work, ItemReader reader, ItemWriter writer) {
    this(table, work, reader, writer, null);
  }

  /// @param changes where changes are staged, or null when each is saved by itself only
  public ItemEditorViewModel(
      TableSchema table,
      Work work,
      ItemReader reader,
      ItemWriter writer,
      @Nullable TableChanges changes) {
    super(table, work, reader, changes);
    this.work = work;
    this.save = new SaveFlow(table, work, writer);
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

  /// Reads or writes again after a failure.
  public void retry() {
    ItemKey key = lastKey();
    if (draft() == null && key != null) {
      open(key);
    } else if (phaseProperty().get() == Phase.REVIEW) {
      confirm();
    } else {
      problem(null);
    }
  }

  /// Reads again after the person has signed in; a write waits for another word.
  void signedIn() {
    if (phaseProperty().get() == Phase.REVIEW) {
      problem(null);
    } else {
      retry();
    }
  }

  @Override
  void forget() {
    save.abandon();
    afterLeave = null;
    conflict.set(null);
    taken.set(null);
    leaving.set(false);
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
    if (!sound()) {
      return;
    }
    ItemDraft edited = required();
    Item original = edited.original();
    save.propose(
        original == null
            ? new Change.Insert(edited.toItem())
            : new Change.Update(original, edited.toItem()));
    phase(Phase.REVIEW);
  }

  @Override
  boolean sound() {
    readTyped();
    if (draft() == null
        || phaseProperty().get() != Phase.EDITING
        || !dirtyProperty().get() && !isStaged()) {
      return false;
    }
    showAllFlaws();
    problem(null);
    taken.set(null);
    if (!flawsProperty().get().isEmpty() || !json().sound()) {
      say(
          json().sound()
              ? Messages.text("editor.notice.flaws")
              : Messages.text("editor.notice.json-save"));
      return false;
    }
    say(null);
    return true;
  }

  /// Shows what would go.
  public void delete() {
    ItemDraft shown = draft();
    if (shown != null && shown.original() != null && phaseProperty().get() == Phase.EDITING) {
      problem(null);
      save.propose(new Change.Delete(shown.original()));
      phase(Phase.REVIEW);
    }
  }

  /// From the diff or a conflict back to what was typed.
  public void back() {
    if (!savingProperty().get()) {
      save.withdraw();
      conflict.set(null);
      phase(draft() == null ? Phase.EMPTY : Phase.EDITING);
    }
  }

  /// Writes what the diff shows.
  public void confirm() {
    problem(null);
    save.confirm(this::written);
  }

  private void written(Outcome<WriteReport> outcome) {
    switch (outcome) {
      case Outcome.Done<WriteReport>(WriteReport report) -> settle(report);
      case Outcome.Failed<WriteReport>(Problem failure) -> problem(failure);
      case Outcome.Cancelled<WriteReport> _ -> back();
    }
  }

  private void settle(WriteReport report) {
    Change change = report.entries().getFirst().change();
    switch (SaveFlow.outcome(report)) {
      case WriteOutcome.Applied _ -> {
        StageFlow stage = stageFlow();
        if (stage != null) {
          stage.forget(change.key(table()));
        }
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
      case WriteOutcome.Rejected(Problem rejection) -> problem(rejection);
      case WriteOutcome.InDoubt(Problem doubt) -> problem(doubt);
      case WriteOutcome.NotAttempted _ -> back();
    }
  }

  private void conflicted(Change change, @Nullable Item theirs) {
    save.withdraw();
    if (change instanceof Change.Insert) {
      taken.set(theirs);
      phase(Phase.EDITING);
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
    phase(Phase.CONFLICT);
  }

  /// Puts my changes on top of their version and goes on editing.
  void keepMine() {
    Conflict now = conflict.get();
    if (now != null && now.theirs() != null && now.merge() != null) {
      begin(
          ItemDraft.edit(table(), now.theirs(), now.merge().result()),
          table().keyOf(now.theirs()),
          null);
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
      begin(ItemDraft.create(table(), edited.toItem()), null, null);
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
  @Override
  void closeGone() {
    clear();
    onClose.run();
  }
}
