package dev.sortkey.ui.indexes;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeyType;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One key attribute of the index that is being described.
final class KeyField {
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<KeyType> type = new SimpleObjectProperty<>(KeyType.S);

  StringProperty nameProperty() {
    return name;
  }

  ObjectProperty<KeyType> typeProperty() {
    return type;
  }

  KeyAttribute attribute() {
    return new KeyAttribute(name.get().strip(), type.get());
  }
}
