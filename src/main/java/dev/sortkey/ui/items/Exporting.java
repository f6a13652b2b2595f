package dev.sortkey.ui.items;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.Export;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.workbench.Destination;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/// Takes a result or the chosen rows to the exports.
record Exporting(
    TableSchema table, ItemsViewModel items, Supplier<int[]> chosen, Consumer<Destination> open) {
  /// Asks whether the whole result or the chosen rows; a result is read anew, beyond what is
  /// loaded.
  void ask(Node owner) {
    ReadPlan plan = items.results().plan();
    if (plan == null) {
      return;
    }
    int[] positions = chosen.get();
    var whole = new MenuItem(Messages.text("items.export.result"), Icons.of(Feather.DOWNLOAD));
    whole.setId("export-result");
    whole.setOnAction(_ -> to(new Export.Source.Result(table, plan)));
    var rows = new MenuItem(Messages.text("items.export.rows", positions.length));
    rows.setId("export-rows");
    rows.setDisable(positions.length == 0);
    rows.setOnAction(_ -> to(new Export.Source.Rows(table, rows(positions))));
    new ContextMenu(whole, rows).show(owner, Side.BOTTOM, 0, 4);
  }

  private void to(Export.Source source) {
    open.accept(new Destination.Transfers(source));
  }

  /// The rows as they stand now, decoded when they are asked for.
  private List<Item> rows(int[] positions) {
    RowStore store = items.rows().store();
    int[] rows = IntStream.of(positions).map(items.rows()::row).toArray();
    return new AbstractList<>() {
      @Override
      public Item get(int at) {
        return store.get(rows[at]);
      }

      @Override
      public int size() {
        return rows.length;
      }
    };
  }
}
