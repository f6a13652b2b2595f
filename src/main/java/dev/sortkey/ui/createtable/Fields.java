package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The fields of the wizard, each with its label above and its error below, and the one place that
/// shows or hides those errors.
final class Fields {
  /// @param key whose conflict of types is said in words of its own
  private record Shown(
      String field,
      Step step,
      @Nullable TextInputControl input,
      Label error,
      @Nullable KeyForm key) {}

  private final TableForm form;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Runnable> conflicts = new ArrayList<>();
  private int attempted = -1;

  Fields(TableForm form) {
    this.form = form;
  }

  /// A label, and `optional` in muted words behind it where it is.
  static HBox caption(String text, boolean optional) {
    var row = new HBox(4, Controls.label(text, "sk-field-label"));
    if (optional) {
      row.getChildren().add(Controls.label(Messages.text("createtable.optional"), "sk-secondary"));
    }
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  /// A text field in mono with its error beneath.
  VBox text(String field, Step step, StringProperty value, String name, double width) {
    TextField input = input(value, name);
    input.setPrefWidth(width);
    input.setMaxWidth(width);
    var box = new VBox(4, input, error(field, step, input));
    box.setPrefWidth(width); // in a row, what is wrong wraps beneath its field
    return box;
  }

  /// A text field with its name above it.
  VBox named(String field, Step step, StringProperty value, String name, double width) {
    return new VBox(4, caption(name, false), text(field, step, value, name, width));
  }

  /// A key attribute: name, type, and what is wrong.
  ///
  /// @param last whether what is wrong with the key as a whole stands beneath it
  VBox key(String field, Step step, KeyForm key, String name, boolean last, Node... more) {
    TextField input = input(key.nameProperty(), name);
    input.setPrefWidth(260);
    input.setMinWidth(260);
    ComboBox<KeyType> type = type(key, name);
    var row = new HBox(8, input, type);
    row.getChildren().addAll(more);
    row.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(4, row, conflict(key, type));
    if (last) {
      box.getChildren().add(error(field, step, input, key));
    }
    return box;
  }

  /// Where a flaw that belongs to no text field is said.
  ///
  /// @param input outlined when the field is wrong
  Label error(String field, Step step, @Nullable TextInputControl input) {
    return error(field, step, input, null);
  }

  private Label error(
      String field, Step step, @Nullable TextInputControl input, @Nullable KeyForm key) {
    Label error = Controls.label("", "sk-error-text");
    error.setWrapText(true);
    error.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    Controls.show(error, false);
    shown.add(new Shown(field, step, input, error, key));
    return error;
  }

  /// Shows the errors of a step, and of all before it, also in empty fields.
  void attempt(Step step) {
    attempted = Math.max(attempted, step.ordinal());
    refresh();
  }

  /// Whether a step's errors are shown even where nothing was typed.
  boolean attempted(Step step) {
    return step.ordinal() <= attempted;
  }

  /// Whether a field's error is in sight on its page; what no field of ours holds always is.
  boolean shows(String field) {
    return shown.stream()
        .filter(each -> each.field().equals(field))
        .map(each -> !each.error().getText().isEmpty())
        .findFirst()
        .orElse(attempted(Step.of(field)));
  }

  boolean anyShown(Step step) {
    return shown.stream()
        .anyMatch(each -> each.step() == step && !each.error().getText().isEmpty());
  }

  /// Brings all errors in line with the form.
  void refresh() {
    List<Flaw> flaws = form.flaws();
    for (Shown field : shown) {
      boolean due =
          attempted(field.step()) || field.input() == null || !field.input().getText().isEmpty();
      String message =
          due
              ? flaws.stream()
                  .filter(flaw -> flaw.field().equals(field.field()))
                  .map(Flaw::message)
                  .findFirst()
                  .orElse("")
              : "";
      field.error().setText(message);
      boolean said = field.key() != null && form.conflict(field.key()).isPresent();
      Controls.show(field.error(), !message.isEmpty() && !said);
      if (field.input() != null) {
        field.input().getStyleClass().remove("sk-invalid");
        if (!message.isEmpty()) {
          field.input().getStyleClass().add("sk-invalid");
        }
      }
    }
    conflicts.forEach(Runnable::run);
  }

  /// Forgets the fields of a page that is built anew.
  void forget(String prefix) {
    shown.removeIf(field -> field.field().startsWith(prefix));
    if (prefix.equals("index")) {
      conflicts.clear();
    }
  }

  static TextField input(StringProperty value, String name) {
    var input = new TextField();
    input.textProperty().bindBidirectional(value);
    input.getStyleClass().add("sk-mono");
    input.setAccessibleText(name);
    return input;
  }

  private HBox conflict(KeyForm key, ComboBox<KeyType> combo) {
    Label words = Controls.label("", "sk-error-text");
    words.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    words.setWrapText(true);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.SOMETIMES);
    Button mend = Controls.button("", null, null);
    mend.getStyleClass().addAll("sk-link", "sk-small");
    var row = new HBox(4, words, mend);
    row.setAlignment(Pos.CENTER_LEFT);
    Controls.show(row, false);
    conflicts.add(() -> {
      var other = form.conflict(key);
      Controls.show(row, other.isPresent());
      combo.getStyleClass().remove("sk-invalid");
      other.ifPresent(before -> {
        combo.getStyleClass().add("sk-invalid");
        KeyType type = before.typeProperty().get();
        String typeName = TypeBadge.typeName(type.attrType());
        String where =
            form.holder(before)
                .map(IndexForm::effectiveName)
                .orElse(Messages.text("createtable.conflict.table"));
        words.setText(Messages.text("createtable.conflict", key.name(), typeName, where));
        mend.setText(Messages.text("createtable.conflict.mend", typeName));
        mend.setAccessibleText(mend.getText());
        mend.setOnAction(_ -> key.typeProperty().set(type));
      });
    });
    return row;
  }

  private static ComboBox<KeyType> type(KeyForm key, String of) {
    var combo = new ComboBox<KeyType>();
    combo.getItems().addAll(KeyType.values());
    combo.valueProperty().bindBidirectional(key.typeProperty());
    combo.setCellFactory(_ -> new TypeCell());
    combo.setButtonCell(new TypeCell());
    combo.setPrefWidth(116);
    combo.setMinWidth(116);
    combo.setAccessibleText(Messages.text("createtable.type-of", of));
    return combo;
  }

  /// A type with its badge.
  private static final class TypeCell extends ListCell<KeyType> {
    @Override
    protected void updateItem(KeyType type, boolean empty) {
      super.updateItem(type, empty);
      setText(empty || type == null ? null : TypeBadge.typeName(type.attrType()));
      setGraphic(empty || type == null ? null : new TypeBadge(type.attrType()));
      setGraphicTextGap(8);
    }
  }
}
