package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColumnMovesTest {
  private final List<String> told = new ArrayList<>();
  private DataGrid grid;
  private GridHand hand;
  private Stage stage;

  @BeforeEach
  void open() {
    Ui.start();
    grid = Ui.onFx(() -> new DataGrid(new SimpleObjectProperty<>(Theme.LIGHT)));
    hand = new GridHand(grid);
    stage = Ui.show(grid, Theme.LIGHT);
    Ui.run(() -> {
      grid.columns().setAll(Orders.COLUMNS);
      grid.setRows(new Orders(100, false));
      grid.onSort(_ -> told.add("sort"));
      grid.onHeaderMenu((column, _, y) -> told.add("menu " + column + " at " + Math.round(y)));
    });
    Ui.pulse();
  }

  @AfterEach
  void close() {
    Ui.hide(stage);
  }

  /// As a view model would.
  private void movable() {
    Ui.run(() ->
        grid.onMove((from, to) -> {
          List<GridColumn> columns = new ArrayList<>(grid.columns());
          columns.add(to, columns.remove(from));
          grid.columns().setAll(columns);
        }));
  }

  private List<String> names() {
    return Ui.onFx(() -> grid.columns().stream().map(GridColumn::name).toList());
  }

  @Test
  void aDraggedHeaderMovesItsColumnAndDoesNotSort() {
    movable();
    hand.drag(hand.header(4), hand.header(3), hand.header(3).add(-30, 0));
    assertThat(names().subList(2, 6))
        .containsExactly("OrderDate", "Status", "TotalAmount", "Items");
    hand.drag(hand.header(2), hand.header(3), hand.header(5).add(40, 0));
    assertThat(names().subList(2, 6))
        .containsExactly("Status", "TotalAmount", "Items", "OrderDate");
    assertThat(told).isEmpty();
  }

  @Test
  void keysStayAmongThemselves() {
    movable();
    hand.drag(hand.header(4), hand.header(2), hand.header(0).add(-20, 0));
    assertThat(names().subList(0, 4))
        .containsExactly("OrderID", "CustomerID", "Status", "OrderDate");
    hand.drag(hand.header(0), hand.header(1).add(20, 0), hand.header(4));
    assertThat(names().subList(0, 3)).containsExactly("CustomerID", "OrderID", "Status");
  }

  @Test
  void aGridWhoseColumnsDoNotMoveSortsInstead() {
    hand.drag(hand.header(4), hand.header(3));
    assertThat(names()).isEqualTo(Orders.COLUMNS.stream().map(GridColumn::name).toList());
  }

  @Test
  void keysMoveTheColumnAndTheFocusGoesWithIt() {
    movable();
    hand.click(3, 4);
    Ui.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
    Ui.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
    Ui.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(names().subList(1, 4)).containsExactly("CustomerID", "Status", "OrderDate");
    assertThat(Ui.onFx(grid::focusedCell)).isEqualTo(new Cell(3, 2));
    Ui.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(Ui.onFx(grid::focusedCell)).isEqualTo(new Cell(3, 3));
  }

  @Test
  void aHeaderHasAMenu() {
    Ui.clickAt(hand.header(4), MouseButton.SECONDARY, 1);
    hand.click(3, 5);
    Ui.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(told).containsExactly("menu 4 at 14", "menu 5 at 28");
  }

  @Test
  void aColumnLooksIntoItsAttribute() {
    var path = AttrPath.parse("Items[1].ProductID");
    var column = GridColumn.at(path, AttrType.S);
    assertThat(new Orders(4, false).value(1, column)).isEqualTo(new Attr.S("P-311"));
    assertThat(new Orders(4, false).value(0, column)).isNull();
    Ui.run(() -> {
      grid.columns().add(2, column);
      grid.focusCell(1, 2);
    });
    assertThat(Ui.onFx(grid::getAccessibleText)).isEqualTo("row 2, Items[1].ProductID, P-311");
  }

  @Test
  void showsWhereTheColumnWillStand() {
    movable();
    GridHand.robot(robot -> robot.mouseMove(hand.header(5)));
    GridHand.robot(robot -> robot.mousePress(MouseButton.PRIMARY));
    GridHand.robot(robot -> robot.mouseMove(hand.header(3).add(-10, 0)));
    Ui.picture(stage.getScene(), Path.of("target/pictures/grid-move.png"));
    int line = (int) Math.round(Ui.onFx(() -> grid.cellBounds(0, 3).getMinX()));
    int accent = Ui.argb(stage.getScene(), line, 300);
    GridHand.robot(robot -> robot.mouseRelease(MouseButton.PRIMARY));
    assertThat(Ui.argb(stage.getScene(), line, 300)).isNotEqualTo(accent);
  }
}
