package dev.sortkey.ui.rows;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemWriter;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.editor.ItemEditorViewModel;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Which item the inspector beside the grid is about, and what the grid learns when it is saved.
public final class InspectorViewModel {
  private final TableSchema table;
  private final LoadedRows rows;
  private final StagedRows staged;
  private final Subscription following;
  private final ItemReader reader;
  private final Slot copying;
  private final ItemEditorViewModel editor;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private @Nullable ItemKey shown;
  private IntConsumer written = _ -> {};
  private Consumer<Problem> failed = _ -> {};

  public InspectorViewModel(
      TableSchema table,
      LoadedRows rows,
      StagedRows staged,
      Work work,
      ItemReader reader,
      ItemWriter writer) {
    this.table = table;
    this.rows = rows;
    this.staged = staged;
    this.reader = reader;
    this.copying = work.slot();
    this.editor = new ItemEditorViewModel(table, work, reader, writer, staged.changes());
    this.following = staged.changes().stagingProperty().subscribe(editor::takeStaged);
    editor.onSaved(this::saved);
    editor.onClose(() -> {
      shown = null;
      open.set(false);
    });
  }

  public ItemEditorViewModel editor() {
    return editor;
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Called with the position of a row that was written, to bring it into view.
  public void onWritten(IntConsumer listener) {
    written = listener;
  }

  /// Called when an item to be duplicated cannot be read.
  public void onFailed(Consumer<Problem> listener) {
    failed = listener;
  }

  /// A new item, with the key's attributes to be filled in.
  public void create() {
    editor.requestLeave(() -> {
      open.set(true);
      shown = null;
      editor.create();
    });
  }

  /// Reads the whole item of a row and shows it.
  public void edit(int position) {
    open(staged.key(position));
  }

  /// Reads the whole item of a key and shows it.
  public void open(ItemKey key) {
    editor.requestLeave(() -> {
      open.set(true);
      shown = key;
      editor.open(key);
    });
  }

  /// Shows the row that the person moved to, where the inspector is open and nothing is typed.
  public void follow(int position) {
    boolean reading = editor.phaseProperty().get() != ItemEditorViewModel.Phase.REVIEW;
    if (open.get() && reading && !editor.dirtyProperty().get() && !isShown(position)) {
      edit(position);
    }
  }

  /// A new item with all attributes of a row's, which is first read whole.
  public void duplicate(int position) {
    if (staged.isFresh(position)) {
      duplicate(staged.item(position));
      return;
    }
    ItemKey key = staged.key(position);
    copying.read(
        Messages.text("items.duplicating"),
        _ -> reader.get(table, key),
        (Outcome<Optional<Item>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Optional<Item>>(Optional<Item> found) ->
                found.ifPresentOrElse(
                    this::duplicate,
                    () ->
                        failed.accept(
                            Problem.of(
                                Problem.Kind.NOT_FOUND,
                                Messages.text("items.duplicate.gone"),
                                Messages.text("items.duplicate.gone.detail"))));
            case Outcome.Failed<Optional<Item>>(Problem problem) -> failed.accept(problem);
            case Outcome.Cancelled<Optional<Item>> _ -> {}
          }
        });
  }

  /// Lets go of an item that was deleted elsewhere in the panel.
  public void forget(ItemKey key) {
    if (key.equals(shown) && !editor.dirtyProperty().get()) {
      editor.close();
    }
  }

  /// Follows a commit: the rows, and the item that is shown where nothing is typed into it.
  public void committed(WriteReport report) {
    for (WriteReport.Entry entry : report.entries()) {
      if (entry.outcome() instanceof WriteOutcome.Applied || entry.already()) {
        ItemKey key = entry.change().key(table);
        Item after = entry.change().after();
        if (after == null) {
          rows.deleted(Set.of(key));
          forget(key);
        } else {
          rows.written(table, after, _ -> {});
          if (key.equals(shown) && !editor.dirtyProperty().get()) {
            editor.open(key);
          }
        }
      }
    }
  }

  public void close() {
    following.unsubscribe();
    copying.abandon();
    editor.clear();
  }

  private boolean isShown(int position) {
    return shown != null && shown.equals(staged.key(position));
  }

  private void duplicate(Item item) {
    editor.requestLeave(() -> {
      open.set(true);
      shown = null;
      editor.create(item);
    });
  }

  private void saved(WriteReport report) {
    for (WriteReport.Entry entry : report.entries()) {
      if (entry.outcome() instanceof WriteOutcome.Applied) {
        switch (entry.change()) {
          case Change.Insert(Item item) -> show(item);
          case Change.Update(Item _, Item edited) -> show(edited);
          case Change.Delete(Item original) -> rows.deleted(Set.of(table.keyOf(original)));
        }
      }
    }
  }

  private void show(Item item) {
    shown = table.keyOf(item);
    rows.written(table, item, written);
  }
}
