package dev.sortkey.ui.snapshots;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.snapshot.SnapshotNames;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Tables;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Asks what a snapshot is to be called, and says what taking it costs.
final class TakeDialog extends StackPane {
  /// Developer Guide, "Read/write capacity": a unit reads 4 KB consistently, 8 KB otherwise.
  private static final double UNIT = 4096;

  private final Desk desk;
  private final SnapshotsViewModel model;
  private final ComboBox<String> table = new ComboBox<>();
  private final TextField name = new TextField();
  private final CheckBox consistent = new CheckBox(Messages.text("snapshots.take.consistent"));
  private final Label cost = Controls.label("", "sk-secondary");
  private final Label flaw = Controls.label("", "sk-error-text");
  private final Button take = Controls.primary(Messages.text("snapshots.take"), null, null);

  TakeDialog(Desk desk, SnapshotsViewModel model) {
    this.desk = desk;
    this.model = model;
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    table.setId("snapshot-table");
    table.setAccessibleText(Messages.text("snapshots.take.table"));
    table.setMaxWidth(Double.MAX_VALUE);
    table.getItems().setAll(desk.tables().entries().stream().map(Tables.Entry::name).toList());
    name.setId("snapshot-name");
    name.getStyleClass().add("sk-mono");
    name.setAccessibleText(Messages.text("snapshots.take.name"));
    consistent.setId("snapshot-consistent");
    consistent.setSelected(true);
    for (Label label : new Label[] {cost, flaw}) {
      label.setWrapText(true);
    }
    Button cancel = Controls.button(Messages.text("snapshots.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    take.setId("snapshot-take");
    take.setDefaultButton(true);
    take.setOnAction(_ -> take());
    var body = new VBox(12);
    if (model.table() == null) {
      body.getChildren().add(field("snapshots.take.table", table));
    }
    table.valueProperty().subscribe(this::suggest);
    table.setValue(
        model.table() != null ? model.table() : table.getItems().stream().findFirst().orElse(null));
    name.textProperty().subscribe(_ -> check());
    consistent.selectedProperty().subscribe(_ -> check());
    Label moving = Controls.label(Messages.text("snapshots.take.moving"), "sk-secondary");
    moving.setWrapText(true);
    body.getChildren()
        .addAll(field("snapshots.take.name", new VBox(4, name, flaw)), consistent, cost, moving);
    getChildren().add(new DialogCard(Messages.text("snapshots.take.title"), body, cancel, take));
  }

  static VBox field(String key, Node control) {
    return new VBox(4, Controls.label(Messages.text(key), "sk-secondary"), control);
  }

  private void suggest(String chosen) {
    if (chosen != null) {
      name.setText(SnapshotNames.free(Times.day(Instant.now()) + " " + chosen, model.names()));
      check();
    }
  }

  private void check() {
    String wrong =
        table.getValue() == null
            ? Messages.text("snapshots.take.no-table")
            : SnapshotNames.flaw(name.getText(), model.names());
    flaw.setText(wrong == null ? "" : wrong);
    Controls.show(flaw, wrong != null);
    take.setDisable(wrong != null);
    TableSchema schema =
        table.getValue() == null ? null : desk.tables().schema(table.getValue()).orElse(null);
    cost.setText(
        schema == null
            ? ""
            : Messages.text(
                desk.session().connection().kind() == Connection.Kind.SANDBOX
                    ? "snapshots.take.free"
                    : "snapshots.take.cost",
                schema.itemCount(),
                Figures.bytes(schema.sizeBytes()),
                Math.ceil(schema.sizeBytes() / UNIT / (consistent.isSelected() ? 1 : 2))));
    Controls.show(cost, schema != null);
  }

  private void take() {
    desk.workbench().closeDialog();
    model.take(table.getValue(), name.getText(), consistent.isSelected());
  }
}
