package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.createtable.SettingsForm.Key;
import dev.sortkey.ui.kit.Controls;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whose key encrypts the table; the account's own keys are listed once they are wanted.
final class EncryptionPage {
  private static final double WIDTH = 404;

  private final CreateTableViewModel model;
  private final SettingsForm form;

  private EncryptionPage(CreateTableViewModel model) {
    this.model = model;
    this.form = model.form().settings();
  }

  static Node of(CreateTableViewModel model, Fields fields) {
    return new EncryptionPage(model).build(fields);
  }

  private Node build(Fields fields) {
    VBox typed =
        fields.text(
            "encryption.key",
            Step.ENCRYPTION,
            form.customerKeyProperty(),
            Messages.text("createtable.key.name"),
            WIDTH);
    var input = (TextField) typed.getChildren().getFirst();
    input.setId("kms-key");
    input.setPromptText(Messages.text("createtable.key.prompt"));
    Label state = Controls.label("", "sk-secondary");
    state.setWrapText(true);
    ComboBox<KmsKey> keys = keys();
    Runnable refresh = () -> say(state, keys);
    model.listingKeysProperty().subscribe(refresh);
    model.keysProblemProperty().subscribe(refresh);
    var customer =
        new VBox(
            6,
            Fields.caption(Messages.text("createtable.key.pick"), false),
            keys,
            state,
            Fields.caption(Messages.text("createtable.key.name"), false),
            typed);
    customer.getStyleClass().add("sk-under-check");
    form.keyProperty()
        .subscribe(key -> {
          Controls.show(customer, key == Key.CUSTOMER);
          if (key == Key.CUSTOMER) {
            model.listKeys();
          }
        });
    VBox page =
        Pages.page(
            Step.ENCRYPTION,
            new Choices<>(
                List.of(Key.values()),
                key -> Messages.text("createtable.key." + key),
                key -> Messages.text("createtable.key.hint." + key),
                form.keyProperty()),
            customer);
    Pages.ignored(page, model);
    return page;
  }

  private ComboBox<KmsKey> keys() {
    var combo = new ComboBox<>(model.keys());
    combo.setId("kms-keys");
    combo.setCellFactory(_ -> new KeyCell());
    combo.setButtonCell(new KeyCell());
    combo.setPrefWidth(WIDTH);
    combo.setPromptText(Messages.text("createtable.key.choose"));
    combo.setAccessibleText(Messages.text("createtable.key.pick"));
    combo
        .valueProperty()
        .addListener((_, _, key) -> {
          if (key != null) {
            form.customerKeyProperty().set(key.arn());
          }
        });
    form.customerKeyProperty()
        .subscribe(name ->
            combo.setValue(
                model.keys().stream()
                    .filter(key -> key.is(name.strip()))
                    .findFirst()
                    .orElse(null)));
    return combo;
  }

  private void say(Label state, ComboBox<KmsKey> keys) {
    var problem = model.keysProblemProperty().get();
    boolean listing = model.listingKeysProperty().get();
    keys.setDisable(model.keys().isEmpty());
    state.setText(
        problem != null
            ? Messages.text("createtable.key.unlisted", problem.title())
            : listing
                ? Messages.text("createtable.keys.job")
                : model.keys().isEmpty() ? Messages.text("createtable.key.none") : "");
    Controls.show(state, !state.getText().isEmpty());
  }

  /// A key by its alias.
  private static final class KeyCell extends ListCell<KmsKey> {
    @Override
    protected void updateItem(@Nullable KmsKey key, boolean empty) {
      super.updateItem(key, empty);
      setText(empty || key == null ? null : key.label());
    }
  }
}
