package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.JsonForm;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The item's JSON while it is typed: the text, which of the two notations it is in, and what is
/// wrong with it. The text is only ever replaced when it is sound.
final class JsonDraft {
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<JsonForm> notation =
      new ReadOnlyObjectWrapper<>(JsonForm.PLAIN);
  private final ReadOnlyObjectWrapper<@Nullable JsonFault> fault = new ReadOnlyObjectWrapper<>();
  private @Nullable Item item;

  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<JsonForm> notationProperty() {
    return notation.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable JsonFault> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  boolean sound() {
    return fault.get() == null;
  }

  /// What the sound text says.
  Item item() {
    Item sound = item;
    if (sound == null) {
      throw new IllegalStateException("there is no sound text");
    }
    return sound;
  }

  /// Shows an item; the text stays as it was typed when it says the same already.
  void show(Item shown) {
    if (sound() && shown.equals(item)) {
      return;
    }
    write(shown);
  }

  /// Takes what was typed; true when it is sound.
  boolean type(String typed) {
    if (typed.equals(text.get())) {
      return sound();
    }
    text.set(typed);
    try {
      item = notation.get().readItem(typed);
      fault.set(null);
    } catch (JsonFault e) {
      fault.set(e);
    }
    return sound();
  }

  /// Changes the notation; false when the text is not sound, which then stays as it is.
  boolean turn(JsonForm to) {
    if (!sound()) {
      return false;
    }
    if (to != notation.get()) {
      notation.set(to);
      write(item());
    }
    return true;
  }

  /// Lays sound text out anew.
  void format() {
    if (sound() && item != null) {
      write(item);
    }
  }

  /// Forgets everything but the notation.
  void clear() {
    item = null;
    fault.set(null);
    text.set("");
  }

  private void write(Item shown) {
    item = shown;
    fault.set(null);
    text.set(notation.get().write(shown, true));
  }

  /// The fault in words, with its line.
  static String words(JsonFault fault) {
    return Messages.text("editor.json.fault", fault.line(), fault.getMessage());
  }
}
