package dev.sortkey.ui.transfer;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.RowText;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The first rows of a file as the items that they would become.
final class ItemPreview extends VBox {
  private static final int MOST_COLUMNS = 40;
  private static final int SHOWN = 6;
  private static final double ROW = 28;
  private static final double WIDTH = 140;

  ItemPreview(List<Item> items) {
    super(6);
    getStyleClass().add("sk-transfer-form");
    var table = new TableView<Item>();
    table.setId("import-preview");
    table.getStyleClass().add("sk-table");
    table.setAccessibleText(Messages.text("transfer.import.preview"));
    table.setFixedCellSize(ROW);
    table.getItems().setAll(items);
    SequencedSet<String> names = new LinkedHashSet<>();
    items.forEach(item -> names.addAll(item.attributes().keySet()));
    names.stream().limit(MOST_COLUMNS).forEach(name -> table.getColumns().add(column(name, items)));
    double height = ROW * (Math.min(SHOWN, items.size()) + 1) + 14;
    table.setPrefHeight(height);
    table.setMinHeight(height);
    getChildren()
        .addAll(Controls.label(Messages.text("transfer.import.preview"), "sk-medium"), table);
  }

  private static TableColumn<Item, String> column(String name, List<Item> items) {
    var column = new TableColumn<Item, String>(name);
    column.setCellValueFactory(cell -> {
      Attr value = cell.getValue().get(name);
      return new ReadOnlyStringWrapper(value == null ? "" : RowText.cell(value));
    });
    items.stream()
        .map(item -> item.get(name))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(value -> {
          column.setGraphic(new TypeBadge(value.type()));
          if (value.type() == AttrType.N) {
            column.getStyleClass().add("sk-number-column");
          }
        });
    column.setPrefWidth(WIDTH);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
