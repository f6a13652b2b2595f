package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a [DataGrid] takes its rows from; asked only for the cells in view, on the FX thread.
public interface GridRows {
  int count();

  /// The value of a cell, or null when the row lacks the attribute.
  @Nullable Attr value(int row, String attribute);

  /// The value in a column, which may lie within an attribute.
  default @Nullable Attr value(int row, GridColumn column) {
    Attr top = value(row, column.attribute());
    return top == null || !column.nested()
        ? top
        : Item.of(Map.of(column.attribute(), top)).get(column.path());
  }

  /// What is staged for the row.
  default Mark mark(int row) {
    return Mark.NONE;
  }

  /// Whether an edited row differs in this attribute; unless told, all of an edited row is tinted.
  default boolean edited(int row, String attribute) {
    return mark(row) == Mark.EDIT;
  }

  /// Whether a cell holds what the person looks for; such cells are marked, and the one with the
  /// focus more than the others.
  default boolean found(int row, GridColumn column) {
    return false;
  }

  static GridRows empty() {
    return new GridRows() {
      @Override
      public int count() {
        return 0;
      }

      @Override
      public @Nullable Attr value(int row, String attribute) {
        return null;
      }
    };
  }

  /// A staged change, shown by the row's tint and its sign in the first column.
  enum Mark {
    NONE,
    ADD,
    EDIT,
    DELETE
  }
}
