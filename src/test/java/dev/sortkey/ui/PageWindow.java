package dev.sortkey.ui;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.store.Store;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.tablepage.TablePanel;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.FileChoice;
import dev.sortkey.ui.workbench.Panel;
import dev.sortkey.ui.workbench.Section;
import dev.sortkey.ui.workbench.TablePage;
import dev.sortkey.ui.workbench.Tables;
import dev.sortkey.ui.workbench.Workbench;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// One page of a table in a window, as wide as it is beside the sidebar, with a workbench that
/// shows dialogs and remembers the rest.
public final class PageWindow implements Workbench, AutoCloseable {
  public final List<Destination> opened = new ArrayList<>();
  public final List<String> toasts = new ArrayList<>();
  public final List<Problem> problems = new ArrayList<>();
  public final ChosenFiles files = new ChosenFiles();
  public final SimpleBooleanProperty readOnly = new SimpleBooleanProperty();
  public final Desk desk;
  public final Stage stage;
  public final Panel panel;
  private final StackPane root = new StackPane();

  public PageWindow(
      Session session,
      String table,
      TablePage page,
      Theme theme,
      BiFunction<Desk, String, Section> maker) {
    this(
        session,
        table,
        theme,
        desk ->
            new TablePanel(
                desk, new Destination.Table(table, page), _ -> maker.apply(desk, table)));
  }

  /// @param table that must be described before the panel is made
  public PageWindow(Session session, String table, Theme theme, Function<Desk, Panel> maker) {
    Ui.start();
    Work work = Work.inBackground();
    desk =
        Ui.onFx(() ->
            new Desk(
                session,
                new Tables(session.tables(), work),
                Store.open(Files.createTempDirectory("page")),
                work,
                this,
                new SimpleObjectProperty<>(theme),
                readOnly));
    Ui.run(() -> desk.tables().reload());
    Ui.until("the tables are read", () -> desk.tables().schema(table).isPresent());
    panel = Ui.onFx(() -> maker.apply(desk));
    var side = new Region();
    side.setMinWidth(232);
    HBox.setHgrow(panel.node(), Priority.ALWAYS);
    root.getChildren().add(new HBox(side, panel.node()));
    stage = Ui.show(root, theme);
    Ui.run(panel::shown);
  }

  /// Goes to a place within the panel.
  public void go(Destination destination) {
    Ui.run(() -> panel.go(destination));
  }

  public void picture(String name) {
    Ui.picture(stage.getScene(), Path.of("target/pictures/" + name + ".png"));
  }

  @Override
  public void open(Destination destination) {
    opened.add(destination);
  }

  @Override
  public void close(Panel closed) {}

  @Override
  public void toast(String text) {
    toasts.add(text);
  }

  @Override
  public void toast(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void remedy(Problem.Remedy remedy) {}

  @Override
  public void showDialog(Node content) {
    StackPane.setAlignment(content, Pos.CENTER);
    root.getChildren().add(new StackPane(content));
  }

  @Override
  public void closeDialog() {
    root.getChildren().remove(1, root.getChildren().size());
  }

  @Override
  public FileChoice files() {
    return files;
  }

  @Override
  public void browse(URI page) {}

  @Override
  public void deleteTable(String table) {}

  @Override
  public void purgeTable(String table) {}

  @Override
  public void close() {
    Ui.run(panel::closed);
    Ui.hide(stage);
  }
}
