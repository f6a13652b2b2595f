package dev.sortkey.ui.snapshots;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.snapshot.Manifest;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Tables;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Asks for the new table that a snapshot is restored into.
final class RestoreSnapshotDialog extends StackPane {
  private final RestoreForm form;
  private final Label flaw = Controls.label("", "sk-error-text");
  private final Button restore =
      Controls.primary(Messages.text("snapshots.act.restore"), null, null);

  RestoreSnapshotDialog(Desk desk, SnapshotsViewModel model, Snapshot snapshot) {
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Connection connection = desk.session().connection();
    form =
        new RestoreForm(
            snapshot,
            desk.tables().entries().stream().map(Tables.Entry::name).toList(),
            connection.region(),
            connection.endpoint() == null ? "" : connection.endpoint().toString());
    flaw.setWrapText(true);
    Button cancel = Controls.button(Messages.text("snapshots.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    restore.setId("snapshot-restore-do");
    restore.setDefaultButton(true);
    restore.setOnAction(_ -> {
      if (!desk.refusesWrite()) {
        desk.workbench().closeDialog();
        model.restore(snapshot, form.draft(), form.compare.get());
      }
    });
    getChildren()
        .add(
            new DialogCard(
                Messages.text("snapshots.restore.title", snapshot.name()),
                body(snapshot, connection.kind() == Connection.Kind.SANDBOX),
                cancel,
                restore));
    for (StringProperty each : List.of(form.name, form.partition, form.sort)) {
      each.subscribe(_ -> check());
    }
    form.partitionType.subscribe(_ -> check());
    form.sortType.subscribe(_ -> check());
    if (form.asksKeys()) {
      model.guessKeys(
          snapshot,
          keys -> {
            if (keys != null && form.partition.get().isEmpty()) {
              form.keys(keys);
            }
          });
    }
  }

  private VBox body(Snapshot snapshot, boolean free) {
    var body = new VBox(12);
    body.getChildren()
        .add(
            TakeDialog.field(
                "snapshots.restore.name",
                new VBox(
                    4, text(form.name, "snapshot-new-table", "snapshots.restore.name"), flaw)));
    Manifest manifest = snapshot.manifest();
    if (form.asksKeys()) {
      body.getChildren()
          .addAll(
              TakeDialog.field(
                  "snapshots.restore.partition",
                  key(
                      form.partition,
                      form.partitionType,
                      "snapshots.restore.partition",
                      "partition")),
              TakeDialog.field(
                  "snapshots.restore.sort",
                  key(form.sort, form.sortType, "snapshots.restore.sort", "sort")),
              wrapped(Messages.text("snapshots.restore.keys-about")));
    } else {
      if (!manifest.draft().indexes().isEmpty()) {
        var indexes =
            new Segmented<>(
                List.of(true, false),
                with ->
                    Messages.text(with ? "snapshots.restore.with" : "snapshots.restore.without"),
                true);
        indexes.valueProperty().subscribe(form.indexes::set);
        body.getChildren().add(TakeDialog.field("snapshots.restore.indexes", indexes));
      }
      if (DetailLines.any(manifest.draft())) {
        body.getChildren().add(settings(manifest));
      }
    }
    var compare = new CheckBox(Messages.text("snapshots.restore.compare"));
    compare.setId("snapshot-compare-after");
    compare.selectedProperty().bindBidirectional(form.compare);
    body.getChildren().add(compare);
    if (snapshot.check() instanceof Snapshot.Check.Differs) {
      Label damaged = Controls.label(Messages.text("snapshots.restore.damaged"), "sk-warning-text");
      damaged.setWrapText(true);
      body.getChildren().add(damaged);
    }
    body.getChildren()
        .add(
            wrapped(
                Messages.text(
                    free ? "snapshots.restore.free" : "snapshots.restore.cost",
                    manifest.items(),
                    Figures.bytes(snapshot.bytes()))));
    return body;
  }

  private VBox settings(Manifest manifest) {
    var settings = new CheckBox(Messages.text("snapshots.restore.settings"));
    settings.setId("snapshot-settings");
    settings.selectedProperty().bindBidirectional(form.settings);
    var lines = new VBox(4, settings, wrapped(DetailLines.settings(manifest.draft())));
    if (form.elsewhere()) {
      lines.getChildren().add(wrapped(Messages.text("snapshots.restore.elsewhere")));
    }
    return lines;
  }

  private void check() {
    String wrong = form.flaw();
    flaw.setText(wrong == null ? "" : wrong);
    Controls.show(flaw, wrong != null);
    restore.setDisable(wrong != null);
  }

  private static Node key(
      StringProperty name, ObjectProperty<KeyType> type, String label, String id) {
    TextField field = text(name, "restore-" + id, label);
    HBox.setHgrow(field, Priority.ALWAYS);
    var types = new ComboBox<KeyType>();
    types.getItems().setAll(KeyType.values());
    types.valueProperty().bindBidirectional(type);
    types.setAccessibleText(Messages.text("snapshots.restore.type"));
    return new HBox(8, field, types);
  }

  private static TextField text(StringProperty value, String id, String label) {
    var field = new TextField();
    field.setId(id);
    field.getStyleClass().add("sk-mono");
    field.setAccessibleText(Messages.text(label));
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private static Label wrapped(String text) {
    Label label = Controls.label(text, "sk-secondary");
    label.setWrapText(true);
    return label;
  }
}
