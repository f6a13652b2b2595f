package dev.sortkey.ui.kit.grid;

/// A place in a [DataGrid], by the indexes of its row and column.
public record Cell(int row, int column) {}
