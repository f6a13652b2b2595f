package dev.sortkey.ui.items;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The table's name, state and size, and what can be done with the table as a whole.
final class PageHead extends HBox {
  private final Region dot = Controls.dot("sk-success");
  private final Label status = Controls.label("", "sk-items-status");
  private final Label facts = Controls.label("", "sk-secondary");
  private final Button create =
      Controls.button(Messages.text("items.create"), Feather.PLUS, ItemsKeys.CREATE);

  PageHead(ItemsViewModel items, Runnable createItem, Runnable copyArn, Runnable deleteTable) {
    super(10);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("sk-items-head");
    Label name = Controls.label(items.name(), "sk-page");
    name.setMinWidth(24);
    dot.getStyleClass().add("sk-small");
    var state = new HBox(6, dot, status);
    state.setAlignment(Pos.CENTER_LEFT);
    state.setMinWidth(USE_PREF_SIZE);
    facts.setMinWidth(0);
    facts.setId("facts");
    create.setId("create-item");
    create.setOnAction(_ -> createItem.run());
    Button refresh =
        Controls.icon(Feather.REFRESH_CW, Messages.text("items.refresh"), ItemsKeys.REFRESH);
    refresh.setId("refresh");
    refresh.setOnAction(_ -> items.refresh());
    Button more = Controls.icon(Feather.MORE_HORIZONTAL, Messages.text("items.more"), null);
    more.setId("more");
    more.setOnAction(_ -> menu(copyArn, deleteTable).show(more, Side.BOTTOM, 0, 2));
    var icons = new HBox(2, refresh, more);
    icons.setAlignment(Pos.CENTER);
    getChildren().addAll(name, state, facts, Controls.spring(), create, icons);
    items.tableProperty().addListener((_, _, now) -> show(now));
    items.presenceProperty().addListener((_, _, now) -> present(now));
    show(items.tableProperty().get());
    present(items.presenceProperty().get());
  }

  private static ContextMenu menu(Runnable copyArn, Runnable deleteTable) {
    var arn = new MenuItem(Messages.text("items.copy-arn"), Icons.of(Feather.COPY));
    arn.setOnAction(_ -> copyArn.run());
    var delete = new MenuItem(Messages.text("items.delete-table"), Icons.of(Feather.TRASH_2));
    delete.setId("delete-table");
    delete.getStyleClass().add("sk-danger");
    delete.setOnAction(_ -> deleteTable.run());
    return new ContextMenu(arn, new SeparatorMenuItem(), delete);
  }

  private void present(ItemsViewModel.Presence presence) {
    create.setDisable(presence != ItemsViewModel.Presence.READY);
    if (presence == ItemsViewModel.Presence.GONE) {
      state("sk-danger", Messages.text("items.status.gone"));
    }
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
            "items.facts",
            table.itemCount(),
            Figures.bytes(table.sizeBytes()),
            Costs.capacity(table.capacity()),
            Messages.text("items.class." + kind)));
  }

  private void state(String colour, String word) {
    dot.getStyleClass().removeAll("sk-success", "sk-warning", "sk-danger");
    status.getStyleClass().removeAll("sk-success", "sk-warning", "sk-danger");
    dot.getStyleClass().add(colour);
    status.getStyleClass().add(colour);
    status.setText(word);
  }
}
