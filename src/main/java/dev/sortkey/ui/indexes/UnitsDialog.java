package dev.sortkey.ui.indexes;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Changes the provisioned units of one index, showing what they were and will be.
final class UnitsDialog extends StackPane {
  private final Capacity.Provisioned before;
  private final TextField read = new TextField();
  private final TextField write = new TextField();

  UnitsDialog(Index index, IndexesViewModel model, Runnable close) {
    before =
        index.capacity() instanceof Capacity.Provisioned units
            ? units
            : new Capacity.Provisioned(1, 1);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Button cancel = Controls.button(Messages.text("indexes.cancel"), null, null);
    cancel.setOnAction(_ -> close.run());
    Button apply = Controls.primary(Messages.text("indexes.provision.apply"), null, null);
    apply.setId("provision-apply");
    Label says = Controls.label("", "sk-secondary");
    says.setId("provision-says");
    says.setWrapText(true);
    Runnable tell =
        () -> {
          Optional<Capacity.Provisioned> after = after();
          says.getStyleClass().removeAll("sk-error-text", "sk-secondary");
          says.getStyleClass().add(after.isEmpty() ? "sk-error-text" : "sk-secondary");
          says.setText(
              after
                  .map(now ->
                      Messages.text(
                          "indexes.provision.change",
                          IndexRows.capacity(before),
                          IndexRows.capacity(now)))
                  .orElse(Messages.text("indexes.units.flaw")));
        };
    read.setText(Long.toString(before.read()));
    write.setText(Long.toString(before.write()));
    read.textProperty().addListener(_ -> tell.run());
    write.textProperty().addListener(_ -> tell.run());
    tell.run();
    apply
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    after().filter(now -> !now.equals(before)).isEmpty()
                        || model.changingProperty().get(),
                read.textProperty(),
                write.textProperty(),
                model.changingProperty()));
    apply.setOnAction(_ ->
        after()
            .ifPresent(units ->
                model.provision(
                    index.name(),
                    units,
                    refused -> {
                      if (refused.isEmpty()) {
                        close.run();
                      }
                      refused.ifPresent(why -> {
                        says.getStyleClass().add("sk-error-text");
                        says.setText(why.title() + ". " + why.detail());
                      });
                    })));
    var fields =
        new HBox(
            12,
            field("indexes.read-units", read, "provision-read"),
            field("indexes.write-units", write, "provision-write"));
    getChildren()
        .add(
            new DialogCard(
                Messages.text("indexes.provision", index.name()),
                new VBox(12, fields, says),
                cancel,
                apply));
  }

  private Optional<Capacity.Provisioned> after() {
    return Units.of(read.getText())
        .flatMap(reads ->
            Units.of(write.getText()).map(writes -> new Capacity.Provisioned(reads, writes)));
  }

  private static VBox field(String key, TextField field, String id) {
    String name = Messages.text(key);
    field.setId(id);
    field.getStyleClass().add("sk-mono");
    field.setAccessibleText(name);
    field.setPrefWidth(200);
    return new VBox(6, Controls.label(name, "sk-field-label"), field);
  }
}
