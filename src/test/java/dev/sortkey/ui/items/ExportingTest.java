package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.transfer.Export;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.workbench.Destination;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The way from the rows to the exports.
class ExportingTest {
  @Test
  void theResultOrTheChosenRowsAreTakenToTheExports() {
    try (var window = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      Ui.until(
          "rows",
          () ->
              Ui.shows(node -> node instanceof Label label && "300 items".equals(label.getText())));
      Ui.click(Ui.find("#export"));
      Ui.click(Ui.text("Export the whole result …"));
      Ui.until("opened", () -> window.opened.size() == 1);
      assertThat(window.opened.getFirst())
          .isInstanceOfSatisfying(
              Destination.Transfers.class,
              place ->
                  assertThat(place.source())
                      .isInstanceOfSatisfying(
                          Export.Source.Result.class,
                          result ->
                              assertThat(result.plan().operation())
                                  .isEqualTo(ReadPlan.Operation.SCAN)));

      var grid = (DataGrid) Ui.find("#grid");
      Ui.run(() -> grid.focusCell(0, 0));
      Ui.run(grid::requestFocus);
      Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
      Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
      Ui.press(KeyCode.CONTROL, KeyCode.E);
      Ui.click(Ui.text("Export 3 selected rows …"));
      Ui.until("opened", () -> window.opened.size() == 2);
      assertThat(((Destination.Transfers) window.opened.getLast()).source())
          .isInstanceOfSatisfying(
              Export.Source.Rows.class, rows -> assertThat(rows.items()).hasSize(3));
    }
  }
}
