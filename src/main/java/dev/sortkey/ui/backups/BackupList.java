package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The rows of the backups, as high as they need up to a dozen.
final class BackupList {
  private static final double ROW = 28;
  private static final int MOST_ROWS = 12;

  private BackupList() {}

  static TableView<Backup> of(
      BackupsViewModel model,
      Moments moments,
      Consumer<Backup> restore,
      Function<Backup, ContextMenu> menu) {
    var table = new TableView<Backup>(model.backups());
    table.setId("backups");
    table.setAccessibleText(Messages.text("backups.aws"));
    table.getStyleClass().addAll("sk-table", "sk-plain");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    var height =
        Bindings.createDoubleBinding(
            () -> ROW * (Math.min(MOST_ROWS, model.backups().size()) + 1) + 1, model.backups());
    table.prefHeightProperty().bind(height);
    table.minHeightProperty().bind(height);
    boolean all = model.table() == null;
    column(table, "backups.column.name", 216, "sk-first-column", backup -> text(backup.name()));
    if (all) {
      column(table, "backups.column.table", 168, null, backup -> text(backup.table()));
    }
    column(table, "backups.column.status", 116, null, BackupList::status);
    column(
        table,
        "backups.column.created",
        144,
        null,
        backup -> text(moments.minute(backup.created())));
    column(
        table,
        "backups.column.size",
        84,
        "sk-number-column",
        backup -> text(backup.available() ? Figures.bytes(backup.sizeBytes()) : "…"));
    column(table, "backups.column.type", 168, null, backup -> type(backup, moments));
    column(table, null, 160, "sk-last-column", backup -> actions(backup, restore, menu));
    return table;
  }

  private static void column(
      TableView<Backup> table,
      @Nullable String key,
      double width,
      @Nullable String style,
      Function<Backup, Node> node) {
    var column = new TableColumn<Backup, Backup>(key == null ? "" : Messages.text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add(style == null ? "sk-text-column" : style);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Backup backup, boolean empty) {
            super.updateItem(backup, empty);
            setGraphic(empty || backup == null ? null : node.apply(backup));
          }
        });
    table.getColumns().add(column);
  }

  private static Label text(String text) {
    return Controls.label(text, "sk-mono");
  }

  private static Node status(Backup backup) {
    String word = word("backups.status.", backup.status());
    String colour =
        switch (backup.status()) {
          case AVAILABLE -> "sk-success";
          case CREATING -> "sk-warning";
          case DELETED, OTHER -> "sk-danger";
        };
    Label label = Controls.label(word, "sk-status-word", colour);
    label.setGraphic(
        backup.status() == Backup.Status.CREATING
            ? Icons.small(Feather.ROTATE_CW)
            : small(Controls.dot(colour)));
    return label;
  }

  private static Node small(Node dot) {
    dot.getStyleClass().add("sk-small");
    return dot;
  }

  private static Node type(Backup backup, Moments moments) {
    String type = word("backups.type.", backup.type());
    return Controls.label(
        backup.expires() == null
            ? type
            : Messages.text("backups.type.until", type, moments.day(backup.expires())),
        "sk-plain-word");
  }

  private static Node actions(
      Backup backup, Consumer<Backup> restore, Function<Backup, ContextMenu> menu) {
    if (!backup.available()) {
      var waiting = new HBox(Controls.label(Messages.text("backups.usable-soon"), "sk-secondary"));
      waiting.setAlignment(Pos.CENTER_RIGHT);
      return waiting;
    }
    Button link = Controls.flat(Messages.text("backups.restore"), null, null);
    link.getStyleClass().addAll("sk-link", "sk-small");
    link.setAccessibleText(Messages.text("backups.restore.of", backup.name()));
    link.setFocusTraversable(false);
    link.setOnAction(_ -> restore.accept(backup));
    Button more =
        Controls.icon(Feather.MORE_HORIZONTAL, Messages.text("backups.more", backup.name()), null);
    more.getStyleClass().add("sk-small");
    more.setFocusTraversable(false);
    more.setOnAction(_ -> menu.apply(backup).show(more, Side.BOTTOM, 0, 2));
    var box = new HBox(4, link, more);
    box.setAlignment(Pos.CENTER_RIGHT);
    return box;
  }

  static String word(String prefix, Enum<?> value) {
    return Messages.text(prefix + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
