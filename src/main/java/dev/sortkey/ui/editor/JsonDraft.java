package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.JsonForm;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The JSON of an item, or of one value, while it is typed: the text, which of the two notations it
/// is in, and what is wrong with it. The text is only ever replaced when it is sound.
final class JsonDraft {
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<JsonForm> notation =
      new ReadOnlyObjectWrapper<>(JsonForm.PLAIN);
  private final ReadOnlyObjectWrapper<@Nullable JsonFault> fault = new ReadOnlyObjectWrapper<>();
  private @Nullable Attr value;

  /// Whether it is of an item, which has no type of its own to be written.
  private boolean whole = true;

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

  /// What the sound text says; an item as a map.
  Attr value() {
    Attr sound = value;
    if (sound == null) {
      throw new IllegalStateException("there is no sound text");
    }
    return sound;
  }

  /// Shows a value; the text stays as it was typed when it says the same already.
  void show(Attr shown) {
    if (sound() && shown.equals(value)) {
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
      value =
          whole
              ? new Attr.M(notation.get().readItem(typed).attributes())
              : notation.get().readAttr(typed);
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
      write(value());
    }
    return true;
  }

  /// Lays sound text out anew.
  void format() {
    if (sound() && value != null) {
      write(value);
    }
  }

  /// Forgets everything but the notation.
  ///
  /// @param ofItem whether what comes is an item
  void clear(boolean ofItem) {
    whole = ofItem;
    value = null;
    fault.set(null);
    text.set("");
  }

  private void write(Attr shown) {
    value = shown;
    fault.set(null);
    text.set(
        whole && shown instanceof Attr.M(var attributes)
            ? notation.get().write(new Item(attributes), true)
            : notation.get().write(shown, true));
  }

  /// The fault in words, with its line.
  static String words(JsonFault fault) {
    return Messages.text("editor.json.fault", fault.line(), fault.getMessage());
  }
}
