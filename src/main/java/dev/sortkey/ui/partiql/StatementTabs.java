package dev.sortkey.ui.partiql;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/// A tab for the result of each statement, when there are several.
final class StatementTabs extends FlowPane {
  private final PartiQlViewModel model;

  StatementTabs(PartiQlViewModel model) {
    super(6, 6);
    this.model = model;
    getStyleClass().add("sk-statement-tabs");
    model.results().subscribe(this::draw);
    draw();
  }

  void draw() {
    List<Result> results = model.results();
    Controls.show(this, results.size() > 1);
    getChildren().clear();
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      String text =
          result.problem() != null
              ? Messages.text("partiql.tab.failed", i + 1)
              : Messages.text("partiql.tab", i + 1, result.rows().size());
      var tab = new ToggleButton(text);
      tab.getStyleClass().add("sk-segment");
      tab.setSelected(result == model.shownProperty().get());
      tab.setOnAction(_ -> model.shownProperty().set(result));
      getChildren().add(tab);
    }
  }
}
