package dev.sortkey.ui.snapshots;

import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Asks which two are to be compared: a snapshot, and another or a table as it is now.
final class CompareDialog extends StackPane {
  private final ComboBox<Side> left = combo("compare-left", "snapshots.compare.left");
  private final ComboBox<Side> right = combo("compare-right", "snapshots.compare.right");
  private final Button compare = Controls.primary(Messages.text("snapshots.compare"), null, null);

  /// What can be compared.
  private sealed interface Side {
    record Stored(Snapshot snapshot) implements Side {}

    record Table(String name) implements Side {}
  }

  CompareDialog(Desk desk, SnapshotsViewModel model, @Nullable Snapshot first) {
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    List<Side> snapshots = new ArrayList<>();
    model.all().forEach(snapshot -> snapshots.add(new Side.Stored(snapshot)));
    left.getItems().setAll(snapshots);
    right.getItems().setAll(snapshots);
    for (Tables.Entry entry : desk.tables().entries()) {
      right.getItems().add(new Side.Table(entry.name()));
    }
    Snapshot begin =
        first != null
            ? first
            : model.rows().stream()
                .map(SnapshotRow::snapshot)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    left.setValue(begin == null ? null : new Side.Stored(begin));
    right.setValue(
        right.getItems().stream()
            .filter(side -> begin != null && fits(begin, side))
            .findFirst()
            .orElse(null));
    left.valueProperty().subscribe(this::check);
    right.valueProperty().subscribe(this::check);
    Button cancel = Controls.button(Messages.text("snapshots.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    compare.setId("compare-do");
    compare.setDefaultButton(true);
    compare.setOnAction(_ -> {
      desk.workbench().closeDialog();
      Snapshot one = ((Side.Stored) left.getValue()).snapshot();
      switch (right.getValue()) {
        case Side.Stored(Snapshot other) -> model.compareTwo(one, other);
        case Side.Table(String name) -> model.compareWithTable(one, name);
      }
    });
    getChildren()
        .add(
            new DialogCard(
                Messages.text("snapshots.compare-two"),
                new VBox(
                    12,
                    TakeDialog.field("snapshots.compare.left", left),
                    TakeDialog.field("snapshots.compare.right", right)),
                cancel,
                compare));
  }

  /// Another snapshot of the same table, or the table itself.
  private static boolean fits(Snapshot begin, Side side) {
    return switch (side) {
      case Side.Stored(Snapshot other) ->
          !other.root().equals(begin.root())
              && other.manifest().table().equals(begin.manifest().table());
      case Side.Table(String name) -> name.equals(begin.manifest().table());
    };
  }

  private void check() {
    compare.setDisable(
        left.getValue() == null
            || right.getValue() == null
            || left.getValue().equals(right.getValue()));
  }

  private static ComboBox<Side> combo(String id, String label) {
    var combo = new ComboBox<Side>();
    combo.setId(id);
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setAccessibleText(Messages.text(label));
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Side side) {
            return switch (side) {
              case Side.Stored(Snapshot snapshot) ->
                  Messages.text(
                      "snapshots.compare.snapshot",
                      snapshot.name(),
                      Times.minute(snapshot.manifest().started()));
              case Side.Table(String name) -> Messages.text("snapshots.compare.table", name);
              case null -> "";
            };
          }

          @Override
          public @Nullable Side fromString(String text) {
            return null;
          }
        });
    return combo;
  }
}
