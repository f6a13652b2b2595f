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
        // More than the window holds, so that both scroll bars are there.
        for (int i = 0; i < 20; i++) {
          grid.columns().add(new GridColumn("more" + i, AttrType.S, false));
        }
        grid.setRows(this);
      });
      Ui.pulse();
      // In one turn of the FX thread, so that no focus or mouse event can draw in between.
      Ui.run(() -> {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        stage.getScene().getRoot().layout();
        assertThat(grid.isNeedsLayout()).as("the grid is at rest").isFalse();
        int read = asked;
        long painted = grid.paintNanos();
        append(grid, 900);
        stage.getScene().getRoot().layout();
        assertThat(grid.paintNanos()).as("not drawn for one append").isEqualTo(painted);

        append(grid, 950);
        grid.footerProperty().set("Reading…");
        append(grid, 999);
        stage.getScene().getRoot().layout();
        assertThat(grid.paintNanos()).as("nor for several in a frame").isEqualTo(painted);

        double left = grid.cellBounds(0, 0).getMinX();
        for (int more : new int[] {5_300, 120_000, 1_000_000}) {
          append(grid, more);
          stage.getScene().getRoot().layout();
        }
        assertThat(grid.paintNanos()).as("nor for longer row numbers").isEqualTo(painted);
        assertThat(grid.cellBounds(0, 0).getMinX()).isEqualTo(left);
        assertThat(asked).as("values in sight were not read again").isEqualTo(read);

        grid.scrollBy(0, 28);
        stage.getScene().getRoot().layout();
        assertThat(grid.isNeedsLayout()).as("laid out once").isFalse();
        assertThat(grid.cellBounds(1, 0).getMinX()).as("room for them").isGreaterThan(left + 20);
        painted = grid.paintNanos();

        append(grid, 1_000_100);
        grid.requestLayout();
        append(grid, 1_000_200);
        stage.getScene().getRoot().layout();
        assertThat(grid.paintNanos()).as("drawn for a change in sight").isNotEqualTo(painted);
        count = 900;
        grid.rowsChanged();
      });
      Ui.pulse();
      int before = asked;

      Ui.run(() -> grid.scrollTo(899));
      Ui.pulse();
      assertThat(Ui.onFx(() -> grid.cellBounds(899, 0))).isNotNull();
      assertThat(asked).isGreaterThan(before);

      int atTheEnd = asked;
      Ui.run(() -> append(grid, 910));
      Ui.pulse();
      assertThat(asked).as("rows that come into sight are drawn").isGreaterThan(atTheEnd);
    } finally {
      Ui.hide(stage);
    }
  }

  private void append(DataGrid grid, int rows) {
    count = rows;
    grid.rowsAppended();
  }
}
