package dev.sortkey.ui.connections;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Rows that are one stop of the Tab key together: up and down move among them, Enter opens.
final class RowList extends VBox {
  /// One row, focusable as a whole.
  abstract static class Row extends VBox {
    Row() {
      setAccessibleRole(AccessibleRole.LIST_ITEM);
      setOnMousePressed(_ -> requestFocus());
    }

    /// What Enter does.
    abstract void activate();

    /// What Delete does; nothing as a rule.
    void remove() {}

    /// The buttons in the row; Tab reaches those of the current row.
    List<Button> buttons() {
      return List.of();
    }
  }

  private int current;

  RowList(String name) {
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(name);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    ListChangeListener<Node> changed = _ -> settle();
    getChildren().addListener(changed);
  }

  /// Replaces the rows that differ; the focus stays at its place.
  void setRows(List<? extends Row> rows) {
    boolean focused = isFocusWithin();
    int at = current;
    if (rows.size() == getChildren().size()) {
      for (int i = 0; i < rows.size(); i++) {
        if (getChildren().get(i) != rows.get(i)) {
          getChildren().set(i, watched(rows.get(i)));
        }
      }
    } else {
      getChildren().setAll(rows.stream().map(this::watched).toList());
    }
    current = Math.clamp(at, 0, Math.max(0, rows.size() - 1));
    settle();
    if (focused && !rows.isEmpty() && !isFocusWithin()) {
      getChildren().get(current).requestFocus();
    }
  }

  private Row watched(Row row) {
    row.focusWithinProperty()
        .subscribe(within -> {
          if (within && getChildren().contains(row)) {
            current = getChildren().indexOf(row);
            settle();
          }
        });
    return row;
  }

  private void settle() {
    for (int i = 0; i < getChildren().size(); i++) {
      boolean reachable = i == current;
      getChildren().get(i).setFocusTraversable(reachable);
      ((Row) getChildren().get(i))
          .buttons()
          .forEach(button -> button.setFocusTraversable(reachable));
    }
  }

  private void pressed(KeyEvent event) {
    Node target = event.getTarget() instanceof Node node ? node : this;
    boolean onRow = target instanceof Row;
    if (!onRow && !(target instanceof Button)) {
      return;
    }
    switch (event.getCode()) {
      case UP -> move(current - 1);
      case DOWN -> move(current + 1);
      case HOME -> move(0);
      case END -> move(getChildren().size() - 1);
      case ENTER, SPACE -> {
        if (!onRow) {
          return;
        }
        ((Row) target).activate();
      }
      case DELETE -> {
        if (!onRow) {
          return;
        }
        ((Row) target).remove();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int to) {
    if (to >= 0 && to < getChildren().size()) {
      getChildren().get(to).requestFocus();
    }
  }
}
