package dev.sortkey.ui.items;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemsPicturesTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void thePanelIsDrawn(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = new Window(Window.sandbox(), "CustomerOrders", theme)) {
      Ui.until("first rows", () -> Ui.showsText("RCU ·"));
      window.picture("scan" + suffix);
      Ui.sees("300 items");

      var grid = (DataGrid) Ui.find("#grid");
      int items =
          Ui.onFx(() -> grid.columns().stream().map(c -> c.name()).toList().indexOf("Items"));
      Ui.run(() -> grid.focusCell(4, items));
      Ui.run(grid::requestFocus);
      Ui.press(KeyCode.SPACE);
      Ui.picture(
          Ui.find("#peek").getScene(), Path.of("target/pictures/items-popup" + suffix + ".png"));
      window.picture("peek" + suffix);
      Ui.press(KeyCode.SPACE);

      Ui.run(() -> grid.focusCell(2, 0));
      Ui.run(grid::requestFocus);
      Ui.press(KeyCode.ENTER);
      Ui.until("the editor", () -> Ui.showsText("400 KB"));
      window.picture("inspector" + suffix);
      Ui.run(grid::requestFocus);
      Ui.press(KeyCode.SHIFT, KeyCode.DELETE);
      Ui.find("#confirm-delete");
      window.picture("delete" + suffix);
      Ui.click(Ui.find("#cancel-delete"));
      Ui.click(Ui.find("#editor-close"));

      Ui.click(Ui.text("Query"));
      Ui.click(Ui.find("#run"));
      window.picture("missing" + suffix);
      Ui.fill(Ui.find("#key-OrderID"), "1001");
      Ui.click(Ui.find("#add-filter"));
      Ui.type("Sta");
      window.picture("suggest" + suffix);
      Ui.press(KeyCode.ENTER);
      window.picture("query" + suffix);
    }
  }
}
