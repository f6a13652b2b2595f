package dev.sortkey.ui.items;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Session;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.store.Store;
import dev.sortkey.ui.ChosenFiles;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.tablepage.TablePanel;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.FileChoice;
import dev.sortkey.ui.workbench.Panel;
import dev.sortkey.ui.workbench.TablePage;
import dev.sortkey.ui.workbench.Tables;
import dev.sortkey.ui.workbench.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// An items panel in a window of its own, on DynamoDB Local with the sample tables, and a workbench
/// that remembers what was asked of it.
final class Window implements Workbench, AutoCloseable {
  private static final Set<String> TABLES = Set.of("CustomerOrders", "Shop");

  private static Session session;

  final List<String> toasts = new ArrayList<>();
  final List<Destination> opened = new ArrayList<>();
  final List<String> deletions = new ArrayList<>();
  final List<Problem.Remedy> remedies = new ArrayList<>();
  final Store store;
  final Tables tables;
  final Desk desk;
  final SimpleBooleanProperty readOnly = new SimpleBooleanProperty();
  final TablePanel panel;
  final Stage stage;
  private final StackPane root = new StackPane();

  static synchronized Session sandbox() {
    if (session == null) {
      var running = TestSandbox.shared();
      var connection =
          new Connection(
              "items",
              "Sandbox",
              Connection.Kind.SANDBOX,
              null,
              running.endpoint(),
              "eu-west-1",
              Environment.SANDBOX);
      session = new SdkConnector().open(connection, running.keys());
      for (SampleTable sample : SampleTables.all()) {
        if (TABLES.contains(sample.draft().name())
            && !session.tables().names().contains(sample.draft().name())) {
          session.tables().create(sample.draft());
          session.writer().putAll(sample.draft().name(), sample.items().get(), Progress.none());
        }
      }
    }
    return session;
  }

  Window(Session session, String table, Theme theme) {
    this(session, table, theme, fresh());
  }

  private static Store fresh() {
    try {
      return Store.open(Files.createTempDirectory("items"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param store what is remembered from window to window
  Window(Session session, String table, Theme theme, Store store) {
    Ui.start();
    this.store = store;
    Work work = Work.inBackground();
    tables = new Tables(session.tables(), work);
    desk =
        Ui.onFx(() ->
            new Desk(
                session, tables, store, work, this, new SimpleObjectProperty<>(theme), readOnly));
    panel =
        Ui.onFx(() ->
            new TablePanel(
                desk,
                new Destination.Table(table, TablePage.ITEMS),
                _ -> new ItemsSection(desk, table)));
    var side = new Region();
    side.setMinWidth(232);
    HBox.setHgrow(panel.node(), Priority.ALWAYS);
    var body = new HBox(side, panel.node());
    root.getChildren().add(body);
    stage = Ui.show(root, theme);
    Ui.run(panel::shown);
  }

  void picture(String name) {
    Ui.picture(stage.getScene(), Path.of("target/pictures/items-" + name + ".png"));
  }

  @Override
  public void open(Destination destination) {
    opened.add(destination);
  }

  @Override
  public void close(Panel panel) {}

  @Override
  public void toast(String text) {
    toasts.add(text);
  }

  @Override
  public void toast(Problem problem) {
    toasts.add(problem.title());
  }

  @Override
  public void remedy(Problem.Remedy remedy) {
    remedies.add(remedy);
  }

  @Override
  public void showDialog(Node content) {
    var layer = new StackPane(content);
    StackPane.setAlignment(content, Pos.CENTER);
    root.getChildren().add(layer);
  }

  @Override
  public void closeDialog() {
    root.getChildren().remove(1, root.getChildren().size());
  }

  @Override
  public FileChoice files() {
    return new ChosenFiles();
  }

  @Override
  public void browse(URI page) {}

  @Override
  public void purgeTable(String table) {}

  @Override
  public void deleteTable(String table) {
    deletions.add(table);
  }

  @Override
  public void close() {
    Ui.run(panel::closed);
    Ui.hide(stage);
  }
}
