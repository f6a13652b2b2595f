package dev.sortkey.ui.settings;

import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How reads and writes are paid for, and how provisioned units follow the load.
final class CapacityCard {
  private final SettingsViewModel model;
  private final SettingsForm form;
  private final Card card = new Card(Messages.text("settings.capacity"));
  private final VBox body = Rows.body();
  private final Label flaw;

  CapacityCard(SettingsViewModel model, FlawLabels flaws) {
    this.model = model;
    this.form = model.form();
    flaw = flaws.of("capacity", "index[", "scaling");
    card.setActions(
        Rows.choice(
            List.of(false, true),
            on -> Messages.text(on ? "settings.provisioned" : "settings.on-demand"),
            form.provisionedProperty(),
            "capacity-mode",
            Messages.text("settings.capacity")));
    card.setContent(body);
    form.provisionedProperty().addListener((_, _, _) -> lay());
    form.units().addListener((ListChangeListener<UnitsRow>) _ -> lay());
    model.readingProperty().subscribe(_ -> lay());
  }

  Node node() {
    return card;
  }

  private void lay() {
    boolean provisioned = form.provisionedProperty().get();
    card.setFacts(
        Controls.label(
            Messages.text(provisioned ? "settings.provisioned.about" : "settings.on-demand.about"),
            "sk-secondary"));
    List<Node> rows = new ArrayList<>(provisioned ? provisioned() : onDemand());
    rows.add(flaw);
    body.getChildren().setAll(rows);
  }

  private List<Node> onDemand() {
    return List.of(
        Rows.row(
            Messages.text("settings.most-reads"), most(form.mostReadsProperty(), "most-reads")),
        Rows.row(
            Messages.text("settings.most-writes"), most(form.mostWritesProperty(), "most-writes")));
  }

  private static TextField most(StringProperty value, String id) {
    TextField field = Rows.field(value, id, Messages.text("settings." + id), 120);
    field.setPromptText(Messages.text("settings.unlimited"));
    return field;
  }

  private List<Node> provisioned() {
    var grid = new GridPane(12, 4);
    grid.getStyleClass().add("sk-units");
    String[] heads = {"of", "side", "units", "scaling", "least", "most", "target"};
    for (int i = 0; i < heads.length; i++) {
      grid.add(Controls.label(Messages.text("settings.units." + heads[i]), "sk-secondary"), i, 0);
    }
    Reading reading = model.readingProperty().get();
    boolean scales = reading != null && reading.scaling().problem() == null;
    int line = 1;
    for (UnitsRow row : form.units()) {
      line(grid, line++, row, scales);
    }
    List<Node> rows = new ArrayList<>(List.of(grid));
    if (reading != null && reading.scaling().problem() != null) {
      rows.add(
          Rows.notice(
              Messages.text(
                  "settings.scaling-missing", Rows.missing(reading.scaling().problem()).getText()),
              false));
    }
    return rows;
  }

  private static void line(GridPane grid, int line, UnitsRow row, boolean scales) {
    boolean read = row.side() == ScaledUnits.Side.READ;
    String of = row.index() == null ? Messages.text("settings.units.table") : row.index();
    String side = Messages.text(read ? "settings.units.reads" : "settings.units.writes");
    String id = (row.index() == null ? "table" : row.index()) + (read ? "-read" : "-write");
    if (read) {
      Label name = Controls.label(of, row.index() == null ? "sk-medium" : "sk-mono");
      grid.add(name, 0, line);
    }
    var scaled = new CheckBox(Messages.text("settings.units.scaled"));
    scaled.setId("scaled-" + id);
    scaled.setAccessibleText(Messages.text("settings.units.scaled-of", side, of));
    scaled.selectedProperty().bindBidirectional(row.scaledProperty());
    scaled.setDisable(!scales);
    grid.add(Controls.label(side), 1, line);
    grid.add(field(row.unitsProperty(), "units", id, of, side, null), 2, line);
    grid.add(Controls.explained(scaled, Messages.text("settings.not-offered")), 3, line);
    grid.add(field(row.leastProperty(), "least", id, of, side, row.scaledProperty()), 4, line);
    grid.add(field(row.mostProperty(), "most", id, of, side, row.scaledProperty()), 5, line);
    grid.add(field(row.targetProperty(), "target", id, of, side, row.scaledProperty()), 6, line);
    grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.CENTER));
  }

  private static TextField field(
      StringProperty value,
      String what,
      String id,
      String of,
      String side,
      @Nullable ObservableValue<Boolean> shown) {
    TextField field =
        Rows.field(
            value,
            what + "-" + id,
            Messages.text(
                "settings.units.field", Messages.text("settings.units." + what), of, side),
            84);
    if (shown != null) {
      shown.subscribe(field::setVisible);
    }
    return field;
  }
}
