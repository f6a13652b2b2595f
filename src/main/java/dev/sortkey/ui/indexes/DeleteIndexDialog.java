package dev.sortkey.ui.indexes;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks for the name of the index that is to be deleted, saying what no longer works without it.
final class DeleteIndexDialog extends StackPane {
  DeleteIndexDialog(Index index, IndexesViewModel model, Runnable close) {
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Button cancel = Controls.button(Messages.text("indexes.cancel"), null, null);
    cancel.setOnAction(_ -> close.run());
    Button delete = Controls.button(Messages.text("indexes.delete.button"), Feather.TRASH_2, null);
    delete.setId("delete-index-confirm");
    delete.getStyleClass().add("sk-danger");
    var field = new TextField();
    field.setId("delete-index-name");
    field.getStyleClass().add("sk-mono");
    field.setPromptText(index.name());
    String ask = Messages.text("indexes.delete.type", index.name());
    field.setAccessibleText(ask);
    Label problem = wrapped("", "sk-error-text");
    Controls.show(problem, false);
    delete
        .disableProperty()
        .bind(field.textProperty().isNotEqualTo(index.name()).or(model.changingProperty()));
    Runnable go =
        () -> {
          if (!delete.isDisabled()) {
            model.delete(
                index.name(),
                refused -> {
                  if (refused.isEmpty()) {
                    close.run();
                  }
                  refused.ifPresent(why -> {
                    problem.setText(why.title() + ". " + why.detail());
                    Controls.show(problem, true);
                  });
                });
          }
        };
    delete.setOnAction(_ -> go.run());
    field.setOnAction(_ -> go.run());
    Label lost =
        wrapped(
            Messages.text(
                "indexes.delete.lost", index.itemCount(), Figures.bytes(index.sizeBytes())),
            "sk-text");
    var body = new VBox(12, lost, new VBox(6, wrapped(ask, "sk-secondary"), field), problem);
    getChildren()
        .add(new DialogCard(Messages.text("indexes.delete", index.name()), body, cancel, delete));
  }

  private static Label wrapped(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    label.setWrapText(true);
    return label;
  }
}
