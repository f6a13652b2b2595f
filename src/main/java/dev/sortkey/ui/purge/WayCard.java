package dev.sortkey.ui.purge;

import dev.sortkey.core.purge.PurgeWay;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One way to empty a table: its name, what it costs, and what it means.
final class WayCard extends VBox {
  private final PurgeWay way;
  private final ObjectProperty<PurgeWay> taken;
  private final RadioButton button;
  private final Label mark = Controls.label(Messages.text("purge.cheaper"), "sk-purge-mark");
  private final VBox costs = new VBox(2);
  private final VBox meaning = new VBox(6);
  private boolean possible = true;

  WayCard(PurgeWay way, ToggleGroup group, ObjectProperty<PurgeWay> taken) {
    super(8);
    this.way = way;
    this.taken = taken;
    button = new RadioButton(Messages.text("purge.way." + way));
    button.setId("purge-" + way);
    button.getStyleClass().add("sk-choice-name");
    button.setToggleGroup(group);
    button.setMinWidth(USE_PREF_SIZE);
    // not onAction: arrow keys select without it
    button
        .selectedProperty()
        .addListener((_, _, selected) -> {
          if (selected) {
            taken.set(way);
          }
        });
    mark.setId("purge-cheaper-" + way);
    mark.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(8, button, Controls.spring(), mark);
    head.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("sk-choice", "sk-purge-way");
    setOnMouseClicked(_ -> {
      if (possible) {
        taken.set(way);
      }
    });
    getChildren().addAll(head, costs, meaning);
    taken.subscribe(_ -> choose());
    markCheaper(false);
  }

  void markCheaper(boolean cheaper) {
    Controls.show(mark, cheaper);
  }

  void possible(boolean can) {
    possible = can;
    button.setDisable(!can);
  }

  void costs(List<? extends Node> lines) {
    costs.getChildren().setAll(lines);
  }

  void meaning(List<? extends Node> lines) {
    meaning.getChildren().setAll(lines);
  }

  private void choose() {
    boolean mine = taken.get() == way;
    button.setSelected(mine);
    getStyleClass().remove("sk-choice-taken");
    if (mine) {
      getStyleClass().add("sk-choice-taken");
    }
  }
}
