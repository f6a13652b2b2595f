package dev.sortkey.ui.calls;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Panel;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The call log of one connection.
public final class CallsPanel implements Panel {
  private final VBox root = new VBox();

  public CallsPanel(Desk desk) {}

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("calls.title"));
  }

  @Override
  public Feather icon() {
    return Feather.LIST;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void shown() {}

  @Override
  public void closed() {}
}
