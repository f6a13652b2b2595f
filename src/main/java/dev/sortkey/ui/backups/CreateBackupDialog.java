package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.BackupRules;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.workbench.Workbench;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for the name of a new backup.
final class CreateBackupDialog extends StackPane {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final String table;
  private final BackupsViewModel model;
  private final Workbench workbench;
  private final TextField name = new TextField();
  private final Label flaw = Controls.label("", "sk-error-text");
  private final Button create = Controls.primary(Messages.text("backups.create.do"), null, null);

  CreateBackupDialog(String table, BackupsViewModel model, Workbench workbench) {
    this.table = table;
    this.model = model;
    this.workbench = workbench;
    Label about = Controls.label(Messages.text("backups.create.about", table), "sk-secondary");
    Label label = Controls.label(Messages.text("backups.create.name"), "sk-field-label");
    name.setId("backup-name");
    name.getStyleClass().add("sk-mono");
    name.setAccessibleText(Messages.text("backups.create.name"));
    name.setText(table + "-" + STAMP.format(Instant.now()));
    flaw.setId("backup-name-flaw");
    for (Label text : new Label[] {about, flaw}) {
      text.setWrapText(true);
    }
    Button cancel = Controls.button(Messages.text("backups.cancel"), null, null);
    cancel.setOnAction(_ -> workbench.closeDialog());
    create.setId("backup-create");
    create.setDefaultButton(true);
    create.setOnAction(_ -> create());
    name.textProperty().subscribe(typed -> tell(BackupRules.name(typed)));
    getChildren()
        .add(
            new DialogCard(
                Messages.text("backups.create"),
                new VBox(12, about, new VBox(4, label, name, flaw)),
                cancel,
                create));
  }

  private void tell(@Nullable String wrong) {
    flaw.setText(wrong == null ? "" : wrong);
    Controls.show(flaw, wrong != null);
    name.getStyleClass().remove("sk-invalid");
    if (wrong != null) {
      name.getStyleClass().add("sk-invalid");
    }
    create.setDisable(wrong != null);
  }

  private void create() {
    create.setDisable(true);
    model.create(
        table,
        name.getText(),
        (@Nullable Problem refused) -> {
          if (refused == null) {
            workbench.closeDialog();
          } else if (getScene() == null) {
            workbench.toast(refused);
          } else {
            tell(refused.title() + ". " + refused.detail());
            create.setDisable(false);
          }
        });
  }
}
