package dev.sortkey.ui.streams;

import dev.sortkey.ui.kit.Controls;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The fields of the dialogs: a label, the field, what is wrong with it.
final class FormFields {
  private FormFields() {}

  static VBox field(String name, Node field, Label error) {
    field.setAccessibleText(name);
    error.setWrapText(true);
    error.managedProperty().bind(error.textProperty().isNotEmpty());
    return new VBox(4, Controls.label(name, "sk-secondary"), field, error);
  }

  static Label error() {
    return Controls.label("", "sk-error-text");
  }

  /// The number in a text, or -1 when it is none.
  static int number(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
  }
}
