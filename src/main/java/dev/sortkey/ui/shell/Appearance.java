package dev.sortkey.ui.shell;

import dev.sortkey.store.Settings;
import dev.sortkey.ui.kit.Theme;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Which theme the window wears: the system's, or the one that the person chose.
public final class Appearance {
  private final ObjectProperty<Settings.Appearance> choice = new SimpleObjectProperty<>();
  private final ObservableValue<Theme> theme;

  /// @param system the system's own theme, changing when the system does
  /// @param chosen what the person chose last
  public Appearance(ObservableValue<Theme> system, Settings.Appearance chosen) {
    choice.set(chosen);
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

  public ObjectProperty<Settings.Appearance> choiceProperty() {
    return choice;
  }

  public ObservableValue<Theme> theme() {
    return theme;
  }

  /// Goes from light to dark or back, away from the system's.
  public void toggle() {
    choice.set(
        theme.getValue() == Theme.LIGHT ? Settings.Appearance.DARK : Settings.Appearance.LIGHT);
  }
}
