package dev.sortkey.ui.settings;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One tag as it is typed.
final class TagRow {
  private final StringProperty key;
  private final StringProperty value;

  TagRow(String key, String value) {
    this.key = new SimpleStringProperty(key);
    this.value = new SimpleStringProperty(value);
  }

  StringProperty keyProperty() {
    return key;
  }

  StringProperty valueProperty() {
    return value;
  }
}
