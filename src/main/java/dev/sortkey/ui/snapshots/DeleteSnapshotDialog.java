package dev.sortkey.ui.snapshots;

import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.workbench.Workbench;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// Asks before a snapshot's files go for good, or a folder elsewhere leaves the list.
final class DeleteSnapshotDialog extends StackPane {
  DeleteSnapshotDialog(Snapshot snapshot, SnapshotsViewModel model, Workbench workbench) {
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    boolean owned = snapshot.owned();
    Label lost =
        Controls.label(
            owned
                ? Messages.text(
                    "snapshots.delete.lost",
                    snapshot.manifest().table(),
                    Times.minute(snapshot.manifest().started()),
                    Figures.count(snapshot.manifest().items()),
                    Figures.bytes(snapshot.bytes()))
                : Messages.text("snapshots.forget.about", SnapshotsCard.home(snapshot.root())));
    lost.setWrapText(true);
    Button cancel = Controls.button(Messages.text("snapshots.cancel"), null, null);
    cancel.setOnAction(_ -> workbench.closeDialog());
    Button delete =
        Controls.button(
            Messages.text(owned ? "snapshots.delete.do" : "snapshots.forget.do"), null, null);
    delete.setId("snapshot-delete-do");
    if (owned) {
      delete.getStyleClass().add("sk-danger");
    }
    delete.setOnAction(_ -> {
      workbench.closeDialog();
      model.delete(snapshot);
    });
    getChildren()
        .add(
            new DialogCard(
                Messages.text(
                    owned ? "snapshots.delete.title" : "snapshots.forget.title", snapshot.name()),
                lost,
                cancel,
                delete));
  }
}
