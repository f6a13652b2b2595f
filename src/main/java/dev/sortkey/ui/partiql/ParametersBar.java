package dev.sortkey.ui.partiql;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// A field for each question mark in the statements.
final class ParametersBar extends FlowPane {
  private final PartiQlViewModel model;

  ParametersBar(PartiQlViewModel model) {
    super(12, 6);
    this.model = model;
    getStyleClass().add("sk-parameters");
    model.parameters().addListener((ListChangeListener<ParameterDraft>) _ -> lay());
    lay();
  }

  private void lay() {
    Controls.show(this, !model.parameters().isEmpty());
    while (getChildren().size() > model.parameters().size()) {
      getChildren().removeLast();
    }
    for (int i = getChildren().size(); i < model.parameters().size(); i++) {
      getChildren().add(field(i, model.parameters().get(i)));
    }
  }

  private HBox field(int at, ParameterDraft draft) {
    Label name = Controls.label("?" + (at + 1), "sk-mono-small");
    name.setMinWidth(USE_PREF_SIZE);
    var type = new ComboBox<AttrType>();
    type.getItems().setAll(AttrType.values());
    type.valueProperty().bindBidirectional(draft.typeProperty());
    type.setPrefWidth(82);
    type.setAccessibleText(Messages.text("partiql.parameter.type", at + 1));
    var text = new TextField();
    text.setId("parameter-" + (at + 1));
    text.getStyleClass().add("sk-mono");
    text.setPrefWidth(180);
    text.setAccessibleText(Messages.text("partiql.parameter", at + 1));
    text.textProperty().bindBidirectional(draft.textProperty());
    Runnable look =
        () -> {
          text.getStyleClass().remove("sk-invalid");
          text.setTooltip(null);
          draft
              .flaw()
              .filter(_ -> !draft.textProperty().get().isEmpty())
              .ifPresent(flaw -> {
                text.getStyleClass().add("sk-invalid");
                text.setTooltip(new Tip(flaw));
              });
          model.understand();
        };
    draft.textProperty().addListener((_, _, _) -> look.run());
    draft.typeProperty().addListener((_, _, _) -> look.run());
    var box = new HBox(6, name, type, text);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
