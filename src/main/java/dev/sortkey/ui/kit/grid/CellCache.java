package dev.sortkey.ui.kit.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cells in view made ready, so that a frame only decodes those that came into view.
final class CellCache {
  private final Map<Integer, @Nullable CellView[]> rows = new HashMap<>();

  CellView get(GridRows source, List<GridColumn> columns, int row, int column) {
    @Nullable CellView[] cells =
        rows.computeIfAbsent(row, _ -> new @Nullable CellView[columns.size()]);
    CellView cell = cells[column];
    if (cell == null) {
      GridColumn of = columns.get(column);
      cell = CellView.of(source.value(row, of), of.type());
      cells[column] = cell;
    }
    return cell;
  }

  /// Forgets rows that went out of view.
  void keep(int first, int end) {
    if (rows.size() > (end - first) * 2 + 16) {
      rows.keySet().removeIf(row -> row < first || row >= end);
    }
  }

  void clear() {
    rows.clear();
  }
}
