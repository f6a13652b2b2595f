package dev.sortkey.ui.backups;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
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
import dev.sortkey.ui.workbench.Section;
import dev.sortkey.ui.workbench.TablePage;
import dev.sortkey.ui.workbench.Tables;
import dev.sortkey.ui.workbench.Workbench;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The page of backups in a window, on any endpoint, with a workbench that shows dialogs.
final class BackupsWindow implements Workbench, AutoCloseable {
  static final Duration EVERY = Duration.ofMillis(30);
  static final String TABLE = "CustomerOrders";

  final List<String> toasts = new ArrayList<>();
  final List<Destination> opened = new ArrayList<>();
  final Session session;
  final Tables tables;
  final Stage stage;
  private final Work work = Work.inBackground();
  private final StackPane root = new StackPane();
  private final Panel panel;

  /// On an endpoint of the given kind, under a key of its own, with the orders in it.
  static Session session(URI endpoint, Connection.Kind kind) {
    var keys = new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "secret", null);
    Session session =
        new SdkConnector()
            .open(
                new Connection(
                    "backups",
                    "shop",
                    kind,
                    null,
                    endpoint,
                    "eu-west-1",
                    kind == Connection.Kind.SANDBOX ? Environment.SANDBOX : Environment.STAGING),
                keys);
    SampleTable orders = SampleTables.all().getFirst();
    session.tables().create(orders.draft());
    List<Item> some = new ArrayList<>();
    orders
        .items()
        .get()
        .forEachRemaining(item -> {
          if (some.size() < 60) {
            some.add(item);
          }
        });
    session.writer().putAll(TABLE, some.iterator(), Progress.none());
    return session;
  }

  BackupsWindow(Session session, Theme theme, boolean allTables) {
    this.session = session;
    Ui.start();
    tables = new Tables(session.tables(), work);
    panel =
        Ui.onFx(() -> {
          var desk =
              new Desk(
                  session,
                  tables,
                  Store.open(Files.createTempDirectory("backups")),
                  work,
                  this,
                  new SimpleObjectProperty<>(theme));
          tables.reload();
          return allTables ? new BackupsPanel(desk, List.of()) : page(desk);
        });
    var side = new Region();
    side.setMinWidth(232);
    HBox.setHgrow(panel.node(), Priority.ALWAYS);
    root.getChildren().add(new HBox(side, panel.node()));
    stage = Ui.show(root, theme);
    Ui.until("the tables are described", () -> tables.schema(TABLE).isPresent());
    Ui.run(panel::shown);
  }

  private static Panel page(Desk desk) {
    return new TablePanel(
        desk,
        new Destination.Table(TABLE, TablePage.BACKUPS),
        (TablePage _) -> (Section) new BackupsSection(desk, TABLE, List.of(), EVERY));
  }

  /// One more than the orders that were there from the beginning.
  void addItem() {
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put("OrderID", new Attr.S("later"));
    attributes.put("CustomerID", new Attr.S("C999"));
    session.writer().putAll(TABLE, List.of(new Item(attributes)).iterator(), Progress.none());
  }

  void refresh() {
    Ui.click(Ui.find("#refresh"));
  }

  void picture(String name) {
    Ui.picture(stage.getScene(), Path.of("target/pictures/backups-" + name + ".png"));
  }

  boolean idle() {
    return work.jobs().isEmpty();
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
  public void remedy(Problem.Remedy remedy) {}

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

  boolean dialog() {
    return root.getChildren().size() > 1;
  }

  @Override
  public FileChoice files() {
    return new ChosenFiles();
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
    session.close();
  }
}
