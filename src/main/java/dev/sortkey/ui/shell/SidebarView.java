package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.workbench.Destination;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The left side of a workspace: which connection, its tables, and the ways to other places.
final class SidebarView extends VBox implements SidebarCell.Actions {
  private final Workspace workspace;
  private final SidebarViewModel model;
  private final TextField filter = new TextField();
  private final ListView<SidebarRow> list;
  private final StackPane instead = new StackPane();

  /// Says why the list that is shown may be an old one.
  private final StackPane stale = new StackPane();

  SidebarView(Workspace workspace, ConnectionHead head) {
    this.workspace = workspace;
    this.model = workspace.sidebar();
    getStyleClass().add("sk-sidebar");
    list = new ListView<>(model.rows());
    list.setId("tables");
    list.setAccessibleText(Messages.text("shell.tables.name"));
    ObservableValue<String> current =
        workspace.tabs().selectedProperty().map(SidebarView::tableOf).orElse("");
    list.setCellFactory(_ -> new SidebarCell(this, current));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
    list.setContextMenu(menu());
    instead.setAlignment(Pos.TOP_CENTER);
    instead.setPickOnBounds(false);
    var body = new StackPane(list, instead);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, filterBox(), body, stale, navigation());
    model.stateProperty().subscribe(_ -> fill());
    model.tables().problemProperty().subscribe(_ -> fill());
  }

  void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private Node filterBox() {
    filter.setId("filter-tables");
    filter.setPromptText(Messages.text("shell.filter"));
    filter.setAccessibleText(Messages.text("shell.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.setOnAction(_ -> model.first().ifPresent(this::open));
    filter.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            focusList();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
          }
        });
    var box = new StackPane(Controls.searchField(filter, Shortcut.FILTER_TABLES.keys()));
    box.getStyleClass().add("sk-filter-box");
    return box;
  }

  private void focusList() {
    for (int i = 0; i < model.rows().size(); i++) {
      if (model.rows().get(i) instanceof SidebarRow.Table) {
        list.getSelectionModel().select(i);
        list.requestFocus();
        return;
      }
    }
  }

  private Node navigation() {
    var box =
        new VBox(
            way("partiql", Feather.TERMINAL, new Destination.PartiQl()),
            way("library", Feather.BOOK_OPEN, new Destination.Library()),
            way("backups", Feather.ARCHIVE, new Destination.Backups()),
            way("transfers", Feather.REPEAT, new Destination.Transfers()),
            way("calls", Feather.LIST, new Destination.Calls()));
    box.getStyleClass().add("sk-nav-box");
    return box;
  }

  private Button way(String name, Feather icon, Destination destination) {
    Button way = Controls.flat(Messages.text("shell.nav." + name), icon, null);
    way.setId("nav-" + name);
    way.getStyleClass().add("sk-nav");
    way.setMaxWidth(Double.MAX_VALUE);
    way.setOnAction(_ -> workspace.open(destination));
    return way;
  }

  private void listKey(KeyEvent event) {
    SidebarRow row = list.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    boolean taken = true;
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      switch (row) {
        case SidebarRow.Table table -> open(table.entry().name());
        case SidebarRow.Heading heading -> fold(heading.section());
      }
    } else if (row instanceof SidebarRow.Table table && Shortcut.FAVOURITE.keys().match(event)) {
      model.toggleFavourite(table.entry().name());
    } else if (row instanceof SidebarRow.Table table && Shortcut.DELETE_TABLE.keys().match(event)) {
      workspace.deleteTable(table.entry().name());
    } else {
      taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private ContextMenu menu() {
    var open = new MenuItem(Messages.text("shell.table.open"));
    var star = new MenuItem();
    var copy = new MenuItem(Messages.text("shell.table.copy-name"));
    var purge = new MenuItem(Messages.text("shell.table.purge"));
    var delete = new MenuItem(Messages.text("shell.table.delete"));
    star.setAccelerator(Shortcut.FAVOURITE.keys());
    delete.setAccelerator(Shortcut.DELETE_TABLE.keys());
    var menu = new ContextMenu(open, star, copy, new SeparatorMenuItem(), purge, delete);
    menu.setOnShowing(_ -> {
      boolean table = selected() != null;
      menu.getItems().forEach(item -> item.setDisable(!table));
      boolean fixed = !table || workspace.caution().readOnlyProperty().get();
      purge.setDisable(fixed);
      delete.setDisable(fixed);
      star.setText(
          Messages.text(
              selected() != null && selected().favourite()
                  ? "shell.table.unstar"
                  : "shell.table.star"));
    });
    open.setOnAction(_ -> withSelected(this::open));
    star.setOnAction(_ -> withSelected(model::toggleFavourite));
    copy.setOnAction(_ -> withSelected(SidebarView::copy));
    purge.setOnAction(_ -> withSelected(workspace::purgeTable));
    delete.setOnAction(_ -> withSelected(workspace::deleteTable));
    return menu;
  }

  private SidebarRow.@Nullable Table selected() {
    return list.getSelectionModel().getSelectedItem() instanceof SidebarRow.Table table
        ? table
        : null;
  }

  private void withSelected(Consumer<String> action) {
    SidebarRow.Table table = selected();
    if (table != null) {
      action.accept(table.entry().name());
    }
  }

  private static void copy(String name) {
    var content = new ClipboardContent();
    content.putString(name);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// What stands where the tables would be.
  private void fill() {
    Node node =
        switch (model.stateProperty().get()) {
          case LISTED -> null;
          case LOADING ->
              new EmptyState(
                  Feather.DATABASE,
                  Messages.text("shell.tables.reading"),
                  Messages.text("shell.tables.reading.detail", where()),
                  button("shell.tables.cancel", "cancel-tables", workspace.tables()::cancel));
          case FAILED -> failed();
          case NO_MATCH ->
              new EmptyState(
                  Feather.SEARCH,
                  Messages.text("shell.tables.no-match"),
                  Messages.text("shell.tables.no-match.detail"),
                  button("shell.tables.clear", "filter-clear", filter::clear));
          case EMPTY -> nothing();
        };
    if (node instanceof EmptyState state) {
      state.setMaxHeight(USE_PREF_SIZE);
    }
    instead.getChildren().setAll(node == null ? new Node[0] : new Node[] {node});
    boolean listed = node == null || model.stateProperty().get() == SidebarViewModel.State.NO_MATCH;
    boolean old = listed && model.tables().problemProperty().get() != null;
    stale.getChildren().setAll(old ? new Node[] {failed()} : new Node[0]);
    Controls.show(stale, old);
  }

  private Node nothing() {
    Node create = centred(button("shell.tables.create", "create-first-table", this::create));
    boolean sandbox = workspace.isSandbox();
    Button fill = Controls.primary(Messages.text("tables.samples.fill"), null, null);
    fill.setId("fill-samples");
    fill.setOnAction(_ -> workspace.fillWithSamples());
    fill.disableProperty().bind(workspace.fillingProperty());
    var state =
        new EmptyState(
            Feather.DATABASE,
            Messages.text("shell.tables.none"),
            Messages.text(
                workspace.connection().kind() == Connection.Kind.ENDPOINT
                    ? "shell.tables.none.local"
                    : "shell.tables.none.detail",
                where()),
            sandbox ? centred(fill) : create);
    if (sandbox) {
      state.getChildren().add(create);
    } else {
      state
          .getChildren()
          .add(
              button(
                  "kit.remedy.edit_connection",
                  "change-connection",
                  () -> workspace.remedy(Problem.Remedy.EDIT_CONNECTION)));
    }
    return state;
  }

  private Node centred(Button control) {
    var box = new HBox(workspace.desk().writing(control));
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Node failed() {
    Problem problem = workspace.tables().problemProperty().get();
    return problem == null
        ? new StackPane()
        : new CompactProblem(
            problem,
            problem.remedies(),
            remedy -> {
              if (remedy == Problem.Remedy.RETRY) {
                refresh();
              } else {
                workspace.remedy(remedy);
              }
            });
  }

  private static Button button(String text, String id, Runnable action) {
    Button button = Controls.button(Messages.text(text), null, null);
    button.setId(id);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// Region and key, the two things that decide which tables one sees.
  private String where() {
    Connection connection = workspace.connection();
    String who =
        switch (connection.kind()) {
          case PROFILE -> Messages.text("shell.where.profile", connection.profile());
          case ENDPOINT -> Messages.text("shell.where.endpoint", connection.endpoint());
          case SANDBOX -> Messages.text("shell.where.sandbox");
        };
    return Messages.text("shell.where", connection.region(), who);
  }

  static String environment(Environment environment) {
    return Messages.text("shell.environment." + environment.name().toLowerCase(Locale.ROOT));
  }

  private static String tableOf(Tab tab) {
    return tab.destination() instanceof Destination.Table(String table, _) ? table : "";
  }

  @Override
  public void open(String table) {
    workspace.open(Destination.items(table));
  }

  @Override
  public void fold(SidebarRow.Section section) {
    model.toggleFold(section);
  }

  @Override
  public void refresh() {
    workspace.tables().reload();
  }

  @Override
  public Node writing(Node control) {
    return workspace.desk().writing(control);
  }

  @Override
  public void create() {
    workspace.open(new Destination.CreateTable());
  }
}
