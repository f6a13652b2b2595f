package dev.sortkey.ui.items;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.ui.items.ItemsViewModel.Presence;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Section;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The items of one table: query builder, grid and inspector.
public final class ItemsSection implements Section {
  private final Desk desk;
  private final ItemsViewModel items;
  private final VBox root = new VBox();
  private final ProblemBanner banner = new ProblemBanner(this::remedy);
  private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();
  private final Button create =
      Controls.button(Messages.text("items.create"), Feather.PLUS, ItemsKeys.CREATE);
  private @Nullable ItemsBody body;
  private @Nullable ItemKey wanted;

  /// Whether the page came to the front before the table was described.
  private boolean focusWhenThere;

  public ItemsSection(Desk desk, String table) {
    this.desk = desk;
    this.items =
        new ItemsViewModel(table, desk.session(), desk.tables(), desk.work(), readLimit(desk));
    items.onRan(desk::remember);
    root.getStyleClass().add("sk-items");
    root.getChildren().add(banner);
    banner.onSignedIn(items::retry);
    create.setId("create-item");
    create.setOnAction(_ -> create());
    items.queryProperty().addListener((_, _, _) -> lay());
    items.presenceProperty().addListener((_, _, _) -> lay());
    items.problemProperty().addListener((_, _, now) -> banner.show(now));
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    lay();
    items.open();
  }

  private static ReadLimit readLimit(Desk desk) {
    var settings = desk.store().settings();
    return new ReadLimit(
        settings.get().readLimit(),
        units ->
            desk.work()
                .write(
                    Messages.text("items.remembering"),
                    _ -> {
                      settings.update(now -> now.withReadLimit(units));
                      return true;
                    },
                    outcome -> {
                      if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
                        desk.workbench().toast(why);
                      }
                    }));
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
    focusWhenThere = body == null;
    if (body != null) {
      body.focus();
    }
  }

  @Override
  public void go(Destination destination) {
    if (destination instanceof Destination.Query(String _, QuerySpec spec, boolean run)) {
      items.ask(spec, run);
    } else if (destination instanceof Destination.OneItem(String _, ItemKey key)) {
      items.ask(ofKey(key), true);
      wanted = key;
      openWanted();
    }
  }

  private static QuerySpec ofKey(ItemKey key) {
    return QuerySpec.auto(
        key.values().entrySet().stream()
            .<Condition>map(part ->
                new Condition.Compare(
                    AttrPath.of(part.getKey()), Condition.Comparison.EQ, part.getValue()))
            .toList());
  }

  /// Opens the item that was asked for, now or once the table is known.
  private void openWanted() {
    ItemKey key = wanted;
    if (key != null && body != null) {
      wanted = null;
      body.open(key);
    }
  }

  @Override
  public List<Node> actions() {
    return List.of(desk.writing(create));
  }

  @Override
  public void refresh() {
    items.refresh();
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
    create.setDisable(presence != Presence.READY);
    if (query != null && body == null && presence == Presence.READY) {
      body = new ItemsBody(desk, items, query, banner);
      body.unsaved().addListener((_, _, now) -> unsaved.set(now));
      openWanted();
    }
    Node content = body != null ? body.node() : waiting(presence);
    if (root.getChildren().contains(content)) {
      return;
    }
    VBox.setVgrow(content, Priority.ALWAYS);
    root.getChildren().clear();
    if (body == null) {
      root.getChildren().add(banner);
    }
    root.getChildren().add(content);
    if (focusWhenThere && body != null) {
      focusWhenThere = false;
      if (root.getScene() != null
          && !(root.getScene().getFocusOwner() instanceof TextInputControl)) {
        body.focus();
      }
    }
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
    if (body == null || body.covered()) {
      return;
    }
    if (ItemsKeys.RUN.match(event)) {
      items.run();
    } else if (ItemsKeys.ANYWAY.match(event)) {
      items.runAnyway();
    } else if (ItemsKeys.CODE.match(event)) {
      body.code();
    } else if (ItemsKeys.SAVE.match(event)) {
      body.save();
    } else if (ItemsKeys.WAYS.match(event)) {
      body.ways();
    } else if (ItemsKeys.SENT.match(event)) {
      body.sent();
    } else if (ItemsKeys.BULK.match(event)) {
      body.bulk();
    } else if (event.getTarget() instanceof DataGrid && ItemsKeys.PASTE.match(event)) {
      body.paste();
    } else if (ItemsKeys.CREATE.match(event)) {
      create();
    } else if (ItemsKeys.EXPORT.match(event)) {
      body.export();
    } else if (ItemsKeys.FIND.match(event)) {
      body.find();
    } else if (ItemsKeys.FIND_NEXT.match(event)) {
      body.findNext();
    } else if (ItemsKeys.FIND_PREVIOUS.match(event)) {
      body.findPrevious();
    } else if (ItemsKeys.FILTER.match(event)) {
      body.focusFilter();
    } else if (ItemsKeys.CANCEL.match(event) && items.askingProperty().get() != null) {
      items.dropAsked();
    } else if (ItemsKeys.CANCEL.match(event) && items.results().busyProperty().get()) {
      items.results().cancel();
    } else if (!ItemsKeys.CANCEL.match(event) || !body.endFind()) {
      return;
    }
    event.consume();
  }

  private void create() {
    if (body != null && !desk.refusesWrite()) {
      body.create();
    }
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      items.retry();
    } else {
      desk.workbench().remedy(remedy);
    }
  }
}
