package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeyType;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One key attribute as it is being typed.
final class KeyForm {
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<KeyType> type = new SimpleObjectProperty<>(KeyType.S);

  StringProperty nameProperty() {
    return name;
  }

  ObjectProperty<KeyType> typeProperty() {
    return type;
  }

  Stream<Observable> parts() {
    return Stream.of(name, type);
  }

  String name() {
    return name.get().strip();
  }

  boolean blank() {
    return name().isEmpty();
  }

  KeyAttribute attribute() {
    return new KeyAttribute(name(), type.get());
  }
}
