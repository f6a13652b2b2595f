package dev.sortkey.ui.snapshots;

import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.workbench.Workbench;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What a snapshot holds, and what is wrong with its files.
final class SnapshotDetailsDialog extends StackPane {
  private static final double WIDTH = 620;

  SnapshotDetailsDialog(Snapshot snapshot, Workbench workbench) {
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var body = new VBox(12);
    if (snapshot.check() instanceof Snapshot.Check.Differs(var _, var faults)) {
      var list = new VBox(4);
      list.setId("snapshot-faults");
      faults.forEach(fault -> list.getChildren().add(wrapped(fault, "sk-error-text")));
      var scroll = new ScrollPane(list);
      scroll.setFitToWidth(true);
      scroll.setMaxHeight(160);
      body.getChildren().add(scroll);
    }
    body.getChildren().add(grid(snapshot));
    Button close = Controls.button(Messages.text("snapshots.close"), null, null);
    close.setOnAction(_ -> workbench.closeDialog());
    var card = new DialogCard(snapshot.name(), body, close);
    card.setPrefWidth(WIDTH);
    getChildren().add(card);
  }

  private static GridPane grid(Snapshot snapshot) {
    var grid = new GridPane();
    grid.setId("snapshot-facts");
    grid.setHgap(16);
    grid.setVgap(6);
    var names = new ColumnConstraints();
    names.setMinWidth(112);
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, values);
    DetailLines.of(snapshot)
        .forEach((key, value) -> {
          int row = grid.getRowCount();
          Label name = Controls.label(Messages.text(key), "sk-secondary");
          GridPane.setValignment(name, VPos.TOP);
          grid.add(name, 0, row);
          grid.add(wrapped(value, "sk-text"), 1, row);
        });
    return grid;
  }

  private static Label wrapped(String text, String style) {
    Label label = Controls.label(text, style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
