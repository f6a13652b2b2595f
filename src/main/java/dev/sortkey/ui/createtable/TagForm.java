package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Tag;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One tag as it is being typed.
final class TagForm {
  private final StringProperty key = new SimpleStringProperty("");
  private final StringProperty value = new SimpleStringProperty("");

  StringProperty keyProperty() {
    return key;
  }

  StringProperty valueProperty() {
    return value;
  }

  Tag tag() {
    return new Tag(key.get().strip(), value.get().strip());
  }
}
