package dev.sortkey.ui.globaltables;

import dev.sortkey.core.table.SettingsStep;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.Regions;
import dev.sortkey.ui.workbench.Desk;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks where a replica is to be, and whether one is to go, saying what will be done.
final class ReplicaDialogs {
  private ReplicaDialogs() {}

  static void add(Desk desk, ReplicasViewModel model) {
    var region = new SimpleStringProperty("");
    var key = new TextField();
    key.setId("replica-key");
    key.getStyleClass().add("sk-mono");
    key.setPromptText(Messages.text("globaltables.dialog.key-prompt"));
    key.setAccessibleText(Messages.text("globaltables.dialog.key"));
    Runnable go =
        () -> {
          if (model.flaw(region.get().strip()).isEmpty() && !desk.refusesWrite()) {
            desk.workbench().closeDialog();
            model.add(region.get().strip(), key.getText());
          }
        };
    ComboBox<String> regions = Regions.combo(region, go);
    regions.setId("replica-region");
    regions.setMaxWidth(Double.MAX_VALUE);
    key.setOnAction(_ -> go.run());
    Label flaw = wrapped("", "sk-error-text");
    var steps = new VBox(4);
    Button add = Controls.primary(Messages.text("globaltables.dialog.add"), Feather.PLUS, null);
    add.setId("replica-add");
    add.setOnAction(_ -> go.run());
    region.subscribe(typed -> {
      String wrong = model.flaw(typed.strip()).orElse("");
      flaw.setText(wrong);
      Controls.show(flaw, !wrong.isEmpty());
      add.setDisable(model.flaw(typed.strip()).isPresent());
      steps
          .getChildren()
          .setAll(typed.isBlank() ? List.of() : steps(model.steps(typed.strip(), "")));
    });
    var body =
        new VBox(
            12,
            field(Messages.text("globaltables.dialog.region"), regions, flaw),
            field(Messages.text("globaltables.dialog.key"), key),
            steps,
            wrapped(Messages.text("globaltables.cost"), "sk-secondary"));
    show(desk, Messages.text("globaltables.dialog.title", model.table()), body, add);
  }

  static void remove(Desk desk, ReplicasViewModel model, String region) {
    Label lost =
        wrapped(
            Messages.text("globaltables.dialog.remove-detail", model.table(), region), "sk-text");
    Button remove = Controls.button(Messages.text("globaltables.remove"), Feather.TRASH_2, null);
    remove.setId("replica-remove");
    remove.getStyleClass().add("sk-danger");
    remove.setOnAction(_ -> {
      if (!desk.refusesWrite()) {
        desk.workbench().closeDialog();
        model.remove(region);
      }
    });
    show(desk, Messages.text("globaltables.dialog.remove-title", region), lost, remove);
  }

  private static List<Node> steps(List<SettingsStep> steps) {
    var rows = new ArrayList<Node>();
    rows.add(Controls.label(Messages.text("globaltables.dialog.steps"), "sk-field-label"));
    for (int i = 0; i < steps.size(); i++) {
      rows.add(Controls.label((i + 1) + "   " + steps.get(i).title(), "sk-text"));
    }
    return rows;
  }

  private static VBox field(String name, Node... nodes) {
    var box = new VBox(4, Controls.label(name, "sk-field-label"));
    box.getChildren().addAll(nodes);
    return box;
  }

  private static Label wrapped(String text, String style) {
    Label label = Controls.label(text, style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static void show(Desk desk, String title, Node body, Button way) {
    Button cancel = Controls.button(Messages.text("globaltables.dialog.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    var frame = new StackPane(new DialogCard(title, body, cancel, way));
    frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    desk.workbench().showDialog(frame);
  }
}
