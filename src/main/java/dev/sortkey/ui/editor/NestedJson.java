package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.JsonLayout;
import dev.sortkey.core.text.Messages;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// JSON in a string while it is edited. What is typed goes into the string as soon as it is sound,
/// laid out as the string was; until then nothing can be saved, so that nothing typed is lost.
final class NestedJson {
  /// @param before the string as it was
  /// @param pretty the same, laid out to be read
  record Open(DraftNode node, String before, String pretty) {}

  private final DraftViewModel model;
  private final ReadOnlyObjectWrapper<@Nullable Open> open = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable JsonFault> fault = new ReadOnlyObjectWrapper<>();
  private @Nullable Supplier<String> typing;

  NestedJson(DraftViewModel model) {
    this.model = model;
  }

  ReadOnlyObjectProperty<@Nullable Open> openProperty() {
    return open.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable JsonFault> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  void open(DraftNode node) {
    try {
      open.set(new Open(node, node.text(), JsonLayout.pretty(node.text())));
    } catch (JsonFault e) {
      model.edits().say(node, JsonDraft.words(e));
    }
  }

  /// Notes that something is being typed; it is read when the person pauses, and before anything
  /// asks for it.
  void typing(Supplier<String> text) {
    typing = text;
    model.typingBegan();
  }

  void read() {
    Supplier<String> text = typing;
    Open now = open.get();
    typing = null;
    if (text == null || now == null) {
      return;
    }
    try {
      String written = JsonLayout.rewrite(now.before(), text.get());
      fault.set(null);
      model.setText(now.node(), written);
    } catch (JsonFault e) {
      fault.set(e);
    }
    model.edited();
  }

  /// Back to the form; refused while what is typed is not sound.
  boolean close() {
    read();
    if (fault.get() == null) {
      open.set(null);
    }
    return open.get() == null;
  }

  /// Back to the form with the string as it was.
  void discard() {
    Open now = open.get();
    forget();
    if (now != null) {
      model.setText(now.node(), now.before());
      model.edited();
    }
  }

  /// Leaves without a word, as when another item comes.
  void forget() {
    typing = null;
    fault.set(null);
    open.set(null);
  }

  /// What keeps the draft from being saved meanwhile.
  Optional<DraftFlaw> flaw() {
    Open now = open.get();
    JsonFault wrong = fault.get();
    return now == null || wrong == null
        ? Optional.empty()
        : Optional.of(
            new DraftFlaw(
                now.node(),
                Messages.text("editor.nested.fault", now.node().label(), JsonDraft.words(wrong)),
                false,
                true));
  }
}
