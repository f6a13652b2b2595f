package dev.sortkey.ui.shell;

import dev.sortkey.core.session.Connection;
import dev.sortkey.store.Settings;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Destination;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.stage.Stage;

/// A whole window on stand-ins, with empty panels.
final class ShellDriver {
  final Fakes fakes;
  final Appearance appearance;
  final Stage stage;
  final ShellView view;
  final Map<Destination, FakePanel> panels = new HashMap<>();

  ShellDriver(Theme theme, Path folder) {
    fakes = new Fakes(folder);
    Ui.start();
    appearance = new Appearance(new SimpleObjectProperty<>(theme), Settings.Appearance.SYSTEM);
    view =
        Ui.onFx(() ->
            new ShellView(
                fakes.ports(Work.inBackground()),
                appearance,
                new SimpleStringProperty("14:32"),
                (_, destination) -> panels.compute(destination, (key, _) -> new FakePanel(key))));
    stage = Ui.show(view, theme);
  }

  void open(Connection connection) {
    Ui.run(() -> view.model().open(connection, null));
    Ui.until(
        connection.name() + " is open and read",
        () ->
            workspace() != null
                && workspace().connection().equals(connection)
                && !workspace().tables().loadingProperty().get()
                && workspace().sidebar().stateProperty().get() != SidebarViewModel.State.LOADING);
  }

  Workspace workspace() {
    return view.model().currentProperty().get();
  }

  void items(String table) {
    Ui.run(() -> workspace().open(Destination.items(table)));
  }

  FakePanel panel(String table) {
    return panels.get(Destination.items(table));
  }

  void close() {
    Ui.run(() -> view.close(null));
    Ui.hide(stage);
  }
}
