package dev.sortkey.ui.partiql;

import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.kit.grid.GridRows;
import dev.sortkey.ui.rows.EditKeys;
import dev.sortkey.ui.rows.PeekView;
import dev.sortkey.ui.rows.Popover;
import dev.sortkey.ui.workbench.Desk;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The rows of one result in a grid, which can be edited or say why they cannot.
final class RowsView {
  private final Desk desk;
  private final Result result;
  private final @Nullable TableSchema table;
  private final DataGrid grid;
  private final @Nullable ResultEdits edits;
  private int drawn;

  RowsView(
      Desk desk,
      PartiQlViewModel model,
      Result result,
      @Nullable TableSchema table,
      Popover popover) {
    this.desk = desk;
    this.result = result;
    this.table = table;
    grid = new DataGrid(desk.theme());
    grid.setId("partiql-grid");
    grid.onNeedMore(model::more);
    grid.loadingProperty().bind(model.busyProperty());
    String refusal = result.refusal(table);
    if (table != null && refusal == null) {
      edits = new ResultEdits(desk, result, table, grid, popover);
      grid.setRows(edits.rows());
    } else {
      edits = null;
      grid.setRows(new Plain(result));
      refuse(String.valueOf(refusal));
    }
    draw();
  }

  /// Says why at each try.
  private void refuse(String why) {
    Runnable say = () -> desk.workbench().toast(why);
    var peek = new PeekView(_ -> say.run());
    grid.onPeek((cell, _) -> peek.show(grid, new Plain(result), cell));
    grid.onActivate(_ -> say.run());
    grid.onEdit((_, _) -> {
      say.run();
      return true;
    });
    grid.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (EditKeys.DELETE.match(event)) {
            say.run();
            event.consume();
          }
        });
  }

  Node node() {
    return edits == null ? grid : edits.node();
  }

  /// Whether it was made when less was known of the table.
  boolean outdated(@Nullable TableSchema now) {
    return table == null && now != null;
  }

  /// True while something typed would be lost.
  BooleanExpression dirtyProperty() {
    return edits == null ? new SimpleBooleanProperty() : edits.dirtyProperty();
  }

  void requestLeave(Runnable then) {
    if (edits == null) {
      then.run();
    } else {
      edits.requestLeave(then);
    }
  }

  /// Shows what was read or written since.
  void draw() {
    List<GridColumn> columns = columns();
    if (!columns.equals(grid.columns())) {
      grid.columns().setAll(columns);
    }
    int rows = result.rows().store().size();
    if (rows > drawn && result.rows().order() == null) {
      grid.rowsAppended();
    } else if (edits != null) {
      edits.follow();
    }
    drawn = rows;
    boolean none = result.rows().size() == 0;
    grid.placeholderProperty()
        .set(
            none
                ? new EmptyState(
                    Feather.INBOX,
                    Messages.text("partiql.nothing"),
                    Messages.text("partiql.nothing.detail"),
                    null)
                : null);
  }

  private List<GridColumn> columns() {
    Columns seen = result.rows().store().columns();
    desk.tables().saw(result.table(), seen.all().stream().map(Columns.Column::name).toList());
    List<GridColumn> columns = new ArrayList<>();
    int keys = 0;
    for (Columns.Column column : seen.all()) {
      boolean key =
          result.origin().stores(column.name()) && table != null && table.keys().has(column.name());
      columns.add(key ? keys++ : columns.size(), new GridColumn(column.name(), column.type(), key));
    }
    return columns;
  }

  void close() {
    grid.loadingProperty().unbind();
    if (edits != null) {
      edits.close();
    }
  }

  /// Rows as they were read.
  private record Plain(Result result) implements GridRows {
    @Override
    public int count() {
      return result.rows().size();
    }

    @Override
    public @Nullable Attr value(int row, String attribute) {
      return result.rows().store().get(result.rows().row(row), attribute);
    }
  }
}
