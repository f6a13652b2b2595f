package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.RowText;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.items.SideBySide.Line;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.KeyHint;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.CellRange;
import dev.sortkey.ui.kit.grid.CellText;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.rows.EditKeys;
import dev.sortkey.ui.rows.PeekView;
import dev.sortkey.ui.rows.StagedRows;
import dev.sortkey.ui.workbench.Desk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One item, or some side by side, with a line for each attribute, in a grid as the rows are.
final class SideBySideDialog {
  private static final double WIDTH = 980;
  private static final double HEIGHT = 440;
  private static final double NAME_WIDTH = 220;

  /// The card's padding, the row numbers and the scroll bar.
  private static final double AROUND = 88;

  private static final double LEAST_WIDTH = 150;

  private final SideBySide lines;
  private final DataGrid grid;
  private final TextField filter = new TextField();
  private final CheckBox nested = new CheckBox(Messages.text("items.side.nested"));
  private final CheckBox differing = new CheckBox(Messages.text("items.side.differing"));
  private final Label count = Controls.label("", "sk-secondary");
  private final Consumer<String> clipboard;
  private final Consumer<String> said;

  private SideBySideDialog(
      SideBySide lines, DataGrid grid, Consumer<String> clipboard, Consumer<String> said) {
    this.lines = lines;
    this.grid = grid;
    this.clipboard = clipboard;
    this.said = said;
  }

  /// @param chosen the rows, of which the first ones are shown
  /// @param partial whether the rows may lack attributes of their items
  /// @param edit opens a row
  static void show(
      Desk desk,
      StagedRows rows,
      int[] chosen,
      boolean partial,
      Consumer<String> clipboard,
      IntConsumer edit) {
    int[] first = Arrays.copyOf(chosen, Math.min(chosen.length, SideBySide.MOST));
    List<Item> items = IntStream.of(first).mapToObj(rows::item).toList();
    var lines = new SideBySide(rows.table(), items);
    var dialog =
        new SideBySideDialog(lines, new DataGrid(desk.theme()), clipboard, desk.workbench()::toast);
    List<String> keys =
        items.stream()
            .map(item ->
                rows.table().keyOf(item).values().values().stream()
                    .map(part -> CellText.of(part).line())
                    .collect(Collectors.joining(" / ")))
            .toList();
    IntConsumer open =
        column -> {
          desk.workbench().closeDialog();
          edit.accept(first[Math.max(0, column - 1)]);
        };
    String note = partial ? Messages.text("items.side.partial") : null;
    if (first.length < chosen.length) {
      note = Messages.text("items.side.first", first.length, chosen.length);
    }
    desk.workbench().showDialog(dialog.card(keys, note, open, desk.workbench()::closeDialog));
  }

  private Node card(List<String> keys, @Nullable String note, IntConsumer open, Runnable close) {
    boolean several = keys.size() > 1;
    lay(keys);
    var peek = new PeekView(open);
    grid.onPeek((cell, bounds) -> peek(peek, cell, bounds));
    grid.onActivate(_ -> {
      Cell at = grid.focusedCell();
      open.accept(at == null ? 0 : at.column());
    });
    grid.onContextMenu(this::menu);
    grid.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (ItemsKeys.COPY.match(event)) {
            copy(false);
            event.consume();
          }
        });
    filter.setPromptText(Messages.text("items.side.filter"));
    filter.setAccessibleText(filter.getPromptText());
    filter.setId("side-filter");
    filter.textProperty().subscribe(_ -> show());
    filter.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && lines.count() > 0) {
            grid.requestFocus();
            event.consume();
          }
        });
    nested.setId("side-nested");
    nested.selectedProperty().subscribe(_ -> show());
    differing.setId("side-differing");
    differing.selectedProperty().subscribe(_ -> show());
    Controls.show(differing, several);
    count.setId("side-count");
    HBox field = Controls.searchField(filter, ItemsKeys.FIND);
    field.setPrefWidth(280);
    var bar = new HBox(16, field, nested, differing, Controls.spring(), count);
    bar.setAlignment(Pos.CENTER_LEFT);
    grid.setId("side-grid");
    grid.setPrefSize(WIDTH - 34, HEIGHT);
    grid.setMaxHeight(Double.MAX_VALUE);
    var frame = new StackPane(grid);
    frame.getStyleClass().add("sk-side-grid");
    var foot = keys();
    if (note != null) {
      foot.getChildren().addAll(Controls.spring(), Controls.label(note, "sk-secondary"));
    }
    var body = new VBox(10, bar, frame, foot);
    body.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (ItemsKeys.FIND.match(event)) {
            filter.requestFocus();
            event.consume();
          }
        });
    Button done = Controls.button(Messages.text("items.side.close"), null, ItemsKeys.CANCEL);
    done.setId("side-close");
    done.setOnAction(_ -> close.run());
    var card =
        new DialogCard(
            several
                ? Messages.text("items.side.title", keys.size())
                : Messages.text("items.side.one", keys.getFirst()),
            body,
            done);
    card.setPrefWidth(WIDTH);
    card.setId("side-by-side");
    return card;
  }

  /// What the keys do here.
  private static HBox keys() {
    var keys =
        new HBox(
            6,
            new KeyHint(EditKeys.PEEK),
            Controls.label(Messages.text("items.side.peek"), "sk-secondary"),
            new KeyHint(EditKeys.EDIT),
            Controls.label(Messages.text("items.side.open"), "sk-secondary"),
            new KeyHint(ItemsKeys.COPY),
            Controls.label(Messages.text("items.side.copies"), "sk-secondary"));
    keys.setAlignment(Pos.CENTER_LEFT);
    return keys;
  }

  private void lay(List<String> keys) {
    List<GridColumn> columns = new ArrayList<>();
    Map<String, Double> widths = new HashMap<>();
    String name = Messages.text("items.side.name");
    columns.add(new GridColumn(name, AttrType.S, false, true, AttrPath.of(SideBySide.NAME)));
    widths.put(name, NAME_WIDTH);
    double room = WIDTH - AROUND - NAME_WIDTH;
    for (int at = 0; at < keys.size(); at++) {
      String head = keys.size() == 1 ? Messages.text("items.side.value") : keys.get(at);
      // No value has the type of such a column, so that each shows its own.
      columns.add(
          new GridColumn(head, AttrType.NULL, false, false, AttrPath.of(String.valueOf(at))));
      widths.put(head, Math.max(LEAST_WIDTH, Math.floor(room / keys.size())));
    }
    grid.columns().setAll(columns);
    grid.setWidths(widths);
  }

  private void show() {
    lines.show(filter.getText(), nested.isSelected(), differing.isSelected());
    grid.setRows(lines);
    String words = Messages.text("items.side.count", lines.count(), lines.of());
    count.setText(
        lines.items().size() == 1
            ? words
            : words + " · " + Messages.text("items.side.differ", lines.differing()));
  }

  private void peek(PeekView peek, Cell cell, Bounds bounds) {
    int column = Math.max(1, cell.column());
    Line line = lines.line(cell.row());
    Attr value = line.values().get(column - 1);
    if (value != null) {
      peek.show(grid, line.path().toString(), value, column, bounds);
    }
  }

  private void menu(Cell cell, double x, double y) {
    var menu = new ContextMenu();
    CellRange range = grid.selectedRange();
    int cells = range == null ? 1 : range.rows() * range.columns();
    menu.getItems()
        .addAll(
            item("items.side.copy", cells, ItemsKeys.COPY, () -> copy(false)),
            item("items.side.copy-line", lines.items().size(), null, () -> copy(true)));
    menu.show(grid, x, y);
  }

  private static MenuItem item(
      String key, int number, @Nullable KeyCombination keys, Runnable action) {
    var item = new MenuItem(Messages.text(key, number));
    item.setAccelerator(keys);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// Copies the selected cells, or all of their lines.
  private void copy(boolean whole) {
    CellRange range = grid.selectedRange();
    if (range == null) {
      return;
    }
    int from = whole ? 0 : range.firstColumn();
    int to = whole ? grid.columns().size() - 1 : range.lastColumn();
    if (range.rows() == 1 && from == to) {
      Attr value = lines.value(range.firstRow(), grid.columns().get(from).attribute());
      clipboard.accept(value == null ? "" : RowText.cell(value));
      said.accept(
          Messages.text("items.copied.cell", lines.line(range.firstRow()).path().toString()));
      return;
    }
    List<String> columns =
        grid.columns().subList(from, to + 1).stream().map(GridColumn::attribute).toList();
    List<Item> cells = new ArrayList<>();
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      var item = new LinkedHashMap<String, Attr>();
      for (String column : columns) {
        Attr value = lines.value(row, column);
        if (value != null) {
          item.put(column, value);
        }
      }
      cells.add(new Item(item));
    }
    clipboard.accept(RowText.cells(columns.stream().map(RowText.Field::of).toList(), cells));
    said.accept(Messages.text("items.copied.cells", range.rows(), columns.size()));
  }
}
