package dev.sortkey.ui.rows;

import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.KeyHint;
import dev.sortkey.ui.kit.TypeBadge;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.CellText;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.kit.grid.GridRows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// What is inside a cell, in a popup beside it: a list of maps as a small table, all else as
/// readable JSON.
public final class PeekView {
  private static final int MOST_ROWS = 50;
  private static final int MOST_COLUMNS = 8;
  private static final int MOST_TEXT = 20_000;

  private final IntConsumer open;
  private final Popup popup = new Popup();
  private int row;

  /// @param open opens the row that is peeked into
  public PeekView(IntConsumer open) {
    this.open = open;
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.SPACE) {
            popup.hide();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
          }
        });
  }

  /// Shows what is in a cell, where there is something.
  public void show(DataGrid grid, GridRows rows, Cell cell) {
    Bounds bounds = grid.cellBounds(cell.row(), cell.column());
    GridColumn column = grid.columns().get(cell.column());
    Attr value = rows.value(cell.row(), column);
    if (bounds != null && value != null) {
      show(grid, column.name(), value, cell.row(), bounds);
    }
  }

  public void show(Node owner, String attribute, Attr value, int peeked, Bounds cell) {
    row = peeked;
    var scroll = new ScrollPane(content(value));
    scroll.setMaxSize(520, 320);
    scroll.setFocusTraversable(false);
    var box = new VBox(head(attribute, value), scroll);
    box.setId("peek");
    box.getStyleClass().addAll("sk-popup", "sk-peek");
    popup.getContent().setAll(box);
    popup.show(owner, cell.getMinX(), cell.getMaxY() + 2);
  }

  private void open() {
    popup.hide();
    open.accept(row);
  }

  private Node head(String attribute, Attr value) {
    Label count = Controls.label(count(value), "sk-secondary");
    Button edit = Controls.flat(Messages.text("items.peek.open"), null, EditKeys.EDIT);
    edit.getStyleClass().add("sk-small");
    edit.setFocusTraversable(false);
    edit.setOnAction(_ -> open());
    var head =
        new HBox(
            8,
            Controls.label(attribute),
            new TypeBadge(value.type()),
            count,
            Controls.spring(),
            Controls.label(Messages.text("items.peek.close"), "sk-secondary"),
            new KeyHint(EditKeys.PEEK),
            edit);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-peek-head");
    return head;
  }

  private static String count(Attr value) {
    return switch (value) {
      case Attr.L(var elements) when isTable(elements) ->
          Messages.text("items.peek.maps", elements.size());
      case Attr.L(var elements) -> Messages.text("items.peek.items", elements.size());
      case Attr.M(var fields) -> Messages.text("items.peek.fields", fields.size());
      case Attr.SS(var values) -> Messages.text("items.peek.items", values.size());
      case Attr.NS(var values) -> Messages.text("items.peek.items", values.size());
      case Attr.BS(var values) -> Messages.text("items.peek.items", values.size());
      default -> "";
    };
  }

  private static Node content(Attr value) {
    if (value instanceof Attr.L(var elements) && isTable(elements)) {
      return table(elements.stream().map(Attr.M.class::cast).limit(MOST_ROWS).toList());
    }
    String text = value instanceof Attr.S(String plain) ? plain : PlainJson.write(value, true);
    Label json =
        Controls.label(
            text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text, "sk-mono");
    json.setWrapText(value instanceof Attr.S);
    json.setMaxWidth(480);
    var box = new VBox(json);
    box.getStyleClass().add("sk-peek-text");
    return box;
  }

  private static boolean isTable(List<Attr> elements) {
    return !elements.isEmpty() && elements.stream().allMatch(Attr.M.class::isInstance);
  }

  private static Node table(List<Attr.M> maps) {
    Set<String> names = new LinkedHashSet<>();
    maps.forEach(map -> names.addAll(map.fields().keySet()));
    List<String> columns = names.stream().limit(MOST_COLUMNS).toList();
    var table = new GridPane(16, 0);
    table.getStyleClass().add("sk-peek-table");
    for (int at = 0; at < columns.size(); at++) {
      String name = columns.get(at);
      boolean numbers =
          maps.stream()
              .map(map -> map.fields().get(name))
              .allMatch(value -> value == null || value.type() == AttrType.N);
      table.add(placed(Controls.label(name, "sk-secondary"), numbers), at + 1, 0);
      for (int line = 0; line < maps.size(); line++) {
        Attr value = maps.get(line).fields().get(name);
        if (value != null) {
          CellText text = CellText.of(value);
          Label label = Controls.label((text.head() + " " + text.body()).strip(), "sk-mono");
          label.setMaxWidth(220);
          table.add(placed(label, numbers), at + 1, line + 1);
        }
      }
    }
    for (int line = 0; line < maps.size(); line++) {
      table.add(Controls.label(String.valueOf(line), "sk-mono-small"), 0, line + 1);
    }
    return table;
  }

  private static Label placed(Label label, boolean right) {
    GridPane.setHalignment(label, right ? HPos.RIGHT : HPos.LEFT);
    label.setMinHeight(24);
    return label;
  }
}
