package dev.sortkey.ui.shell;

import dev.sortkey.ui.kit.Theme;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Which theme the window wears: the system's, or the one that the person chose.
public final class Appearance {
  /// What the person chose.
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final ObservableValue<Theme> theme;

  /// @param system the system's own theme, changing when the system does
  public Appearance(ObservableValue<Theme> system) {
    theme =
        Bindings.createObjectBinding(
            () ->
                switch (choice.get()) {
                  case SYSTEM -> system.getValue();
                  case LIGHT -> Theme.LIGHT;
                  case DARK -> Theme.DARK;
                },
            choice,
            system);
  }

  public ObjectProperty<Choice> choiceProperty() {
    return choice;
  }

  public ObservableValue<Theme> theme() {
    return theme;
  }

  /// Goes from light to dark or back, away from the system's.
  public void toggle() {
    choice.set(theme.getValue() == Theme.LIGHT ? Choice.DARK : Choice.LIGHT);
  }
}
