package dev.sortkey.ui.tablepage;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The table's name, state and size, and what can be done with the table as a whole.
final class PageHead extends HBox {
  static final KeyCombination REFRESH =
      new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);

  private final Region dot = Controls.dot("sk-success");
  private final Label status = Controls.label("", "sk-table-status");
  private final Label facts = Controls.label("", "sk-secondary");
  private final HBox actions = new HBox(10);

  PageHead(
      TableTabViewModel model,
      Runnable reread,
      Runnable copyArn,
      Runnable code,
      Runnable purgeTable,
      Runnable deleteTable,
      ObservableBooleanValue readOnly) {
    super(10);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("sk-table-head");
    Label name = Controls.label(model.name(), "sk-page");
    name.setMinWidth(24);
    dot.getStyleClass().add("sk-small");
    var state = new HBox(6, dot, status);
    state.setAlignment(Pos.CENTER_LEFT);
    state.setMinWidth(USE_PREF_SIZE);
    facts.setMinWidth(0);
    facts.setId("facts");
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.setMinWidth(USE_PREF_SIZE);
    Button refresh = Controls.icon(Feather.REFRESH_CW, Messages.text("tablepage.refresh"), REFRESH);
    refresh.setId("refresh");
    refresh.setOnAction(_ -> reread.run());
    Button more = Controls.icon(Feather.MORE_HORIZONTAL, Messages.text("tablepage.more"), null);
    more.setId("more");
    more.setOnAction(_ ->
        menu(copyArn, code, purgeTable, deleteTable, readOnly.get()).show(more, Side.BOTTOM, 0, 2));
    var icons = new HBox(2, refresh, more);
    icons.setAlignment(Pos.CENTER);
    Label locked = Controls.label(Messages.text("tablepage.read-only"), "sk-read-only");
    locked.setId("read-only");
    locked.setGraphic(Icons.small(Feather.LOCK));
    locked.setMinWidth(USE_PREF_SIZE);
    locked.setTooltip(new Tip(Messages.text("tablepage.read-only.tip")));
    locked.visibleProperty().bind(readOnly);
    locked.managedProperty().bind(readOnly);
    getChildren().addAll(name, state, facts, Controls.spring(), locked, actions, icons);
    model.tableProperty().subscribe(this::show);
    model
        .goneProperty()
        .subscribe(gone -> {
          if (gone) {
            state("sk-danger", Messages.text("tablepage.status.gone"));
          } else {
            show(model.tableProperty().get());
          }
        });
  }

  void setActions(List<Node> nodes) {
    actions.getChildren().setAll(nodes);
  }

  private static ContextMenu menu(
      Runnable copyArn,
      Runnable code,
      Runnable purgeTable,
      Runnable deleteTable,
      boolean readOnly) {
    var arn = new MenuItem(Messages.text("tablepage.copy-arn"), Icons.of(Feather.COPY));
    arn.setOnAction(_ -> copyArn.run());
    var asCode = new MenuItem(Messages.text("tablepage.code"), Icons.of(Feather.CODE));
    asCode.setId("table-code");
    asCode.setOnAction(_ -> code.run());
    var purge = new MenuItem(Messages.text("tablepage.purge-table"), Icons.of(Feather.TRASH_2));
    purge.setId("purge-table");
    purge.setDisable(readOnly);
    purge.getStyleClass().add("sk-danger");
    purge.setOnAction(_ -> purgeTable.run());
    var delete = new MenuItem(Messages.text("tablepage.delete-table"), Icons.of(Feather.TRASH_2));
    delete.setId("delete-table");
    delete.setDisable(readOnly);
    delete.getStyleClass().add("sk-danger");
    delete.setOnAction(_ -> deleteTable.run());
    return new ContextMenu(arn, asCode, new SeparatorMenuItem(), purge, delete);
  }

  private void show(@Nullable TableSchema table) {
    Controls.show(dot, table != null);
    if (table == null) {
      return;
    }
    String word = table.status().replace('_', ' ');
    state(
        table.active() ? "sk-success" : "sk-warning",
        word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
    String kind = table.tableClass().equals("STANDARD_INFREQUENT_ACCESS") ? "ia" : "standard";
    facts.setText(
        Messages.text(
            "tablepage.facts",
            table.itemCount(),
            Figures.bytes(table.sizeBytes()),
            capacity(table.capacity()),
            Messages.text("tablepage.class." + kind)));
  }

  private static String capacity(Capacity capacity) {
    return switch (capacity) {
      case Capacity.OnDemand _ -> Messages.text("tablepage.capacity.on-demand");
      case Capacity.Provisioned(long read, long write) ->
          Messages.text("tablepage.capacity.provisioned", read, write);
    };
  }

  private void state(String colour, String word) {
    dot.getStyleClass().removeAll("sk-success", "sk-warning", "sk-danger");
    status.getStyleClass().removeAll("sk-success", "sk-warning", "sk-danger");
    dot.getStyleClass().add(colour);
    status.getStyleClass().add(colour);
    status.setText(word);
  }
}
