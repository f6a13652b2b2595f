package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.Layouts;
import dev.sortkey.store.Layouts.Layout;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Desk;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Remembers how the person arranged the columns: those of the table, and those of each entity that
/// was arranged while it was shown alone.
final class ColumnMemory {
  private final Desk desk;
  private final String table;
  private final ColumnsViewModel columns;
  private final DataGrid grid;

  /// What is remembered here, also while it is still being written.
  private Layouts layouts;

  private @Nullable String entity;

  ColumnMemory(Desk desk, String table, ColumnsViewModel columns, DataGrid grid) {
    this.desk = desk;
    this.table = table;
    this.columns = columns;
    this.grid = grid;
    layouts = desk.store().layouts().get();
    recall();
    columns.onArranged(this::remember);
    grid.onWidthsChanged(_ -> remember());
  }

  /// Arranges the columns as they were for these entities: one has its own arrangement, any other
  /// number that of the table.
  void show(Set<String> entities) {
    String next = entities.size() == 1 ? entities.iterator().next() : null;
    if (!Objects.equals(next, entity)) {
      entity = next;
      recall();
    }
  }

  /// An entity keeps its columns under another name.
  void renamed(String before, String after) {
    layouts = layouts.renamed(connection(), table, before, after);
    entity = before.equals(entity) ? after : entity;
    write(now -> now.renamed(connection(), table, before, after));
  }

  private void recall() {
    Layout layout = layouts.of(connection(), table, entity);
    columns.recall(layout);
    grid.setWidths(layout.widths());
  }

  private void remember() {
    Layout layout = columns.layout(grid.widths());
    String of = entity;
    layouts = layouts.with(connection(), table, of, layout);
    write(now -> now.with(connection(), table, of, layout));
  }

  private void write(UnaryOperator<Layouts> change) {
    desk.work()
        .write(
            Messages.text("items.remembering"),
            _ -> {
              desk.store().layouts().update(change);
              return true;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
                desk.workbench().toast(why);
              }
            });
  }

  private String connection() {
    return desk.session().connection().id();
  }
}
