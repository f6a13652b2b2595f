package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.workbench.Workbench;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Says what is lost by switching point-in-time recovery off, and does it.
final class DisableRecoveryDialog extends StackPane {
  DisableRecoveryDialog(RecoveryViewModel model, Workbench workbench, Moments moments) {
    Recovery now = model.recoveryProperty().get();
    boolean usable = now != null && now.earliest() != null && now.latest() != null;
    Label lost =
        Controls.label(
            usable
                ? Messages.text(
                    "backups.disable.lost",
                    model.table(),
                    moments.minute(now.earliest()),
                    moments.minute(now.latest()))
                : Messages.text("backups.disable.lost-none", model.table()));
    Label kept = Controls.label(Messages.text("backups.disable.kept"), "sk-secondary");
    Label refused = Controls.label("", "sk-error-text");
    for (Label label : new Label[] {lost, kept, refused}) {
      label.setWrapText(true);
    }
    Controls.show(refused, false);
    Button cancel = Controls.button(Messages.text("backups.cancel"), null, null);
    cancel.setOnAction(_ -> workbench.closeDialog());
    Button disable = Controls.button(Messages.text("backups.disable.do"), null, null);
    disable.getStyleClass().add("sk-danger");
    disable.setId("recovery-disable-do");
    disable.setOnAction(_ ->
        model.set(
            null,
            problem -> {
              if (problem == null) {
                workbench.closeDialog();
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
                Messages.text("backups.disable.title"),
                new VBox(12, lost, kept, refused),
                cancel,
                disable));
  }
}
