package dev.sortkey.ui.kit.grid;

import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/// What a [DataGrid] asks for when something is done to a cell.
public final class CellActions {
  private CellActions() {}

  /// Opens a menu for a cell at a point of the screen.
  @FunctionalInterface
  public interface ContextMenu {
    void open(Cell cell, double screenX, double screenY);
  }

  /// Opens a menu for a column at a point of the screen.
  @FunctionalInterface
  public interface HeaderMenu {
    void open(int column, double screenX, double screenY);
  }

  /// Puts a column in the place of another.
  @FunctionalInterface
  public interface Move {
    void move(int from, int to);
  }

  /// Shows what is in a cell, beside its place on the screen.
  @FunctionalInterface
  public interface Peek {
    void peek(Cell cell, Bounds screenBounds);
  }

  /// Begins to edit a cell where that can be done.
  @FunctionalInterface
  public interface Edit {
    /// @param typed the character that began it and is to stand in the cell, or null
    boolean edit(Cell cell, @Nullable String typed);
  }
}
