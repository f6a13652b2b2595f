package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// A panel with nothing in it.
final class FakePanel implements Panel {
  final StringProperty title = new SimpleStringProperty();
  final BooleanProperty unsaved = new SimpleBooleanProperty();
  private final Feather icon;
  private Parent node;
  int shown;
  boolean closed;

  FakePanel(Destination destination) {
    title.set(
        switch (destination) {
          case Destination.Table(String table, _) -> table;
          case Destination.Query(String table, _, _) -> table;
          case Destination.OneItem(String table, _) -> table;
          case Destination.PartiQl _ -> "PartiQL editor";
          case Destination.Library _ -> "Library";
          case Destination.Backups _ -> "Backups";
          case Destination.Transfers _ -> "Exports and imports";
          case Destination.Code(String table, _) -> "Code for " + table;
          case Destination.CreateTable _ -> "Create table";
          case Destination.Review _ -> "Review";
          case Destination.Calls _ -> "Call log";
        });
    icon =
        switch (destination) {
          case Destination.Table _, Destination.Query _, Destination.OneItem _ -> Feather.LAYOUT;
          case Destination.PartiQl _ -> Feather.TERMINAL;
          case Destination.Library _ -> Feather.BOOK_OPEN;
          case Destination.Backups _ -> Feather.ARCHIVE;
          case Destination.Transfers _ -> Feather.REPEAT;
          case Destination.Code _ -> Feather.CODE;
          case Destination.CreateTable _ -> Feather.PLUS;
          case Destination.Review _ -> Feather.EDIT_2;
          case Destination.Calls _ -> Feather.LIST;
        };
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Feather icon() {
    return icon;
  }

  @Override
  public Parent node() {
    if (node == null) {
      node = new StackPane(new Label("The panel " + title.get()));
    }
    return node;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return unsaved;
  }

  @Override
  public void shown() {
    shown++;
  }

  @Override
  public void closed() {
    closed = true;
  }
}
