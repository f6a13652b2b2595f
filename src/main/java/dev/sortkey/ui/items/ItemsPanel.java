package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.ItemsViewModel.Presence;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Panel;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The items of one table: query builder, grid and inspector.
public final class ItemsPanel implements Panel {
  private final Desk desk;
  private final ItemsViewModel items;
  private final VBox root = new VBox();
  private final ProblemBanner banner = new ProblemBanner(this::remedy);
  private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();
  private final ObservableValue<String> title;
  private @Nullable ItemsBody body;

  public ItemsPanel(Desk desk, String table) {
    this.desk = desk;
    this.items = new ItemsViewModel(table, desk.session(), desk.tables(), desk.work());
    this.title = new SimpleStringProperty(table);
    root.getStyleClass().add("sk-items");
    root.getChildren()
        .addAll(new PageHead(items, this::create, this::copyArn, this::deleteTable), banner);
    items.queryProperty().addListener((_, _, _) -> lay());
    items.presenceProperty().addListener((_, _, _) -> lay());
    items.problemProperty().addListener((_, _, now) -> banner.show(now));
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    lay();
    items.open();
  }

  @Override
  public ObservableValue<String> title() {
    return title;
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
    return unsaved;
  }

  @Override
  public void shown() {
    if (body != null) {
      body.focus();
    }
  }

  @Override
  public void closed() {
    if (body != null) {
      body.close();
    }
    items.close();
  }

  private void lay() {
    QueryViewModel query = items.queryProperty().get();
    Presence presence = items.presenceProperty().get();
    if (query != null && body == null && presence == Presence.READY) {
      body = new ItemsBody(desk, items, query, banner);
      body.unsaved().addListener((_, _, now) -> unsaved.set(now));
    }
    Node content = body != null ? body.node() : waiting(presence);
    if (root.getChildren().size() > 1 && root.getChildren().getLast() == content) {
      return;
    }
    VBox.setVgrow(content, Priority.ALWAYS);
    root.getChildren().remove(1, root.getChildren().size());
    if (body == null) {
      root.getChildren().add(banner);
    }
    root.getChildren().add(content);
  }

  private static EmptyState waiting(Presence presence) {
    String key =
        switch (presence) {
          case UNKNOWN -> "items.describing";
          case GONE -> "items.gone.empty";
          case WAITING, READY -> "items.waiting";
        };
    var empty =
        new EmptyState(
            presence == Presence.GONE ? Feather.TRASH_2 : Feather.CLOCK,
            Messages.text(key),
            Messages.text(key + ".detail"),
            null);
    empty.setMaxHeight(Double.MAX_VALUE);
    return empty;
  }

  private void key(KeyEvent event) {
    if (body == null) {
      return;
    }
    if (ItemsKeys.RUN.match(event)) {
      items.run();
    } else if (ItemsKeys.CREATE.match(event)) {
      create();
    } else if (ItemsKeys.REFRESH.match(event)) {
      items.refresh();
    } else if (ItemsKeys.FILTER.match(event)) {
      body.focusFilter();
    } else if (ItemsKeys.CANCEL.match(event) && items.results().busyProperty().get()) {
      items.results().cancel();
    } else {
      return;
    }
    event.consume();
  }

  private void create() {
    if (body != null) {
      body.create();
    }
  }

  private void copyArn() {
    TableSchema table = items.tableProperty().get();
    if (table != null) {
      var content = new ClipboardContent();
      content.putString(table.arn());
      Clipboard.getSystemClipboard().setContent(content);
      desk.workbench().toast(Messages.text("items.copied.arn"));
    }
  }

  private void deleteTable() {
    desk.workbench().deleteTable(items.name());
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      items.retry();
    } else {
      desk.workbench().remedy(remedy);
    }
  }
}
