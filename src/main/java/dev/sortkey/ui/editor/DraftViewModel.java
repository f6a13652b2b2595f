package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.json.JsonForm;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The half of the editor that edits: one draft in two views, form and JSON, with its size and what
/// is wrong. Switching the view loses nothing.
abstract sealed class DraftViewModel permits OpenItemViewModel, ValueViewModel {
  /// The two views of the same draft.
  public enum Mode {
    FORM,
    JSON
  }

  private static final Item NOTHING = Item.of(Map.of());

  private final JsonDraft json = new JsonDraft();
  private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.FORM);
  private final ReadOnlyObjectWrapper<@Nullable String> notice = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<DraftFlaw>> flaws =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canSave = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper structure = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final NodeEdits edits = new NodeEdits(this);
  private final NestedJson nested = new NestedJson(this);
  private @Nullable ItemDraft draft;

  /// What is staged of the draft; only what differs from it would be lost.
  private @Nullable Item staged;

  private @Nullable Supplier<String> typing;
  private boolean saveTried;

  public ReadOnlyObjectProperty<Mode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  /// True while something typed would be lost.
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canSaveProperty() {
    return canSave.getReadOnlyProperty();
  }

  /// In bytes, by DynamoDB's rules.
  public ReadOnlyIntegerProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }

  @Nullable ItemDraft draft() {
    return draft;
  }

  /// Edits of a node that can go wrong or lose something.
  NodeEdits edits() {
    return edits;
  }

  /// Brings binary values in from files and out to them.
  abstract NodeFiles files();

  /// JSON in a string that is being edited.
  NestedJson nested() {
    return nested;
  }

  JsonDraft json() {
    return json;
  }

  /// Grows when rows come, go or change their kind.
  ReadOnlyLongProperty structureProperty() {
    return structure.getReadOnlyProperty();
  }

  /// Grows with every change.
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<DraftFlaw>> flawsProperty() {
    return flaws.getReadOnlyProperty();
  }

  /// A word about why something was refused, or null.
  ReadOnlyObjectProperty<@Nullable String> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// The flaws of a node that are to be shown: not those of what the person has not come to yet.
  List<DraftFlaw> flaws(DraftNode node) {
    return node.touched() || saveTried
        ? flaws.get().stream().filter(flaw -> flaw.node() == node).toList()
        : List.of();
  }

  /// Whether differences from an original are worth marking: in a new item all is new.
  boolean marks() {
    return draft != null && !draft.isNew();
  }

  boolean valueGuarded(DraftNode node) {
    return required().valueGuarded(node);
  }

  boolean guarded(DraftNode node) {
    return required().guarded(node);
  }

  /// Whether the node has to stay where it is, under its name.
  boolean anchored(DraftNode node) {
    return required().anchored(node);
  }

  boolean allows(DraftNode node, AttrType type) {
    return required().allows(node, type);
  }

  void setText(DraftNode node, String text) {
    if (!node.text().equals(text)) {
      required().setText(node, text);
      changed();
    }
  }

  void setTruth(DraftNode node, boolean truth) {
    required().setTruth(node, truth);
    changed();
  }

  void rename(DraftNode node, String name) {
    if (!node.name().equals(name)) {
      required().rename(node, name);
      changed();
    }
  }

  void retype(DraftNode node, AttrType type) {
    required().retype(node, type);
    structureChanged();
  }

  DraftNode add(DraftNode parent, AttrType type) {
    DraftNode added = required().add(parent, type);
    structureChanged();
    return added;
  }

  void remove(DraftNode node) {
    required().remove(node);
    structureChanged();
  }

  void revert(DraftNode node) {
    required().revert(node);
    structureChanged();
  }

  boolean movable(DraftNode node) {
    return required().movable(node);
  }

  boolean move(DraftNode node, int to) {
    boolean moved = required().move(node, to);
    if (moved) {
      structureChanged();
    }
    return moved;
  }

  /// Takes the last step back, or does it again; the node that it was about, or null.
  @Nullable DraftNode undo(boolean back) {
    DraftNode about = back ? required().undo() : required().redo();
    if (about != null) {
      structureChanged();
    }
    return about;
  }

  /// Says that the person has been at a node, so that what is missing there may be said.
  void touch(DraftNode node) {
    if (!node.touched()) {
      node.setTouched();
      revision.set(revision.get() + 1);
    }
  }

  /// Changes the view; refused, with the reason, while the one at hand holds what the other cannot
  /// show.
  boolean setMode(Mode to) {
    readTyped();
    ItemDraft shown = draft;
    if (shown == null || to == mode.get()) {
      return shown != null;
    }
    if (to == Mode.JSON) {
      Optional<DraftFlaw> hindrance =
          flaws.get().stream().filter(DraftFlaw::beyondJson).findFirst();
      if (hindrance.isPresent()) {
        showAllFlaws();
        notice.set(Messages.text("editor.notice.form-first", hindrance.get().message()));
        return false;
      }
      nested.forget();
      json.show(shown.content());
    } else if (!json.sound()) {
      notice.set(Messages.text("editor.notice.json-first"));
      return false;
    }
    notice.set(null);
    mode.set(to);
    structureChanged();
    return true;
  }

  /// Notes that JSON is being typed. It is read when the person pauses and before anything asks for
  /// it, since reading a large item takes longer than a keystroke may.
  void typing(Supplier<String> text) {
    typing = text;
    typingBegan();
  }

  final void typingBegan() {
    dirty.set(true);
  }

  /// Reads what was typed and not read yet.
  final void readTyped() {
    Supplier<String> text = typing;
    typing = null;
    if (text != null) {
      typeJson(text.get());
    }
    nested.read();
  }

  /// Takes JSON as it was typed; while it is malformed the last sound item stays behind the form.
  void typeJson(String text) {
    if (text.equals(json.textProperty().get())) {
      return;
    }
    if (json.type(text)) {
      notice.set(null);
      required().replace(json.value());
    }
    structureChanged();
  }

  void setNotation(JsonForm notation) {
    readTyped();
    if (!json.turn(notation)) {
      notice.set(Messages.text("editor.notice.json-notation"));
    }
  }

  void dismissNotice() {
    notice.set(null);
  }

  /// Begins with another draft, or with none.
  ///
  /// @param kept the item that is staged already, or null
  final void take(@Nullable ItemDraft taken, @Nullable Item kept) {
    draft = taken;
    staged = kept;
    typing = null;
    saveTried = false;
    nested.forget();
    json.clear(taken == null || taken.alone() == null);
    mode.set(Mode.FORM);
    notice.set(null);
    structureChanged();
  }

  final void say(@Nullable String words) {
    notice.set(words);
  }

  /// From now on also what the person has not come to yet is said.
  final void showAllFlaws() {
    saveTried = true;
    revision.set(revision.get() + 1);
  }

  final ItemDraft required() {
    ItemDraft here = draft;
    if (here == null) {
      throw new IllegalStateException("no item is open");
    }
    return here;
  }

  /// Takes note of what was done to the draft itself.
  final void edited() {
    structureChanged();
  }

  private void structureChanged() {
    structure.set(structure.get() + 1);
    changed();
  }

  private void changed() {
    edits.dismiss();
    ItemDraft here = draft;
    Item item = here == null ? NOTHING : here.toItem();
    flaws.set(
        here == null
            ? List.of()
            : Stream.concat(nested.flaw().stream(), here.flaws(item).stream()).toList());
    size.set(ItemSize.of(item));
    dirty.set(
        here != null
            && (differs(here, item)
                || !json.sound()
                || flaws.get().stream().anyMatch(DraftFlaw::beyondJson)));
    canSave.set(dirty.get() && flaws.get().isEmpty() && json.sound());
    revision.set(revision.get() + 1);
  }

  private boolean differs(ItemDraft here, Item item) {
    return staged == null ? here.changed() : !ItemDiff.between(staged, item).isEmpty();
  }
}
