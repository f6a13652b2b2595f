package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.value.Attr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How wide columns are: as the person set them, else as the first rows ask for, within limits.
final class ColumnWidths {
  static final double LEAST = 40;
  private static final double AUTO_LEAST = 72;
  private static final double AUTO_MOST = 320;
  private static final double FIT_MOST = 960;
  private static final int SAMPLE_ROWS = 200;
  private static final int SAMPLE_CELLS = 30_000;

  private final Map<String, Double> chosen = new TreeMap<>();
  private final Map<String, Sampled> sampled = new HashMap<>();
  private final ToDoubleFunction<GridColumn> header;
  private final ToDoubleFunction<CellView> cell;

  private record Sampled(double width, int rows) {}

  /// @param header the room that a column's header needs
  /// @param cell the room that a cell needs
  ColumnWidths(ToDoubleFunction<GridColumn> header, ToDoubleFunction<CellView> cell) {
    this.header = header;
    this.cell = cell;
  }

  Map<String, Double> chosen() {
    return Map.copyOf(chosen);
  }

  void setChosen(Map<String, Double> widths) {
    chosen.clear();
    chosen.putAll(widths);
  }

  void choose(String column, double width) {
    chosen.put(column, Math.max(LEAST, width));
  }

  /// As wide as the first rows need.
  void fit(GridColumn column, GridRows rows) {
    double width = header.applyAsDouble(column);
    width = Math.max(width, widest(column, rows, 0, Math.min(SAMPLE_ROWS, rows.count())));
    chosen.put(column.name(), Math.min(width, FIT_MOST));
  }

  /// The widths of all columns. Looks at rows that came since the last call until enough were seen,
  /// fewer of them when there are very many columns.
  double[] of(List<GridColumn> columns, GridRows rows) {
    int wanted = Math.min(SAMPLE_ROWS, Math.max(20, SAMPLE_CELLS / Math.max(1, columns.size())));
    int until = Math.min(rows.count(), wanted);
    double[] widths = new double[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      GridColumn column = columns.get(i);
      Double own = chosen.get(column.name());
      widths[i] = own != null ? own : sample(column, rows, until);
    }
    return widths;
  }

  private double sample(GridColumn column, GridRows rows, int until) {
    Sampled known = sampled.get(column.name());
    if (known == null) {
      known = new Sampled(header.applyAsDouble(column), 0);
    }
    if (known.rows < until) {
      double width = Math.max(known.width, widest(column, rows, known.rows, until));
      known = new Sampled(width, until);
    }
    sampled.put(column.name(), known);
    return Math.clamp(known.width, AUTO_LEAST, AUTO_MOST);
  }

  private double widest(GridColumn column, GridRows rows, int from, int until) {
    double width = 0;
    for (int row = from; row < until; row++) {
      Attr value = rows.value(row, column);
      if (value != null) {
        width = Math.max(width, cell.applyAsDouble(CellView.of(value, column.type())));
      }
    }
    return Math.ceil(width);
  }
}
