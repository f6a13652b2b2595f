package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Rows that stream in behind what is in sight cost nothing, and are there when one goes to them.
class AppendedRowsTest implements GridRows {
  private int count = 300;
  private int asked;

  @Override
  public int count() {
    return count;
  }

  @Override
  public @Nullable Attr value(int row, String attribute) {
    asked++;
    return new Attr.S("row " + row);
  }

  @Test
  void whatIsInSightIsLeftAlone() {
    Ui.start();
    DataGrid grid = Ui.onFx(() -> new DataGrid(new SimpleObjectProperty<>(Theme.LIGHT)));
    Stage stage = Ui.show(grid, Theme.LIGHT);
    try {
      Ui.run(() -> {
        grid.columns().add(new GridColumn("id", AttrType.S, true));
        grid.setRows(this);
      });
      // In one turn of the FX thread, so that no focus or mouse event can draw in between.
      int readAgain =
          Ui.onFx(() -> {
            stage.getScene().getRoot().applyCss();
            // A bar that comes or goes in a layout asks for another one.
            for (int i = 0; i < 5; i++) {
              stage.getScene().getRoot().layout();
              grid.layout();
            }
            assertThat(grid.isNeedsLayout()).as("the grid is at rest").isFalse();
            int drawn = asked;
            count = 900;
            grid.rowsAppended();
            stage.getScene().getRoot().layout();
            return asked - drawn;
          });
      assertThat(readAgain).as("values in sight that were read again").isZero();
      int before = asked;

      Ui.run(() -> grid.scrollTo(899));
      Ui.pulse();
      assertThat(Ui.onFx(() -> grid.cellBounds(899, 0))).isNotNull();
      assertThat(asked).isGreaterThan(before);

      int atTheEnd = asked;
      Ui.run(() -> {
        count = 910;
        grid.rowsAppended();
      });
      Ui.pulse();
      assertThat(asked).as("rows that come into sight are drawn").isGreaterThan(atTheEnd);
    } finally {
      Ui.hide(stage);
    }
  }
}
