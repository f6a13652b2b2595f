package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.RowText;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.CellRange;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.rows.StagedRows;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Puts rows into text for the clipboard, and says what was copied.
final class Copying {
  /// The forms that rows are copied in.
  enum Form {
    JSON,
    DYNAMO_JSON,
    CSV,
    SPREADSHEET
  }

  private final StagedRows rows;
  private final ColumnsViewModel columns;
  private final Work work;
  private final Consumer<String> clipboard;
  private final Consumer<String> said;

  Copying(
      StagedRows rows,
      ColumnsViewModel columns,
      Work work,
      Consumer<String> clipboard,
      Consumer<String> said) {
    this.rows = rows;
    this.columns = columns;
    this.work = work;
    this.clipboard = clipboard;
    this.said = said;
  }

  void cell(int position, GridColumn column) {
    Attr value = rows.item(position).get(column.path());
    clipboard.accept(value == null ? "" : RowText.cell(value));
    said.accept(Messages.text("items.copied.cell", column.name()));
  }

  /// @param positions the rows, of which the columns shown are copied where the form has columns
  void rows(Form form, int[] positions) {
    int[] chosen = positions.clone();
    List<RowText.Field> fields = fields(columns.shown());
    copy(
        items -> text(form, fields, items),
        chosen,
        Messages.text("items.copied.rows", chosen.length));
  }

  /// Copies a rectangle so that it pastes into the cells of a spreadsheet.
  ///
  /// @param within the columns of the rectangle
  /// @param named whether their names stand above
  void range(CellRange range, List<GridColumn> within, boolean named) {
    List<RowText.Field> fields = fields(within);
    copy(
        items -> named ? RowText.tsv(fields, items) : RowText.cells(fields, items),
        IntStream.rangeClosed(range.firstRow(), range.lastRow()).toArray(),
        Messages.text("items.copied.cells", range.rows(), range.columns()));
  }

  private void copy(Function<Iterable<Item>, String> write, int[] chosen, String done) {
    Function<Integer, Item> item = rows.reading();
    work.read(
        Messages.text("items.copying", chosen.length),
        _ -> write.apply(() -> IntStream.of(chosen).boxed().map(item).iterator()),
        (Outcome<String> outcome) -> {
          switch (outcome) {
            case Outcome.Done<String>(String text) -> {
              clipboard.accept(text);
              said.accept(done);
            }
            case Outcome.Failed<String>(Problem why) -> said.accept(why.title());
            case Outcome.Cancelled<String> _ -> {}
          }
        });
  }

  private static List<RowText.Field> fields(List<GridColumn> columns) {
    return columns.stream().map(column -> new RowText.Field(column.name(), column.path())).toList();
  }

  private static String text(Form form, List<RowText.Field> names, Iterable<Item> items) {
    return switch (form) {
      case JSON -> RowText.json(items);
      case DYNAMO_JSON -> RowText.dynamoJson(items);
      case CSV -> RowText.csv(names, items);
      case SPREADSHEET -> RowText.tsv(names, items);
    };
  }
}
