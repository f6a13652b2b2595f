package dev.sortkey.ui.snapshots;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.snapshot.Snapshots;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.editor.DifferencesDialog;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.PagePart;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The snapshots on this computer: the list, and what can be done with each.
public final class SnapshotsCard implements PagePart {
  private static final KeyCombination RESTORE = new KeyCodeCombination(KeyCode.ENTER);
  private static final KeyCombination DETAILS = new KeyCodeCombination(KeyCode.SPACE);
  private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);

  private final Desk desk;
  private final SnapshotsViewModel model;
  private final Card card = new Card(Messages.text("snapshots.title"));
  private final Label count = Controls.label("", "sk-pill");
  private final Button two = Controls.flat(Messages.text("snapshots.compare-two"), null, null);
  private final Button all = Controls.flat(Messages.text("snapshots.verify-all"), null, null);
  private final ProblemBanner banner = new ProblemBanner(this::remedy);
  private final VBox notes = new VBox();
  private final StackPane body = new StackPane();
  private final TableView<SnapshotRow> list;
  private @Nullable String chosen;

  /// @param table null for the snapshots of all tables
  public SnapshotsCard(Desk desk, @Nullable String table) {
    this(desk, new SnapshotsViewModel(desk, InstantSource.system(), table));
  }

  SnapshotsCard(Desk desk, SnapshotsViewModel model) {
    this.desk = desk;
    this.model = model;
    this.list = SnapshotList.of(model, new RowActs());
    card.setId("snapshots-card");
    Label where =
        Controls.label(Messages.text("snapshots.about", home(model.folder())), "sk-secondary");
    where.setTooltip(new Tip("" + model.folder()));
    card.setFacts(count, where);
    Button open = Controls.flat(Messages.text("snapshots.open"), null, null);
    open.setId("open-snapshot");
    open.setTooltip(new Tip(Messages.text("snapshots.open.about")));
    open.setOnAction(_ ->
        desk.workbench()
            .files()
            .folder(Messages.text("snapshots.open.title"))
            .ifPresent(model::add));
    two.setId("compare-two");
    two.setOnAction(_ -> compareTwo(null));
    all.setId("verify-all");
    all.setOnAction(_ -> model.verifyAll());
    Button take = Controls.button(Messages.text("snapshots.take"), Feather.CAMERA, null);
    take.setId("take-snapshot");
    take.setOnAction(_ -> take());
    card.setActions(open, two, all, take);
    card.setContent(banner, notes, body);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    list.setContextMenu(menu());
    model.problemProperty().subscribe(banner::show);
    model.findingProperty().subscribe(_ -> lay());
    model.loadedProperty().subscribe(_ -> lay());
    model
        .rows()
        .addListener(
            (ListChangeListener<SnapshotRow>)
                _ -> {
                  lay();
                  chooseAgain();
                });
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> chosen = row == null ? chosen : row.name());
    model.leftovers().addListener((ListChangeListener<Snapshots.Leftover>) _ -> lay());
    model.faults().addListener((ListChangeListener<String>) _ -> lay());
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void refresh() {
    model.reload();
  }

  @Override
  public void closed() {
    model.close();
  }

  /// The person's own folder written short, as in a terminal.
  static String home(Path folder) {
    String home = System.getProperty("user.home");
    String path = folder.toString();
    return path.startsWith(home) ? "~" + path.substring(home.length()) : path;
  }

  /// The rows are new ones each time that something about them changes.
  private void chooseAgain() {
    for (SnapshotRow row : model.rows()) {
      if (row.name().equals(chosen)) {
        list.getSelectionModel().select(row);
      }
    }
  }

  private void lay() {
    count.setText(String.valueOf(model.rows().size()));
    Controls.show(count, model.loadedProperty().get());
    two.setDisable(model.all().isEmpty());
    all.setDisable(model.rows().isEmpty());
    notes.getChildren().clear();
    Finding finding = model.findingProperty().get();
    if (finding != null) {
      notes.getChildren().add(note(finding));
    }
    if (!model.leftovers().isEmpty()) {
      notes.getChildren().add(leftovers());
    }
    model
        .faults()
        .forEach(
            fault -> notes.getChildren().add(strip(Feather.ALERT_TRIANGLE, fault, "sk-warning")));
    if (model.rows().isEmpty()) {
      String key = model.table() == null ? "snapshots.none.all" : "snapshots.none";
      body.getChildren()
          .setAll(
              new EmptyState(
                  Feather.CAMERA,
                  Messages.text(model.loadedProperty().get() ? key : "snapshots.reading"),
                  Messages.text("snapshots.none.detail"),
                  null));
    } else {
      body.getChildren().setAll(list);
    }
  }

  private static HBox strip(Feather icon, String text, String colour, Node... actions) {
    Label words = Controls.label(text);
    words.setWrapText(true);
    words.setMinWidth(0);
    var strip = new HBox(8, Icons.of(icon), words, Controls.spring());
    strip.getChildren().addAll(actions);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().addAll("sk-snapshot-note", colour);
    return strip;
  }

  private Node note(Finding finding) {
    Button show = link("snapshots.act.show", "finding-show", () -> show(finding));
    Button away = Controls.icon(Feather.X, Messages.text("snapshots.finding.away"), null);
    away.setOnAction(_ -> model.findingProperty().set(null));
    boolean quiet = finding instanceof Finding.Compared && finding.good();
    HBox strip =
        strip(
            finding.good() ? Feather.CHECK : Feather.ALERT_TRIANGLE,
            finding.sentence(),
            finding.good() ? "sk-success" : "sk-warning",
            quiet ? new Node[] {away} : new Node[] {show, away});
    strip.setId("snapshot-finding");
    return strip;
  }

  private void show(Finding finding) {
    desk.workbench()
        .showDialog(
            switch (finding) {
              case Finding.Compared compared ->
                  new DifferencesDialog(
                      compared.keys(),
                      compared.comparison(),
                      compared.left(),
                      compared.right(),
                      null,
                      desk.workbench()::closeDialog);
              case Finding.Restored restored -> new RestoreReportDialog(restored, desk);
            });
  }

  private Node leftovers() {
    long bytes = model.leftovers().stream().mapToLong(Snapshots.Leftover::bytes).sum();
    return strip(
        Feather.INFO,
        Messages.text("snapshots.leftovers", model.leftovers().size(), Figures.bytes(bytes)),
        "sk-info",
        link("snapshots.leftovers.remove", "remove-leftovers", model::discard));
  }

  private static Button link(String key, String id, Runnable action) {
    Button link = Controls.flat(Messages.text(key), null, null);
    link.setId(id);
    link.getStyleClass().addAll("sk-link", "sk-small");
    link.setOnAction(_ -> action.run());
    return link;
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.problemProperty().set(null);
      model.reload();
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  private void take() {
    desk.workbench().showDialog(new TakeDialog(desk, model));
  }

  private void restore(Snapshot snapshot) {
    if (!desk.refusesWrite()) {
      desk.workbench().showDialog(new RestoreSnapshotDialog(desk, model, snapshot));
    }
  }

  private void details(Snapshot snapshot) {
    desk.workbench().showDialog(new SnapshotDetailsDialog(snapshot, desk.workbench()));
  }

  private void delete(Snapshot snapshot) {
    desk.workbench().showDialog(new DeleteSnapshotDialog(snapshot, model, desk.workbench()));
  }

  private void compareTwo(@Nullable Snapshot first) {
    desk.workbench().showDialog(new CompareDialog(desk, model, first));
  }

  private @Nullable SnapshotRow selected() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void withIdle(Consumer<Snapshot> action) {
    SnapshotRow row = selected();
    if (row != null && row.snapshot() != null && row.running() == null) {
      action.accept(row.snapshot());
    }
  }

  private void key(KeyEvent event) {
    boolean taken = true;
    if (RESTORE.match(event)) {
      withIdle(this::restore);
    } else if (DETAILS.match(event)) {
      withIdle(this::details);
    } else if (DELETE.match(event)) {
      withIdle(this::delete);
    } else {
      taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private ContextMenu menu() {
    var restore = item("snapshots.menu.restore", RESTORE, "snapshot-restore", this::restore);
    var verify = item("snapshots.act.verify", null, "snapshot-verify", model::verify);
    var compare =
        item(
            "snapshots.menu.compare",
            null,
            "snapshot-compare",
            snapshot ->
                model.compareWithTable(
                    snapshot, model.table() == null ? snapshot.manifest().table() : model.table()));
    var other =
        item("snapshots.menu.compare-other", null, "snapshot-compare-other", this::compareTwo);
    var details = item("snapshots.menu.details", DETAILS, "snapshot-details", this::details);
    var delete = item("snapshots.menu.delete", DELETE, "snapshot-delete", this::delete);
    delete.getStyleClass().add("sk-danger");
    var menu =
        new ContextMenu(restore, verify, compare, other, details, new SeparatorMenuItem(), delete);
    menu.setOnShowing(_ -> {
      SnapshotRow row = selected();
      boolean idle = row != null && row.snapshot() != null && row.running() == null;
      menu.getItems().forEach(item -> item.setDisable(!idle));
      if (idle) {
        delete.setText(
            Messages.text(
                row.snapshot().owned() ? "snapshots.menu.delete" : "snapshots.menu.forget"));
        compare.setText(
            Messages.text(
                "snapshots.menu.compare", model.table() == null ? row.table() : model.table()));
      }
    });
    return menu;
  }

  private MenuItem item(
      String key, @Nullable KeyCombination keys, String id, Consumer<Snapshot> action) {
    var item = new MenuItem(Messages.text(key, ""));
    item.setAccelerator(keys);
    item.setId(id);
    item.setOnAction(_ -> withIdle(action));
    return item;
  }

  private final class RowActs implements SnapshotList.Acts {
    @Override
    public void verify(Snapshot snapshot) {
      model.verify(snapshot);
    }

    @Override
    public void restore(Snapshot snapshot) {
      SnapshotsCard.this.restore(snapshot);
    }

    @Override
    public void details(Snapshot snapshot) {
      SnapshotsCard.this.details(snapshot);
    }

    @Override
    public void cancel(SnapshotRow row) {
      model.cancel(row);
    }

    @Override
    public void menu(SnapshotRow row, Node near) {
      list.getSelectionModel().select(row);
      SnapshotsCard.this.menu().show(near, Side.BOTTOM, 0, 2);
    }
  }
}
