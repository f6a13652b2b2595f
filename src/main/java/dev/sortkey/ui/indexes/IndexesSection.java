package dev.sortkey.ui.indexes;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The indexes page: a table's global indexes, which come and go, and its local ones, which stay.
public final class IndexesSection implements Section {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Desk desk;
  private final IndexesViewModel model;
  private final VBox root = new VBox();
  private final Card global = new Card(Messages.text("indexes.global"));
  private final Card local = new Card(Messages.text("indexes.local"));
  private final IndexRows globalRows;
  private final IndexRows localRows;
  private final Button create =
      Controls.primary(Messages.text("indexes.create"), Feather.PLUS, null);
  private final HBox createFrame = new HBox(create);
  private final Node createPlace;
  private final Tooltip whyNot = new Tip();

  public IndexesSection(Desk desk, String table) {
    this(desk, table, EVERY);
  }

  IndexesSection(Desk desk, String table, Duration every) {
    this.desk = desk;
    this.model =
        new IndexesViewModel(desk.session().admin(), desk.tables(), desk.work(), table, every);
    this.globalRows = new IndexRows(model, this::provision, this::delete, desk::writing);
    this.localRows = new IndexRows(model, this::provision, this::delete, desk::writing);
    createFrame.setAlignment(Pos.CENTER);
    this.createPlace = desk.writing(createFrame);
    create.setId("create-index");
    create.setOnAction(_ -> create());
    var banner = new ProblemBanner(this::remedy);
    model.problemProperty().addListener((_, _, now) -> banner.show(now));
    var cards = new VBox(global, local);
    cards.getStyleClass().add("sk-cards");
    var scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.getChildren().addAll(banner, scroll);
    model.schemaProperty().subscribe(_ -> show());
  }

  private void show() {
    List<Index> globals = model.indexes(Index.Kind.GSI);
    List<Index> locals = model.indexes(Index.Kind.LSI);
    global.setFacts(
        count("indexes-global-count", globals.size(), TableRules.MOST_GSIS),
        Controls.label(Messages.text("indexes.global.hint"), "sk-secondary"));
    local.setFacts(
        count("indexes-local-count", locals.size(), TableRules.MOST_LSIS),
        Controls.label(Messages.text("indexes.local.hint"), "sk-secondary"));
    if (globals.isEmpty()) {
      global.setContent(
          new EmptyState(
              Feather.LAYERS,
              Messages.text("indexes.none"),
              Messages.text("indexes.none.detail"),
              null));
    } else {
      globalRows.show(globals);
      global.setContent(globalRows);
    }
    if (locals.isEmpty()) {
      Label none = Controls.label(Messages.text("indexes.local.none"), "sk-secondary");
      none.getStyleClass().add("sk-card-note");
      local.setContent(none);
    } else {
      localRows.show(locals);
      local.setContent(localRows);
    }
    allow(globals.size());
    global.setActions(createPlace);
  }

  private static Label count(String id, int now, int most) {
    Label count = Controls.label(Messages.text("indexes.of", now, most), "sk-pill");
    count.setId(id);
    count.setMinWidth(Label.USE_PREF_SIZE);
    return count;
  }

  /// A disabled button shows no tooltip of its own, so its frame does.
  private void allow(int globals) {
    Optional<String> why =
        globals >= TableRules.MOST_GSIS
            ? Optional.of(Messages.text("indexes.wait.full", TableRules.MOST_GSIS))
            : model.waiting();
    create.setDisable(why.isPresent());
    Tooltip.uninstall(createFrame, whyNot);
    why.ifPresent(words -> {
      whyNot.setText(words);
      Tooltip.install(createFrame, whyNot);
    });
  }

  private void create() {
    TableSchema table = model.schemaProperty().get();
    if (table != null) {
      desk.workbench()
          .showDialog(
              new NewIndexDialog(
                  new NewIndexViewModel(table), model, () -> desk.workbench().closeDialog()));
    }
  }

  private void delete(Index index) {
    var dialog = new DeleteIndexDialog(index, model, () -> desk.workbench().closeDialog());
    desk.workbench().showDialog(dialog);
  }

  private void provision(Index index) {
    var dialog = new UnitsDialog(index, model, () -> desk.workbench().closeDialog());
    desk.workbench().showDialog(dialog);
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.refresh();
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void shown() {
    model.refresh();
    create.requestFocus();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void closed() {
    model.close();
  }
}
