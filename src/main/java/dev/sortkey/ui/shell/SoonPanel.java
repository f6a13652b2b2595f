package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.Panel;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Stands where a page is being built.
final class SoonPanel implements Panel {
  private final StackPane node = new StackPane();
  private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();
  private final SimpleStringProperty title;

  SoonPanel(String title) {
    this.title = new SimpleStringProperty(title);
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Feather icon() {
    return Feather.CLOCK;
  }

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
