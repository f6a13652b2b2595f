package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.BackupDetails;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Workbench;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// All that AWS says of a backup and of the table as it was then.
final class BackupDetailsDialog extends StackPane {
  private static final double NAMES = 116;

  private final Moments moments;
  private final GridPane lines = new GridPane(12, 6);

  BackupDetailsDialog(Backup backup, BackupsViewModel model, Workbench workbench, Moments moments) {
    this.moments = moments;
    lines.setId("backup-facts");
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    lines.getColumnConstraints().addAll(new ColumnConstraints(NAMES), values);
    line("backups.column.status", BackupList.word("backups.status.", backup.status()));
    line("backups.column.table", backup.table());
    line("backups.column.created", moments.second(backup.created()));
    Button close = Controls.button(Messages.text("backups.close"), null, null);
    close.setOnAction(_ -> workbench.closeDialog());
    getChildren().add(new DialogCard(backup.name(), lines, close));
    model.describe(backup, this::settled);
  }

  private void settled(Outcome<BackupDetails> outcome) {
    switch (outcome) {
      case Outcome.Done<BackupDetails>(BackupDetails details) -> fill(details);
      case Outcome.Failed<BackupDetails>(Problem problem) ->
          line("backups.details.problem", problem.title() + ". " + problem.detail());
      case Outcome.Cancelled<BackupDetails> _ -> {}
    }
  }

  private void fill(BackupDetails details) {
    Backup backup = details.backup();
    lines.getChildren().clear();
    line("backups.column.status", BackupList.word("backups.status.", backup.status()));
    line("backups.column.type", BackupList.word("backups.type.", backup.type()));
    line("backups.column.created", moments.second(backup.created()));
    if (backup.expires() != null) {
      line("backups.details.expires", moments.second(backup.expires()));
    }
    line("backups.column.size", Figures.bytes(backup.sizeBytes()));
    line("backups.column.table", backup.table());
    line("backups.details.items", Figures.count(details.itemCount()));
    line("backups.details.keys", String.join(" · ", details.keys()));
    line("backups.details.global", names(details.globalIndexes()));
    line("backups.details.local", names(details.localIndexes()));
    line(
        "backups.details.capacity",
        Messages.text(details.onDemand() ? "backups.on-demand" : "backups.provisioned"));
    line("backups.details.encryption", encryption(details.encryption()));
    line("backups.details.ttl", or(details.ttlAttribute()));
    line("backups.details.stream", or(details.streamView()));
    line("backups.details.arn", backup.arn());
  }

  private void line(String key, String value) {
    Label name = Controls.label(Messages.text(key), "sk-secondary");
    Label text = Controls.label(value, "sk-mono");
    text.setWrapText(true);
    GridPane.setValignment(name, VPos.TOP);
    lines.addRow(lines.getRowCount(), name, text);
  }

  private static String or(@Nullable String value) {
    return value == null ? Messages.text("backups.details.off") : value;
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? Messages.text("backups.details.none") : String.join(", ", names);
  }

  static String encryption(Encryption encryption) {
    return switch (encryption) {
      case Encryption.AwsOwned _ -> Messages.text("backups.key.aws_owned");
      case Encryption.AwsManaged _ -> Messages.text("backups.key.aws_managed");
      case Encryption.Customer(String key) -> key;
    };
  }
}
