package dev.sortkey.ui.createtable;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Panel;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The create table wizard.
public final class CreateTablePanel implements Panel {
  private final VBox root = new VBox();

  public CreateTablePanel(Desk desk) {}

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("createtable.title"));
  }

  @Override
  public Feather icon() {
    return Feather.PLUS;
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
