package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Panel;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The items of one table: query builder, grid and inspector.
public final class ItemsPanel implements Panel {
  private final VBox root = new VBox();

  public ItemsPanel(Desk desk, String table) {}

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("items.title"));
  }

  @Override
  public Feather icon() {
    return Feather.LAYOUT;
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
