package dev.sortkey.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/// A few choices side by side, one of them taken.
public final class Segmented<T> extends SegmentedButton {
  private final ObjectProperty<T> value;

  public Segmented(List<T> choices, Function<T, String> text, T chosen) {
    getStyleClass().add("sk-segmented");
    value = new SimpleObjectProperty<>(this, "value", chosen);
    for (T choice : choices) {
      var button = new ToggleButton(text.apply(choice));
      button.getStyleClass().add("sk-segment");
      button.setSelected(choice.equals(chosen));
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(_ -> {
        button.setSelected(true);
        value.set(choice);
      });
      value.addListener((_, _, now) -> button.setSelected(choice.equals(now)));
      getButtons().add(button);
    }
    setMaxWidth(USE_PREF_SIZE);
  }

  public ObjectProperty<T> valueProperty() {
    return value;
  }
}
