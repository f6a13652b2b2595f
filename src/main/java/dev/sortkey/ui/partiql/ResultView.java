package dev.sortkey.ui.partiql;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.rows.Popover;
import dev.sortkey.ui.rows.StagedBar;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the statements brought: a tab for each when there are several, its rows in a grid, and what
/// is staged for their table.
final class ResultView {
  private final Desk desk;
  private final PartiQlViewModel model;
  private final Popover popover;
  private final Map<Result, RowsView> views = new IdentityHashMap<>();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();

  /// Stands where there are no rows.
  private final DataGrid blank;

  private final StackPane place = new StackPane();
  private final VBox root;
  private final StatementTabs tabs;
  private final Label count = Controls.label("", "sk-result-count");
  private final Label figures = Controls.label("", "sk-secondary");
  private final Label failure = Controls.label("", "sk-error-text");
  private final Button more = Controls.button(Messages.text("partiql.more"), null, null);
  private @Nullable StagedBar staged;

  /// @param popover over the panel
  ResultView(Desk desk, PartiQlViewModel model, Popover popover) {
    this.desk = desk;
    this.model = model;
    this.popover = popover;
    tabs = new StatementTabs(model);
    blank = new DataGrid(desk.theme());
    blank.loadingProperty().bind(model.busyProperty());
    count.setId("partiql-count");
    failure.setWrapText(true);
    failure.setMinHeight(Label.USE_PREF_SIZE);
    failure.getStyleClass().add("sk-statement-failure");
    more.getStyleClass().add("sk-small");
    more.setId("partiql-more");
    more.setOnAction(_ -> model.more());
    var bar = new HBox(8, count, figures, Controls.spring(), more);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sk-result-bar");
    VBox.setVgrow(place, Priority.ALWAYS);
    root = new VBox(tabs, bar, failure, place);
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (staged != null) {
            staged.key(event);
          }
        });
    model.shownProperty().subscribe(_ -> draw());
    model.onGrown(this::draw);
    draw();
  }

  Node node() {
    return root;
  }

  /// True while something typed into an item would be lost.
  ReadOnlyBooleanProperty unsavedProperty() {
    return unsaved.getReadOnlyProperty();
  }

  /// Does it at once when nothing typed would be lost, else shows what and asks in place first.
  void requestLeave(Runnable then) {
    Optional<Result> typed =
        views.keySet().stream().filter(one -> views.get(one).dirtyProperty().get()).findFirst();
    if (typed.isEmpty()) {
      then.run();
    } else {
      model.shownProperty().set(typed.get());
      views.get(typed.get()).requestLeave(() -> requestLeave(then));
    }
  }

  private void draw() {
    views
        .entrySet()
        .removeIf(each -> {
          boolean gone = !model.results().contains(each.getKey());
          if (gone) {
            each.getValue().close();
          }
          return gone;
        });
    look();
    Result result = model.shownProperty().get();
    tabs.draw();
    Controls.show(failure, result != null && result.problem() != null);
    Controls.show(more, result != null && result.next() != null && !model.busyProperty().get());
    if (result == null) {
      count.setText("");
      figures.setText("");
      showStaged(null);
      showBlank("partiql.none", Feather.TERMINAL);
      return;
    }
    if (result.problem() != null) {
      failure.setText(result.problem().title() + " " + result.problem().detail());
    }
    boolean done = result.problem() == null && !result.time().isZero();
    count.setText(done ? words(result) : "");
    figures.setText(done ? figures(result) : "");
    TableSchema table = desk.tables().schema(result.table()).orElse(null);
    showStaged(table);
    if (result.rows().store().size() > 0) {
      show(view(result, table).node());
    } else if (result.problem() != null) {
      showBlank("partiql.failed", Feather.INBOX);
    } else if (!done) {
      showBlank("partiql.waiting", Feather.INBOX);
    } else {
      showBlank(result.reads() ? "partiql.nothing" : "partiql.done", Feather.INBOX);
    }
  }

  private RowsView view(Result result, @Nullable TableSchema table) {
    RowsView known = views.get(result);
    if (known != null && !known.outdated(table)) {
      known.draw();
      return known;
    }
    if (known != null) {
      known.close();
    }
    var made = new RowsView(desk, model, result, table, popover);
    views.put(result, made);
    made.dirtyProperty().subscribe(_ -> look());
    result.rows().onChanged(this::draw);
    return made;
  }

  /// Whether something typed would be lost by now.
  private void look() {
    unsaved.set(views.values().stream().anyMatch(view -> view.dirtyProperty().get()));
  }

  private void show(Node node) {
    if (!place.getChildren().contains(node)) {
      place.getChildren().setAll(node);
    }
  }

  private void showBlank(String key, Feather icon) {
    blank.placeholderProperty().set(empty(key, icon));
    show(blank);
  }

  /// Shows what is staged for a table at the foot.
  private void showStaged(@Nullable TableSchema table) {
    if (staged != null && table != null && table.name().equals(staged.table())) {
      return;
    }
    closeBar();
    if (table != null) {
      staged =
          new StagedBar(
              table,
              desk.changes().of(table.name()),
              desk.work(),
              () -> desk.workbench().open(new Destination.Review(table.name())));
      root.getChildren().add(staged);
    }
  }

  private void closeBar() {
    if (staged != null) {
      staged.close();
      root.getChildren().remove(staged);
      staged = null;
    }
  }

  private static String words(Result result) {
    return result.reads()
        ? Messages.text("items.count", result.rows().size())
        : Messages.text("partiql.written");
  }

  private static String figures(Result result) {
    String units =
        result.units() == null
            ? Messages.text("partiql.units.unknown")
            : Messages.text("partiql.units", String.format(Locale.ENGLISH, "%.1f", result.units()));
    return Messages.text("partiql.figures", units, result.time().toMillis());
  }

  private static EmptyState empty(String key, Feather icon) {
    return new EmptyState(icon, Messages.text(key), Messages.text(key + ".detail"), null);
  }

  void close() {
    views.values().forEach(RowsView::close);
    views.clear();
    closeBar();
    blank.loadingProperty().unbind();
  }
}
