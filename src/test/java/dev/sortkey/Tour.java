package dev.sortkey;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;

/// What the tours of screenshots have in common.
abstract class Tour {
  AppDriver app;
  String theme;

  /// Waits until the grid has read what is asked for and says so in just these words.
  final void rows(String count) {
    Ui.until(
        count,
        () ->
            app.idle()
                && Ui.anywhere("#count") instanceof Labeled shown
                && count.equals(shown.getText()));
  }

  static void clickCell(int row, int column) {
    var grid = (DataGrid) Ui.find("#grid");
    Bounds cell = Ui.onFx(() -> Ui.laidOut(grid).cellBounds(row, column));
    Ui.clickAt(new Point2D(cell.getCenterX(), cell.getCenterY()), MouseButton.PRIMARY, 1);
  }

  static void cell(int row, String column) {
    Ui.run(() -> {
      var grid = (DataGrid) Ui.anywhere("#grid");
      grid.focusCell(row, grid.columns().stream().map(c -> c.name()).toList().indexOf(column));
      grid.requestFocus();
    });
  }

  final void picture(String screen) {
    Ui.picture(app.scene(), Path.of("target/screenshots/" + screen + "-" + theme + ".png"));
  }
}
