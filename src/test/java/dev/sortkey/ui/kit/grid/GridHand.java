package dev.sortkey.ui.kit.grid;

import dev.sortkey.ui.Ui;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/// A hand with a mouse over a grid.
record GridHand(DataGrid grid) {
  Point2D centre(int row, int column) {
    Bounds at = Ui.onFx(() -> Ui.laidOut(grid).cellBounds(row, column));
    return new Point2D(at.getCenterX(), at.getCenterY());
  }

  Point2D header(int column) {
    return new Point2D(centre(0, column).getX(), 14);
  }

  Point2D number(int row) {
    return new Point2D(12, centre(row, 0).getY());
  }

  void click(int row, int column) {
    Ui.clickAt(centre(row, column), MouseButton.PRIMARY, 1);
  }

  /// Presses at the first point, moves over the others and lets go at the last.
  void drag(Point2D from, Point2D... over) {
    robot(robot -> robot.mouseMove(from));
    robot(robot -> robot.mousePress(MouseButton.PRIMARY));
    for (Point2D point : over) {
      robot(robot -> robot.mouseMove(point));
    }
    robot(robot -> robot.mouseRelease(MouseButton.PRIMARY));
  }

  static void robot(Consumer<Robot> action) {
    Ui.run(() -> action.accept(Ui.robot()));
    Ui.pulse();
  }
}
