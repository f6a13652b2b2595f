package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.workbench.Workbench;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Says what goes with a backup, and deletes it once the word was typed, as the console asks.
final class DeleteBackupDialog extends StackPane {
  DeleteBackupDialog(Backup backup, BackupsViewModel model, Workbench workbench, Moments moments) {
    String word = Messages.text("backups.delete.word");
    Label lost =
        Controls.label(
            Messages.text(
                "backups.delete.lost",
                backup.table(),
                moments.minute(backup.created()),
                Figures.bytes(backup.sizeBytes())));
    Label ask = Controls.label(Messages.text("backups.delete.type", word), "sk-secondary");
    Label refused = Controls.label("", "sk-error-text");
    for (Label label : new Label[] {lost, ask, refused}) {
      label.setWrapText(true);
    }
    Controls.show(refused, false);
    var typed = new TextField();
    typed.setId("delete-word");
    typed.getStyleClass().add("sk-mono");
    typed.setPromptText(word);
    typed.setAccessibleText(Messages.text("backups.delete.type", word));
    Button cancel = Controls.button(Messages.text("backups.cancel"), null, null);
    cancel.setOnAction(_ -> workbench.closeDialog());
    Button delete = Controls.button(Messages.text("backups.delete.do"), null, null);
    delete.getStyleClass().add("sk-danger");
    delete.setId("backup-delete-do");
    delete.setDefaultButton(true);
    delete.disableProperty().bind(typed.textProperty().isNotEqualTo(word));
    delete.setOnAction(_ ->
        model.delete(
            backup,
            problem -> {
              if (problem == null) {
                workbench.closeDialog();
                workbench.toast(Messages.text("backups.delete.done", backup.name()));
              } else if (getScene() == null) {
                workbench.toast(problem);
              } else {
                refused.setText(problem.title() + ". " + problem.detail());
                Controls.show(refused, true);
              }
            }));
    getChildren()
        .add(
            new DialogCard(
                Messages.text("backups.delete.title", backup.name()),
                new VBox(12, lost, new VBox(6, ask, typed), refused),
                cancel,
                delete));
  }
}
