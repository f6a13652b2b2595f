package dev.sortkey.ui.kit.grid;

/// A rectangle of cells in a [DataGrid], by the indexes of its rows and columns, all of them within
/// it.
public record CellRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {
  /// The smallest rectangle with both cells in it.
  public static CellRange between(Cell one, Cell other) {
    return new CellRange(
        Math.min(one.row(), other.row()),
        Math.max(one.row(), other.row()),
        Math.min(one.column(), other.column()),
        Math.max(one.column(), other.column()));
  }

  public int rows() {
    return lastRow - firstRow + 1;
  }

  public int columns() {
    return lastColumn - firstColumn + 1;
  }

  /// Whether it is no more than one cell.
  public boolean single() {
    return rows() == 1 && columns() == 1;
  }

  public boolean contains(Cell cell) {
    return contains(cell.row(), cell.column());
  }

  boolean contains(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}
