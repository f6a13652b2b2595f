package dev.sortkey.ui.backups;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.snapshot.Comparison;
import dev.sortkey.core.snapshot.Comparison.Difference;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.workbench.Workbench;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Names the items in which a restored table and its original differ.
final class DifferencesDialog extends StackPane {
  private static final double HEIGHT = 280;

  DifferencesDialog(String table, RestoreRun.Compared compared, Workbench workbench) {
    Comparison found = compared.found();
    var list = new ListView<String>();
    list.setId("differences");
    list.getStyleClass().addAll("sk-mono", "sk-restore-differences");
    list.setPrefHeight(HEIGHT);
    list.setAccessibleText(Messages.text("backups.compare.title", table));
    list.getItems()
        .setAll(found.shown().stream().map(each -> line(compared.keys(), each)).toList());
    Label about =
        Controls.label(
            Messages.text("backups.compare.about", found.shown().size(), found.differences()),
            "sk-secondary");
    about.setWrapText(true);
    Button close = Controls.button(Messages.text("backups.close"), null, null);
    close.setOnAction(_ -> workbench.closeDialog());
    getChildren()
        .add(
            new DialogCard(
                Messages.text("backups.compare.title", table), new VBox(10, about, list), close));
  }

  private static String line(KeySchema keys, Difference difference) {
    String key =
        keys.all().stream()
            .map(part -> text(difference.item().get(part.name())))
            .collect(Collectors.joining(" · "));
    return switch (difference) {
      case Difference.OnlyLeft _ -> Messages.text("backups.compare.only-old", key);
      case Difference.OnlyRight _ -> Messages.text("backups.compare.only-new", key);
      case Difference.Differs(_, _, ItemDiff diff) ->
          Messages.text(
              "backups.compare.differs",
              key,
              diff.changes().stream()
                  .map(change -> change.path().toString())
                  .collect(Collectors.joining(", ")));
    };
  }

  private static String text(@Nullable Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text;
      case Attr.N(String digits) -> digits;
      case Attr.B(var bytes) -> bytes.toBase64();
      case null, default -> "";
    };
  }
}
