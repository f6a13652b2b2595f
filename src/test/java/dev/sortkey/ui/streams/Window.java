package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.store.Store;
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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The streams page of a table in a window of its own; dialogs lie over it.
final class Window implements Workbench, AutoCloseable {
  final List<Destination> opened = new ArrayList<>();
  final Work work = Work.inBackground();
  final TablePanel panel;
  final Stage stage;
  private final StackPane root = new StackPane();

  Window(Session session, String table, Theme theme) {
    Ui.start();
    panel =
        Ui.onFx(() -> {
          var tables = new Tables(session.tables(), work);
          var desk =
              new Desk(
                  session,
                  tables,
                  Store.open(Files.createTempDirectory("streams")),
                  work,
                  this,
                  new SimpleObjectProperty<>(theme));
          tables.reload();
          return new TablePanel(
              desk,
              new Destination.Table(table, TablePage.STREAMS),
              _ -> new StreamsSection(desk, table, Duration.ofMillis(50)));
        });
    var side = new Region();
    side.setMinWidth(232);
    HBox.setHgrow(panel.node(), Priority.ALWAYS);
    root.getChildren().add(new HBox(side, panel.node()));
    stage = Ui.show(root, theme);
    Ui.run(panel::shown);
  }

  @SuppressWarnings("unchecked")
  List<TailRecord> changes() {
    return Ui.onFx(() -> List.copyOf(((TableView<TailRecord>) Ui.anywhere("#changes")).getItems()));
  }

  /// The shown changes, newest first: `~ 1001 Status`.
  List<String> lines() {
    return changes().stream()
        .map(record ->
            RecordText.sign(record.change().event())
                + " "
                + RecordText.key(record.change().key())
                + " "
                + RecordText.changed(record))
        .toList();
  }

  void untilLines(int count) {
    Ui.until(
        count + " changes",
        () -> ((TableView<?>) Ui.anywhere("#changes")).getItems().size() == count);
  }

  void picture(String name) {
    Ui.picture(stage.getScene(), Path.of("target/pictures/streams-" + name + ".png"));
  }

  @Override
  public void showDialog(Node content) {
    root.getChildren().add(new StackPane(content));
  }

  @Override
  public void closeDialog() {
    root.getChildren().remove(1, root.getChildren().size());
  }

  @Override
  public void open(Destination destination) {
    opened.add(destination);
  }

  @Override
  public void close(Panel panel) {}

  @Override
  public void toast(String text) {}

  @Override
  public void toast(Problem problem) {}

  @Override
  public void remedy(Problem.Remedy remedy) {}

  @Override
  public FileChoice files() {
    throw new UnsupportedOperationException("the streams page names no files");
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
