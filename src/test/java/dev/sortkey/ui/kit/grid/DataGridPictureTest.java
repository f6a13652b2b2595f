package dev.sortkey.ui.kit.grid;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;

class DataGridPictureTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksLikeItShould(Theme theme) {
    Ui.start();
    DataGrid grid = Ui.onFx(() -> new DataGrid(new SimpleObjectProperty<>(theme)));
    Stage stage = Ui.show(grid, theme);
    Ui.run(() -> {
      grid.columns().setAll(Orders.COLUMNS);
      grid.setRows(new Orders(13, true));
      grid.footerProperty().set("End of results");
      grid.sortProperty().set(new SortRequest("OrderDate", true));
      grid.requestFocus();
      grid.focusCell(0, 4);
    });
    Ui.picture(stage.getScene(), Path.of("target/pictures/grid-few-" + theme + ".png"));
    Ui.run(() -> {
      grid.setRows(new Orders(1_000_000, false));
      grid.focusCell(500_000, 6);
      grid.loadingProperty().set(true);
    });
    Ui.until("the bar", () -> grid.lookup(".sk-loading").isVisible());
    Ui.run(() -> grid.scrollBy(230, 9));
    Ui.picture(stage.getScene(), Path.of("target/pictures/grid-many-" + theme + ".png"));
    Ui.run(() -> {
      grid.loadingProperty().set(false);
      grid.setRows(GridRows.empty());
      grid.placeholderProperty()
          .set(new EmptyState(Feather.SEARCH, "No items match", "Loosen a condition.", null));
    });
    Ui.picture(stage.getScene(), Path.of("target/pictures/grid-empty-" + theme + ".png"));
    Ui.sees("No items match");
    Ui.hide(stage);
  }
}
