package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RangeSelectionTest {
  private final Orders orders = new Orders(1000, false);
  private DataGrid grid;
  private GridHand hand;
  private Stage stage;

  @BeforeEach
  void open() {
    open(Theme.LIGHT);
  }

  private void open(Theme theme) {
    Ui.start();
    grid = Ui.onFx(() -> new DataGrid(new SimpleObjectProperty<>(theme)));
    hand = new GridHand(grid);
    stage = Ui.show(grid, theme);
    Ui.run(() -> {
      grid.columns().setAll(Orders.COLUMNS);
      grid.setRows(orders);
    });
    Ui.pulse();
  }

  @AfterEach
  void close() {
    Ui.hide(stage);
  }

  private @Nullable CellRange range() {
    return Ui.onFx(grid::selectedRange);
  }

  private int[] selected() {
    return Ui.onFx(grid::selectedRows);
  }

  @Test
  void shiftAndArrowsSpanARectangleThatAPlainArrowGivesUp() {
    assertThat(range()).isNull();
    hand.click(2, 3);
    assertThat(range()).isEqualTo(new CellRange(2, 2, 3, 3));
    Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
    Ui.press(KeyCode.SHIFT, KeyCode.RIGHT);
    Ui.press(KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(range()).isEqualTo(new CellRange(2, 3, 3, 5));
    assertThat(selected()).containsExactly(2, 3);
    assertThat(Ui.onFx(grid::getAccessibleText)).endsWith("2 rows by 3 columns selected");
    for (int i = 0; i < 3; i++) {
      Ui.press(KeyCode.SHIFT, KeyCode.LEFT);
      Ui.press(KeyCode.SHIFT, KeyCode.UP);
    }
    assertThat(range()).isEqualTo(new CellRange(0, 2, 2, 3));
    Ui.press(KeyCode.RIGHT);
    assertThat(range()).isEqualTo(new CellRange(0, 0, 3, 3));
    assertThat(selected()).containsExactly(0);
  }

  @Test
  void escapeKeepsTheCellAtTheEnd() {
    List<String> escapes = new ArrayList<>();
    Ui.run(() -> stage.getScene().setOnKeyPressed(event -> escapes.add(event.getCode().name())));
    hand.click(2, 3);
    Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
    escapes.clear();
    Ui.press(KeyCode.ESCAPE);
    assertThat(range()).isEqualTo(new CellRange(3, 3, 3, 3));
    assertThat(escapes).isEmpty();
    Ui.press(KeyCode.ESCAPE);
    assertThat(escapes).containsExactly("ESCAPE");
  }

  @Test
  void draggingOverCellsSpansARectangleAndOverNumbersRows() {
    hand.drag(hand.centre(5, 4), hand.centre(4, 3), hand.centre(2, 2));
    assertThat(range()).isEqualTo(new CellRange(2, 5, 2, 4));
    assertThat(selected()).containsExactly(2, 3, 4, 5);

    hand.drag(hand.number(7), hand.number(8), hand.number(9));
    assertThat(selected()).containsExactly(7, 8, 9);
    assertThat(range().single()).isTrue();
    Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(selected()).containsExactly(7, 8, 9, 10);
    assertThat(range().single()).isTrue();
  }

  @Test
  void allRowsAreNoRectangle() {
    hand.drag(hand.centre(5, 4), hand.centre(2, 2));
    Ui.press(KeyCode.CONTROL, KeyCode.A);
    assertThat(selected()).hasSize(1000);
    assertThat(range().single()).isTrue();
  }

  @Test
  void aRightClickInsideKeepsTheRectangleAndOutsideDoesNot() {
    List<Cell> menus = new ArrayList<>();
    Ui.run(() -> grid.onContextMenu((cell, _, _) -> menus.add(cell)));
    hand.drag(hand.centre(5, 4), hand.centre(2, 2));
    Ui.clickAt(hand.centre(4, 3), MouseButton.SECONDARY, 1);
    assertThat(range()).isEqualTo(new CellRange(2, 5, 2, 4));
    Ui.clickAt(hand.centre(4, 6), MouseButton.SECONDARY, 1);
    assertThat(range()).isEqualTo(new CellRange(4, 4, 6, 6));
    assertThat(menus).containsExactly(new Cell(4, 3), new Cell(4, 6));
  }

  @Test
  void itStaysWhenRowsComeAndGoesWhenTheyMove() {
    hand.drag(hand.centre(5, 4), hand.centre(2, 2));
    Ui.run(() -> {
      orders.count = 1200;
      grid.rowsAppended();
    });
    assertThat(range()).isEqualTo(new CellRange(2, 5, 2, 4));
    Ui.run(() -> grid.rowsMoved(row -> 1199 - row));
    assertThat(range().single()).isTrue();
    assertThat(selected()).containsExactly(1194, 1195, 1196, 1197);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksLikeARectangle(Theme theme) {
    close();
    open(theme);
    Ui.run(grid::requestFocus);
    hand.drag(hand.centre(5, 5), hand.centre(2, 1));
    Ui.picture(stage.getScene(), Path.of("target/pictures/grid-range-" + theme + ".png"));
  }
}
