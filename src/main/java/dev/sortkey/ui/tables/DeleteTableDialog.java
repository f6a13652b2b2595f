package dev.sortkey.ui.tables;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks for the name of the table that is to be deleted, saying what is lost with it.
public final class DeleteTableDialog extends StackPane {
  public DeleteTableDialog(DeleteTableViewModel model, Runnable close) {
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Button cancel = Controls.button(Messages.text("tables.delete.cancel"), null, null);
    cancel.setId("delete-cancel");
    cancel.setOnAction(_ -> close.run());
    Button delete = Controls.button(Messages.text("tables.delete.button"), Feather.TRASH_2, null);
    delete.setId("delete-confirm");
    delete.getStyleClass().add("sk-danger");
    delete.disableProperty().bind(model.ready().not());
    delete.setOnAction(_ -> model.delete());
    model
        .busyProperty()
        .addListener((_, _, busy) ->
            cancel.setText(Messages.text(busy ? "tables.delete.hide" : "tables.delete.cancel")));
    getChildren()
        .add(
            new DialogCard(
                Messages.text("tables.delete.title", model.table()), body(model), cancel, delete));
  }

  private static Node body(DeleteTableViewModel model) {
    Label lost = wrapped(lost(model), "sk-text");
    var box = new VBox(12, lost);
    if (model.isProtected()) {
      box.getChildren().add(wrapped(Messages.text("tables.delete.protected"), "sk-warning-text"));
      return box;
    }
    var field = new TextField();
    field.setId("delete-name");
    field.getStyleClass().add("sk-mono");
    field.setAccessibleText(Messages.text("tables.delete.type", model.table()));
    field.setPromptText(model.table());
    field.textProperty().bindBidirectional(model.typedProperty());
    field.disableProperty().bind(model.busyProperty());
    field.setOnAction(_ -> model.delete());
    Label ask = wrapped(Messages.text("tables.delete.type", model.table()), "sk-secondary");
    Label state = wrapped("", "sk-secondary");
    state.setId("delete-state");
    Controls.show(state, false);
    model.busyProperty().addListener((_, _, _) -> tell(model, state));
    model.problemProperty().addListener((_, _, _) -> tell(model, state));
    box.getChildren().addAll(new VBox(6, ask, field), state);
    return box;
  }

  private static void tell(DeleteTableViewModel model, Label state) {
    Problem problem = model.problemProperty().get();
    state.getStyleClass().removeAll("sk-error-text", "sk-secondary");
    state.getStyleClass().add(problem == null ? "sk-secondary" : "sk-error-text");
    state.setText(
        problem == null
            ? Messages.text("tables.delete.following")
            : problem.title() + " " + problem.detail());
    Controls.show(state, problem != null || model.busyProperty().get());
  }

  private static String lost(DeleteTableViewModel model) {
    return model.schema().map(DeleteTableDialog::lost).orElse(Messages.text("tables.delete.lost"));
  }

  private static String lost(TableSchema schema) {
    return Messages.text(
        "tables.delete.lost-counted",
        schema.itemCount(),
        Figures.count(schema.itemCount()),
        Figures.bytes(schema.sizeBytes()),
        schema.indexes().size());
  }

  private static Label wrapped(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    label.setWrapText(true);
    return label;
  }
}
