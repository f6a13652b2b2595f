package dev.sortkey.ui.items;

import dev.sortkey.core.query.Way;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks before a read that may cost more than the person's limit.
final class AskBar extends HBox {
  private final Label words = Controls.label("");
  private final Button run =
      Controls.button(Messages.text("items.ask.run"), null, ItemsKeys.ANYWAY);

  AskBar(ItemsViewModel items) {
    super(8);
    setId("ask");
    getStyleClass().add("sk-pause");
    setAlignment(Pos.CENTER_LEFT);
    run.setId("ask-run");
    run.getStyleClass().add("sk-small");
    run.setOnAction(_ -> items.runAnyway());
    Button no = Controls.button(Messages.text("items.ask.cancel"), null, ItemsKeys.CANCEL);
    no.setId("ask-cancel");
    no.getStyleClass().add("sk-small");
    no.setOnAction(_ -> items.dropAsked());
    words.setMinWidth(60);
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), words, Controls.spring(), run, no);
    items.askingProperty().addListener((_, _, way) -> show(way, items.limit().get()));
    show(items.askingProperty().get(), items.limit().get());
  }

  private void show(Way.Usable way, double limit) {
    Controls.show(this, way != null);
    if (way != null) {
      words.setText(Messages.text("items.ask", Costs.range(way.cost()), Costs.units(limit)));
    }
  }
}
