package dev.sortkey.ui.createtable;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The steps at the left: done, current, to come, and how many errors each has.
final class StepRail extends VBox {
  private record Line(Button button, StackPane mark, Label count) {}

  private final CreateTableViewModel model;
  private final Fields fields;
  private final Map<Step, Line> lines = new EnumMap<>(Step.class);

  StepRail(CreateTableViewModel model, Fields fields, Consumer<Step> go) {
    this.model = model;
    this.fields = fields;
    getStyleClass().add("sk-rail");
    for (Step step : Step.values()) {
      var mark = new StackPane();
      mark.getStyleClass().add("sk-step-mark");
      Label count = Controls.label("", "sk-step-count");
      Label title = Controls.label(step.title(), "sk-step-title");
      title.setMinWidth(USE_PREF_SIZE);
      var content = new HBox(8, mark, title, Controls.spring(), count);
      content.setAlignment(Pos.CENTER_LEFT);
      content.setPrefWidth(174);
      var button = new Button();
      button.setGraphic(content);
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.setAccessibleText(step.title());
      button.getStyleClass().add("sk-step");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(_ -> go.accept(step));
      lines.put(step, new Line(button, mark, count));
      getChildren().add(button);
    }
  }

  void refresh() {
    Step here = model.stepProperty().get();
    boolean customized = model.form().customizedProperty().get();
    lines.forEach((step, line) -> {
      long flaws = model.form().flaws(step);
      boolean off = step.custom() && !customized;
      boolean past = step.compareTo(here) < 0;
      boolean done = past && flaws == 0 && !off;
      boolean wrong = flaws > 0 && (past || fields.attempted(step) || fields.anyShown(step));
      Node mark =
          done
              ? Icons.small(Feather.CHECK)
              : Controls.label(String.valueOf(step.ordinal() + 1), "sk-step-number");
      line.mark().getChildren().setAll(mark);
      line.button().getStyleClass().removeAll("sk-step-done", "sk-step-here", "sk-step-off");
      if (step == here) {
        line.button().getStyleClass().add("sk-step-here");
      } else if (done) {
        line.button().getStyleClass().add("sk-step-done");
      } else if (off) {
        line.button().getStyleClass().add("sk-step-off");
      }
      line.count().setText(String.valueOf(flaws));
      Controls.show(line.count(), wrong);
      line.button()
          .setAccessibleText(
              wrong ? Messages.text("createtable.step.wrong", step.title(), flaws) : step.title());
    });
  }
}
