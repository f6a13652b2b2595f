package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// The editor of what stands at one path of an item: stages the change of that path and of nothing
/// else.
public final class ValueViewModel extends DraftViewModel {
  /// @param read the item as it was read; of a new one, as it was staged
  private record Opened(Item read, Instant readAt, AttrPath path) {}

  private final TableSchema table;
  private final TableChanges changes;
  private final NodeFiles files;
  private final ReadOnlyBooleanWrapper leaving = new ReadOnlyBooleanWrapper();
  private Runnable onClose = () -> {};
  private @Nullable Opened opened;

  /// What stood at the path when it was last looked at, or null for nothing.
  private @Nullable Attr before;

  public ValueViewModel(TableSchema table, Work work, TableChanges changes) {
    this.table = table;
    this.changes = changes;
    this.files = new NodeFiles(this, work);
  }

  @Override
  NodeFiles files() {
    return files;
  }

  /// Called when the value is staged or left.
  public void onClose(Runnable action) {
    onClose = action;
  }

  /// The path of what is open, as text.
  public String path() {
    return opened == null ? "" : opened.path().toString();
  }

  /// Opens what stands at a path, as it is staged where it is.
  ///
  /// @param read the whole item as it was read
  /// @param usual the type to begin with where nothing stands there yet
  public void open(Item read, Instant readAt, AttrPath path, AttrType usual) {
    Staged staged = changes.now().get(table.keyOf(read));
    Item seen = staged == null || staged.item() == null ? read : staged.item();
    Attr there = seen.get(path);
    Item edited = there == null ? seen.with(path, empty(usual)) : seen;
    Item original =
        staged != null && staged.kind() == Staged.Kind.EDIT
            ? Objects.requireNonNull(staged.change().before())
            : read;
    ItemDraft draft =
        staged != null && staged.kind() == Staged.Kind.INSERT
            ? ItemDraft.create(table, edited)
            : ItemDraft.edit(table, original, edited);
    opened = new Opened(original, readAt, path);
    before = there;
    leaving.set(false);
    take(draft.only(path), edited);
    if (there instanceof Attr.S(String text) && TextValue.fixed(text)) {
      setMode(Mode.JSON);
    }
  }

  private static Attr empty(AttrType type) {
    return switch (type) {
      case B -> new Attr.B(Bytes.of(new byte[0]));
      case SS -> Attr.SS.of(List.of());
      case NS -> Attr.NS.of(List.of());
      case BS -> Attr.BS.of(List.of());
      case L -> new Attr.L(List.of());
      case M -> new Attr.M(new LinkedHashMap<>());
      case S, N, BOOL, NULL -> new Attr.S("");
    };
  }

  /// Stages the value and closes; when something is wrong it says so instead.
  public void apply() {
    readTyped();
    Opened here = opened;
    ItemDraft draft = draft();
    if (here == null || draft == null) {
      return;
    }
    showAllFlaws();
    stay();
    if (!json().sound()) {
      say(Messages.text("editor.value.json"));
    } else if (!flawsProperty().get().isEmpty()) {
      say(flawed(draft));
    } else {
      try {
        stage(here, draft.content());
        close();
      } catch (IllegalArgumentException e) {
        say(e.getMessage());
      }
    }
  }

  /// What is wrong; what is not beside its own row is said whole.
  private String flawed(ItemDraft draft) {
    return flawsProperty().get().stream()
        .filter(flaw -> !draft.edits(flaw.node()))
        .map(DraftFlaw::message)
        .findFirst()
        .orElseGet(() -> Messages.text("editor.value.flaws"));
  }

  /// @throws IllegalArgumentException when it cannot be staged; the message is for the person
  private void stage(Opened here, Attr value) {
    ItemKey key = table.keyOf(here.read());
    Staged staged = changes.now().get(key);
    Item now = staged == null ? here.read() : staged.item();
    if (now == null) {
      throw new IllegalArgumentException(Messages.text("editor.value.goes"));
    }
    Attr there = now.get(here.path());
    if (!ItemDiff.sameOrAbsent(there, before)) {
      before = there;
      throw new IllegalArgumentException(
          Messages.text(
              "editor.value.meanwhile",
              there == null ? Messages.text("editor.value.nothing") : Glance.of(there)));
    }
    Item edited = now.with(here.path(), value);
    if (!value.equals(edited.get(here.path()))) {
      throw new IllegalArgumentException(Messages.text("editor.value.no-place", here.path()));
    }
    if (!ItemDiff.sameOrAbsent(there, value)) {
      changes.stage(set -> set.edit(table, here.read(), edited, here.readAt(), Instant.now()));
    }
  }

  // ---- leaving

  ReadOnlyBooleanProperty leavingProperty() {
    return leaving.getReadOnlyProperty();
  }

  /// Leaves with nothing changed, at once when nothing typed would be lost, else asks in place
  /// first.
  public void requestLeave() {
    readTyped();
    if (dirtyProperty().get()) {
      leaving.set(true);
    } else {
      close();
    }
  }

  void stay() {
    leaving.set(false);
  }

  /// Leaves with nothing changed and nothing asked.
  public void close() {
    leaving.set(false);
    opened = null;
    take(null, null);
    onClose.run();
  }
}
