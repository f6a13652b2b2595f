package dev.sortkey.ui.snapshots;

import dev.sortkey.core.snapshot.Manifest;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.snapshots.SnapshotRow.Running;
import dev.sortkey.ui.work.Job;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The rows of the snapshots, as high as they need up to a dozen.
final class SnapshotList {
  private static final double ROW = 28;
  private static final int MOST_ROWS = 12;

  /// What the row's buttons do.
  interface Acts {
    void verify(Snapshot snapshot);

    void restore(Snapshot snapshot);

    void details(Snapshot snapshot);

    void cancel(SnapshotRow row);

    void menu(SnapshotRow row, Node near);
  }

  private SnapshotList() {}

  static TableView<SnapshotRow> of(SnapshotsViewModel model, Acts acts) {
    var table = new TableView<SnapshotRow>(model.rows());
    table.setId("snapshots");
    table.setAccessibleText(Messages.text("snapshots.title"));
    table.getStyleClass().addAll("sk-table", "sk-plain");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    var height =
        Bindings.createDoubleBinding(
            () -> ROW * (Math.min(MOST_ROWS, model.rows().size()) + 1) + 1, model.rows());
    table.prefHeightProperty().bind(height);
    table.minHeightProperty().bind(height);
    boolean all = model.table() == null;
    column(table, "name", all ? 208 : 224, "sk-first-column", row -> name(row));
    if (all) {
      column(table, "table", 144, null, row -> mono(row.table()));
    }
    column(table, "checked", all ? 160 : 168, null, SnapshotList::checked);
    column(
        table,
        "taken",
        140,
        null,
        row ->
            mono(row.snapshot() == null ? "…" : Times.minute(row.snapshot().manifest().started())));
    column(
        table,
        "items",
        84,
        "sk-number-column",
        row ->
            mono(row.snapshot() == null ? "…" : Figures.count(row.snapshot().manifest().items())));
    column(
        table,
        "size",
        84,
        "sk-number-column",
        row -> mono(row.snapshot() == null ? "…" : Figures.bytes(row.snapshot().bytes())));
    column(table, null, all ? 180 : 300, "sk-last-column", row -> actions(row, acts));
    return table;
  }

  private static void column(
      TableView<SnapshotRow> table,
      @Nullable String key,
      double width,
      @Nullable String style,
      Function<SnapshotRow, Node> node) {
    var column =
        new TableColumn<SnapshotRow, SnapshotRow>(
            key == null ? "" : Messages.text("snapshots.column." + key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add(style == null ? "sk-text-column" : style);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable SnapshotRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : node.apply(row));
          }
        });
    table.getColumns().add(column);
  }

  private static Label mono(String text) {
    return Controls.label(text, "sk-mono");
  }

  private static Node name(SnapshotRow row) {
    Label name = mono(row.name());
    Snapshot snapshot = row.snapshot();
    if (snapshot != null) {
      name.setTooltip(new Tip(origin(snapshot.manifest()) + "\n" + snapshot.root()));
    }
    return name;
  }

  static String origin(Manifest manifest) {
    Manifest.Origin origin = manifest.origin();
    return origin == null
        ? Messages.text("snapshots.origin.export")
        : Messages.text("snapshots.origin", origin.connection(), origin.region());
  }

  private static Node checked(SnapshotRow row) {
    Running running = row.running();
    if (running != null) {
      return doing(running);
    }
    return switch (row.snapshot() == null ? null : row.snapshot().check()) {
      case Snapshot.Check.Verified(var at) -> {
        Label label =
            state(
                Messages.text(
                    "snapshots.verified", row.snapshot().manifest().checksum().algorithm()),
                Feather.SHIELD,
                "sk-success");
        label.setTooltip(new Tip(Messages.text("snapshots.verified.at", Times.minute(at))));
        yield label;
      }
      case Snapshot.Check.Differs(var _, var faults) -> {
        Label label =
            state(
                Messages.text("snapshots.differs", faults.size()),
                Feather.ALERT_TRIANGLE,
                "sk-danger");
        label.setTooltip(new Tip(String.join("\n", faults)));
        yield label;
      }
      case Snapshot.Check.NotYet _ ->
          state(Messages.text("snapshots.not-verified"), Feather.INFO, "sk-off");
      case null -> Controls.label("");
    };
  }

  private static Label state(String text, Feather icon, String colour) {
    Label label = Controls.label(text, "sk-snapshot-state", colour);
    label.setGraphic(Icons.small(icon));
    return label;
  }

  private static Label doing(Running running) {
    String key = "snapshots.doing." + running.doing().name().toLowerCase(Locale.ROOT);
    Label label = state("", Feather.ROTATE_CW, "sk-running");
    Job job = running.job();
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    job.cancellingProperty().get()
                        ? Messages.text("snapshots.stopping")
                        : Messages.text(key, (long) (100 * Math.max(0, share(job)))),
                job.doneProperty(),
                job.totalProperty(),
                job.cancellingProperty()));
    return label;
  }

  /// Negative while nothing is known.
  private static double share(Job job) {
    long total = job.totalProperty().get();
    return total <= 0 ? -1 : Math.min(1, job.doneProperty().get() / (double) total);
  }

  private static Node actions(SnapshotRow row, Acts acts) {
    if (row.running() != null) {
      return progress(row, acts);
    }
    Snapshot snapshot = row.snapshot();
    if (snapshot == null) {
      return new HBox();
    }
    Button link =
        switch (snapshot.check()) {
          case Snapshot.Check.Verified _ -> link("restore", snapshot, acts::restore);
          case Snapshot.Check.NotYet _ -> link("verify", snapshot, acts::verify);
          case Snapshot.Check.Differs _ -> link("show", snapshot, acts::details);
        };
    Button more =
        Controls.icon(
            Feather.MORE_HORIZONTAL, Messages.text("snapshots.more", snapshot.name()), null);
    more.getStyleClass().add("sk-small");
    more.setFocusTraversable(false);
    more.setOnAction(_ -> acts.menu(row, more));
    var box = new HBox(4, link, more);
    box.setAlignment(Pos.CENTER_RIGHT);
    return box;
  }

  private static Button link(String word, Snapshot snapshot, Consumer<Snapshot> action) {
    String text = Messages.text("snapshots.act." + word);
    Button link = Controls.flat(text, null, null);
    link.getStyleClass().addAll("sk-link", "sk-small");
    link.setAccessibleText(text + " " + snapshot.name());
    link.setFocusTraversable(false);
    link.setOnAction(_ -> action.accept(snapshot));
    return link;
  }

  private static Node progress(SnapshotRow row, Acts acts) {
    Job job = row.running().job();
    var bar = new ProgressBar();
    bar.getStyleClass().add("sk-snapshot-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(row.name());
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> share(job), job.doneProperty(), job.totalProperty()));
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = Controls.flat(Messages.text("snapshots.cancel"), null, null);
    cancel.getStyleClass().addAll("sk-link", "sk-small");
    cancel.setAccessibleText(Messages.text("snapshots.cancel") + " " + row.name());
    cancel.setFocusTraversable(false);
    cancel.disableProperty().bind(job.cancellingProperty());
    cancel.setOnAction(_ -> acts.cancel(row));
    var box = new HBox(8, bar, cancel);
    box.setAlignment(Pos.CENTER_RIGHT);
    return box;
  }
}
