package dev.sortkey.ui.createtable;

import dev.sortkey.ui.kit.Controls;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// A few choices that need a sentence each, one of them taken.
final class Choices<T> extends VBox {
  Choices(
      List<T> choices, Function<T, String> title, Function<T, String> words, Property<T> value) {
    super(8);
    var group = new ToggleGroup();
    for (T choice : choices) {
      var button = new RadioButton(title.apply(choice));
      button.getStyleClass().add("sk-choice-name");
      button.setToggleGroup(group);
      Label sentence = Controls.label(words.apply(choice), "sk-secondary", "sk-choice-words");
      sentence.setWrapText(true);
      var card = new VBox(2, button, sentence);
      card.getStyleClass().add("sk-choice");
      card.setOnMouseClicked(_ -> {
        value.setValue(choice);
        button.requestFocus();
      });
      button.setOnAction(_ -> value.setValue(choice));
      Runnable mark =
          () -> {
            boolean taken = choice.equals(value.getValue());
            button.setSelected(taken);
            card.getStyleClass().remove("sk-choice-taken");
            if (taken) {
              card.getStyleClass().add("sk-choice-taken");
            }
          };
      value.addListener(_ -> mark.run());
      mark.run();
      getChildren().add(card);
    }
  }
}
