package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.BackupRules;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.workbench.Workbench;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Switches point-in-time recovery on, or changes how far back it reaches.
final class RecoveryPeriodDialog extends StackPane {
  private final RecoveryViewModel model;
  private final Workbench workbench;
  private final int before;
  private final TextField days = new TextField();
  private final Label flaw = Controls.label("", "sk-error-text");
  private final Label lost = Controls.label("", "sk-warning-text");
  private final Button apply;

  RecoveryPeriodDialog(RecoveryViewModel model, Workbench workbench) {
    this.model = model;
    this.workbench = workbench;
    Recovery now = model.recoveryProperty().get();
    boolean on = now != null && now.enabled();
    before = on ? now.days() : 0;
    apply =
        Controls.primary(
            Messages.text(on ? "backups.period.change" : "backups.period.enable"), null, null);
    Label about =
        Controls.label(Messages.text("backups.period.about", model.table()), "sk-secondary");
    Label label = Controls.label(Messages.text("backups.period.days"), "sk-field-label");
    days.setId("recovery-days");
    days.getStyleClass().add("sk-mono");
    days.setMaxWidth(72);
    days.setAccessibleText(Messages.text("backups.period.days"));
    days.setText(String.valueOf(on ? before : BackupRules.MOST_DAYS));
    flaw.setId("recovery-days-flaw");
    for (Label text : new Label[] {about, flaw, lost}) {
      text.setWrapText(true);
    }
    var row =
        new HBox(8, days, Controls.label(Messages.text("backups.period.range"), "sk-secondary"));
    row.setAlignment(Pos.CENTER_LEFT);
    Button cancel = Controls.button(Messages.text("backups.cancel"), null, null);
    cancel.setOnAction(_ -> workbench.closeDialog());
    apply.setId("recovery-apply");
    apply.setDefaultButton(true);
    apply.setOnAction(_ -> apply());
    days.textProperty().subscribe(typed -> tell(BackupRules.days(typed)));
    getChildren()
        .add(
            new DialogCard(
                Messages.text(on ? "backups.recovery.period" : "backups.recovery.enable.title"),
                new VBox(12, about, new VBox(4, label, row, flaw), lost),
                cancel,
                apply));
  }

  private void tell(@Nullable String wrong) {
    flaw.setText(wrong == null ? "" : wrong);
    Controls.show(flaw, wrong != null);
    days.getStyleClass().remove("sk-invalid");
    if (wrong != null) {
      days.getStyleClass().add("sk-invalid");
    }
    boolean shorter = wrong == null && before > 0 && typed() < before;
    lost.setText(shorter ? Messages.text("backups.period.shorter", typed()) : "");
    Controls.show(lost, shorter);
    apply.setDisable(wrong != null || typed() == before);
  }

  private int typed() {
    return Integer.parseInt(days.getText().strip());
  }

  private void apply() {
    apply.setDisable(true);
    model.set(
        typed(),
        problem -> {
          if (problem == null) {
            workbench.closeDialog();
          } else if (getScene() == null) {
            workbench.toast(problem);
          } else {
            tell(problem.title() + ". " + problem.detail());
            apply.setDisable(false);
          }
        });
  }
}
