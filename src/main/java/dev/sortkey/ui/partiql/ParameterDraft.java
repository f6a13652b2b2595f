package dev.sortkey.ui.partiql;

import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The value of a question mark as it is typed.
final class ParameterDraft {
  private final ObjectProperty<AttrType> type = new SimpleObjectProperty<>(AttrType.S);
  private final StringProperty text = new SimpleStringProperty("");

  ObjectProperty<AttrType> typeProperty() {
    return type;
  }

  StringProperty textProperty() {
    return text;
  }

  /// Empty when nothing is wrong.
  Optional<String> flaw() {
    try {
      attr();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// @throws IllegalArgumentException when the text does not fit the type
  Attr attr() {
    return TypedValue.read(type.get(), text.get());
  }
}
