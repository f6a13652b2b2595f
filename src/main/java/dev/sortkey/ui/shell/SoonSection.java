package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.Section;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/// Stands where a page is being built.
final class SoonSection implements Section {
  private final StackPane node = new StackPane();
  private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();

  @Override
  public void refresh() {}

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return unsaved;
  }

  @Override
  public void shown() {}

  @Override
  public void closed() {}
}
