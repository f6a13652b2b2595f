package dev.sortkey.ui.shell;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Tables;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws one line of the sidebar: a table with its count and key, or the head of a section.
final class SidebarCell extends ListCell<SidebarRow> {
  /// What the cells ask of the sidebar.
  interface Actions {
    void open(String table);

    void fold(SidebarRow.Section section);

    void refresh();

    void create();

    /// The control, disabled and explained while nothing may be written.
    Node writing(Node control);
  }

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final ObservableValue<String> current;
  private final Label name = Controls.label("", "sk-table-name");
  private final Label count = Controls.label("", "sk-count");
  private final Label keys = Controls.label("", "sk-table-keys");
  private final Region bar = new Region();
  private final StackPane table = new StackPane();
  private final FontIcon chevron = Icons.small(Feather.CHEVRON_DOWN);
  private final Label section = Controls.label("", "sk-heading-name");
  private final Label sectionCount = Controls.label("", "sk-count");
  private final Button refresh;
  private final Button create;
  private final HBox heading = new HBox(6);

  /// @param current the table of the tab in front, or an empty string
  SidebarCell(Actions actions, ObservableValue<String> current) {
    this.current = current;
    getStyleClass().add("sk-sidebar-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    refresh =
        Controls.icon(
            Feather.ROTATE_CW,
            Messages.text("shell.tables.refresh"),
            Shortcut.REFRESH_TABLES.keys());
    refresh.setId("tables-refresh");
    refresh.setOnAction(_ -> actions.refresh());
    create = Controls.icon(Feather.PLUS, Messages.text("shell.tables.create"), null);
    create.setId("tables-create");
    create.setOnAction(_ -> actions.create());
    buildTable();
    buildHeading(actions);
    current.subscribe(this::tint);
    // the menu is about the row under the pointer, also where it comes before the press
    setOnContextMenuRequested(_ -> getListView().getSelectionModel().select(getIndex()));
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        switch (getItem()) {
          case SidebarRow.Table row -> actions.open(row.entry().name());
          case SidebarRow.Heading row -> actions.fold(row.section());
          case null -> {}
        }
      }
    });
  }

  private void buildTable() {
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    count.setMinWidth(Region.USE_PREF_SIZE);
    var first = new HBox(8, name, count);
    first.setAlignment(Pos.BASELINE_LEFT);
    var lines = new VBox(1, first, keys);
    lines.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sk-current-bar");
    StackPane.setAlignment(bar, Pos.CENTER_LEFT);
    lines.getStyleClass().add("sk-table-lines");
    table.getStyleClass().add("sk-table-row");
    table.getChildren().addAll(lines, bar);
  }

  private void buildHeading(Actions actions) {
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("sk-heading");
    for (Button button : new Button[] {refresh, create}) {
      button.getStyleClass().add("sk-tiny");
      button.setFocusTraversable(false);
    }
    var buttons = new HBox(refresh, actions.writing(create));
    buttons.setAlignment(Pos.CENTER_RIGHT);
    heading.getChildren().addAll(chevron, section, sectionCount, Controls.spring(), buttons);
  }

  @Override
  protected void updateItem(@Nullable SidebarRow row, boolean empty) {
    super.updateItem(row, empty);
    setTooltip(null);
    setAccessibleText(null);
    switch (row) {
      case SidebarRow.Table(Tables.Entry entry, boolean _) when !empty -> show(entry);
      case SidebarRow.Heading head when !empty -> show(head);
      case null, default -> setGraphic(null);
    }
    tint();
  }

  private void show(SidebarRow.Heading row) {
    String title = Messages.text("shell.section." + row.section().name().toLowerCase(Locale.ROOT));
    section.setText(title);
    boolean tables = row.section() == SidebarRow.Section.TABLES;
    sectionCount.setText(tables ? Figures.count(row.count()) : "");
    chevron.setIconCode(row.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
    Controls.show(refresh.getParent(), tables);
    setAccessibleText(
        Messages.text(
            row.folded() ? "shell.section.folded" : "shell.section.open", title, row.count()));
    fix(28);
    setGraphic(heading);
  }

  private void show(Tables.Entry entry) {
    name.setText(entry.name());
    TableSchema schema = entry.schema();
    count.getStyleClass().removeAll("sk-warning-text");
    if (schema == null) {
      count.setText("");
      keys.setText(
          entry.problem() == null
              ? Messages.text("shell.table.describing")
              : entry.problem().title());
    } else {
      keys.setText(
          schema.keys().all().stream().map(KeyAttribute::name).collect(Collectors.joining(" · ")));
      boolean active = schema.active();
      count.setText(active ? Figures.shortCount(schema.itemCount()) : status(schema.status()));
      if (!active) {
        count.getStyleClass().add("sk-warning-text");
      }
    }
    String told = String.join(", ", entry.name(), count.getText(), keys.getText());
    setAccessibleText(told);
    setTooltip(new Tip(tip(entry)));
    fix(40);
    setGraphic(table);
  }

  private static String tip(Tables.Entry entry) {
    if (entry.problem() != null) {
      return entry.name() + "\n" + entry.problem().title() + " " + entry.problem().detail();
    }
    TableSchema schema = entry.schema();
    return schema == null
        ? entry.name()
        : Messages.text(
            "shell.table.tip",
            entry.name(),
            Figures.count(schema.itemCount()),
            Figures.bytes(schema.sizeBytes()));
  }

  /// CREATING becomes Creating; a status unknown here is shown as it is.
  static String status(String status) {
    String key = "shell.table.status." + status.toLowerCase(Locale.ROOT);
    return Messages.has(key) ? Messages.text(key) : status;
  }

  private void fix(double height) {
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  private void tint() {
    boolean here =
        getItem() instanceof SidebarRow.Table row && row.entry().name().equals(current.getValue());
    table.pseudoClassStateChanged(CURRENT, here);
    bar.setVisible(here);
  }
}
