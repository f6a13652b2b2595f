package dev.sortkey.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataGridTest {
  private final Orders orders = new Orders(1000, false);
  private DataGrid grid;
  private Stage stage;

  @BeforeEach
  void open() {
    Ui.start();
    grid = Ui.onFx(() -> new DataGrid(new SimpleObjectProperty<>(Theme.LIGHT)));
    stage = Ui.show(grid, Theme.LIGHT);
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

  @Test
  void keysMoveTheFocusAndSelect() {
    click(2, 3);
    assertThat(focus()).isEqualTo(new Cell(2, 3));
    Ui.press(KeyCode.DOWN);
    Ui.press(KeyCode.RIGHT);
    assertThat(focus()).isEqualTo(new Cell(3, 4));
    assertThat(selected()).containsExactly(3);
    Ui.press(KeyCode.UP);
    Ui.press(KeyCode.LEFT);
    assertThat(focus()).isEqualTo(new Cell(2, 3));
    Ui.press(KeyCode.END);
    assertThat(focus()).isEqualTo(new Cell(2, 11));
    assertThat(bounds(2, 11)).isNotNull();
    Ui.press(KeyCode.HOME);
    assertThat(focus()).isEqualTo(new Cell(2, 0));
    Ui.press(KeyCode.CONTROL, KeyCode.END);
    assertThat(focus()).isEqualTo(new Cell(999, 0));
    assertThat(bounds(999, 0)).isNotNull();
    assertThat(bounds(0, 0)).isNull();
    Ui.press(KeyCode.PAGE_UP);
    assertThat(focus().row()).isBetween(965, 980);
    Ui.press(KeyCode.CONTROL, KeyCode.HOME);
    assertThat(focus()).isEqualTo(new Cell(0, 0));
    Ui.press(KeyCode.PAGE_DOWN);
    assertThat(focus().row()).isBetween(20, 30);
  }

  @Test
  void rowsAreSelectedAsInLists() {
    click(1, 0);
    Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
    Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(selected()).containsExactly(1, 2, 3);
    Ui.press(KeyCode.SHIFT, KeyCode.UP);
    assertThat(selected()).containsExactly(1, 2);
    clickHolding(KeyCode.CONTROL, 6, 0);
    clickHolding(KeyCode.SHIFT, 8, 0);
    assertThat(selected()).containsExactly(1, 2, 6, 7, 8);
    Ui.run(() -> {
      orders.count = 1200;
      grid.rowsChanged();
    });
    assertThat(selected()).containsExactly(1, 2, 6, 7, 8);
    Ui.press(KeyCode.CONTROL, KeyCode.A);
    assertThat(selected()).hasSize(1200);
    Ui.run(() -> grid.setRows(orders));
    assertThat(selected()).isEmpty();
    assertThat(focus()).isNull();
  }

  @Test
  void aHeaderAsksForAnOrder() {
    List<@Nullable SortRequest> asked = new ArrayList<>();
    Ui.run(() ->
        grid.onSort(request -> {
          asked.add(request);
          grid.sortProperty().set(request);
        }));
    for (int i = 0; i < 3; i++) {
      Ui.clickAt(header(2), MouseButton.PRIMARY, 1);
    }
    assertThat(asked)
        .containsExactly(
            new SortRequest("OrderDate", false), new SortRequest("OrderDate", true), null);
    click(0, 3);
    Ui.press(KeyCode.ALT, KeyCode.DOWN);
    Ui.press(KeyCode.ALT, KeyCode.DOWN);
    Ui.press(KeyCode.ALT, KeyCode.UP);
    assertThat(asked.subList(3, 6))
        .containsExactly(
            new SortRequest("TotalAmount", true), null, new SortRequest("TotalAmount", false));
  }

  @Test
  void anEdgeResizesAndFitsItsColumn() {
    List<Map<String, Double>> told = new ArrayList<>();
    Ui.run(() -> grid.onWidthsChanged(told::add));
    double before = bounds(0, 4).getWidth();
    Point2D edge = new Point2D(bounds(0, 4).getMaxX() - 1, 14);
    robot(robot -> robot.mouseMove(edge));
    robot(robot -> robot.mousePress(MouseButton.PRIMARY));
    robot(robot -> robot.mouseMove(edge.add(60, 0)));
    assertThat(told).isEmpty();
    robot(robot -> robot.mouseRelease(MouseButton.PRIMARY));
    assertThat(bounds(0, 4).getWidth()).isBetween(before + 56, before + 64);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).containsOnlyKeys("Status");

    Ui.clickAt(edge.add(60, 0), MouseButton.PRIMARY, 2);
    assertThat(bounds(0, 4).getWidth()).isBetween(before - 1, before + 1);
    click(0, 4);
    Ui.press(KeyCode.ALT, KeyCode.RIGHT);
    assertThat(bounds(0, 4).getWidth()).isBetween(before + 15, before + 17);
    Ui.run(() -> grid.setWidths(Map.of("Status", 222.0)));
    assertThat(bounds(0, 4).getWidth()).isEqualTo(222);
    assertThat(Ui.onFx(grid::widths)).isEqualTo(Map.of("Status", 222.0));
  }

  @Test
  void asksForMoreOnceNearTheEnd() {
    int[] asked = new int[1];
    Ui.run(() -> grid.onNeedMore(() -> asked[0]++));
    pulses();
    assertThat(asked[0]).isZero();
    Ui.run(() -> grid.scrollTo(960));
    Ui.until("asked", () -> asked[0] == 1);
    Ui.run(() -> grid.scrollTo(999));
    pulses();
    assertThat(asked[0]).isEqualTo(1);
    Ui.run(() -> {
      orders.count = 1010;
      grid.rowsChanged();
    });
    Ui.until("asked again", () -> asked[0] == 2);
    assertThat(bounds(999, 0)).isNotNull();
  }

  @Test
  void tellsWhatThePersonDoesWithACell() {
    List<String> told = new ArrayList<>();
    Ui.run(() -> {
      grid.onActivate(row -> told.add("open " + row));
      grid.onPeek(
          (cell, bounds) -> told.add("peek " + cell.row() + " " + Math.round(bounds.getHeight())));
      grid.onContextMenu((cell, _, _) -> told.add("menu " + cell.row() + " " + cell.column()));
    });
    click(3, 2);
    Ui.press(KeyCode.ENTER);
    Ui.press(KeyCode.SPACE);
    Ui.clickAt(centre(5, 2), MouseButton.PRIMARY, 2);
    Ui.clickAt(centre(7, 4), MouseButton.SECONDARY, 1);
    assertThat(told).containsExactly("open 3", "peek 3 28", "open 5", "menu 7 4");
    assertThat(selected()).containsExactly(7);
  }

  @Test
  void readsTheFocusedCellAloud() {
    click(2, 4);
    assertThat(spoken()).isEqualTo("row 3, Status, PENDING");
    Ui.run(() -> grid.focusCell(2, 10));
    assertThat(spoken()).isEqualTo("row 3, Email, empty");
    Ui.run(() -> grid.focusCell(3, 6));
    assertThat(spoken()).isEqualTo("row 4, Address, Null");
    Ui.run(() -> grid.focusCell(4, 6));
    assertThat(spoken()).isEqualTo("row 5, Address, no value");
  }

  @Test
  void theWheelScrollsByPixelsAndPinnedColumnsStay() {
    Bounds key = bounds(5, 0);
    Bounds date = bounds(5, 2);
    robot(robot -> robot.mouseMove(centre(5, 2)));
    robot(robot -> robot.mouseWheel(1));
    Ui.until("scrolled", () -> grid.cellBounds(5, 0).getMinY() < key.getMinY());
    assertThat(bounds(5, 0).getMinY()).isGreaterThan(key.getMinY() - 60);
    Ui.run(() -> grid.scrollBy(30, 0));
    assertThat(bounds(5, 0).getMinX()).isEqualTo(key.getMinX());
    assertThat(bounds(5, 2).getWidth()).isEqualTo(date.getWidth() - 30);
  }

  @Test
  void asksOnlyForCellsInView() {
    Ui.run(() -> {
      orders.asked = 0;
      grid.scrollTo(500);
    });
    Ui.pulse();
    assertThat(orders.asked).isBetween(100, 400);
    Ui.run(() -> {
      orders.asked = 0;
      grid.scrollBy(0, 28);
    });
    Ui.pulse();
    assertThat(orders.asked).isBetween(1, 24);
  }

  @Test
  void aLongValueIsDrawnWithoutLayingItOut() {
    var wide = new Attr.S("配".repeat(130_000));
    Ui.run(() -> {
      grid.columns().setAll(new GridColumn("a", AttrType.S, true));
      grid.setRows(
          new GridRows() {
            @Override
            public int count() {
              return 40;
            }

            @Override
            public Attr value(int row, String attribute) {
              return wide;
            }
          });
      grid.focusCell(0, 0);
    });
    Ui.pulse();
    assertThat(bounds(0, 0).getWidth()).isEqualTo(320);
    assertThat(spoken()).hasSizeLessThan(400);
  }

  @Test
  void thePlaceholderStandsInForRows() {
    Ui.run(() -> grid.placeholderProperty().set(new Label("nothing here")));
    Ui.pulse();
    assertThat(Ui.showsText("nothing here")).isFalse();
    Ui.run(() -> grid.setRows(GridRows.empty()));
    Ui.pulse();
    Ui.sees("nothing here");
  }

  @Test
  void theBarWaitsAMomentAndGoes() {
    Ui.run(() -> grid.loadingProperty().set(true));
    assertThat(bar()).isFalse();
    Ui.until("the bar", () -> grid.lookup(".sk-loading").isVisible());
    Ui.run(() -> grid.loadingProperty().set(false));
    assertThat(bar()).isFalse();
  }

  private boolean bar() {
    return Ui.onFx(() -> grid.lookup(".sk-loading").isVisible());
  }

  private @Nullable Cell focus() {
    return Ui.onFx(grid::focusedCell);
  }

  private int[] selected() {
    return Ui.onFx(grid::selectedRows);
  }

  private String spoken() {
    return Ui.onFx(grid::getAccessibleText);
  }

  private @Nullable Bounds bounds(int row, int column) {
    return Ui.onFx(() -> grid.cellBounds(row, column));
  }

  private Point2D centre(int row, int column) {
    Bounds at = bounds(row, column);
    return new Point2D(at.getCenterX(), at.getCenterY());
  }

  private Point2D header(int column) {
    return new Point2D(bounds(0, column).getCenterX(), 14);
  }

  private void click(int row, int column) {
    Ui.clickAt(centre(row, column), MouseButton.PRIMARY, 1);
  }

  /// The headless robot's clicks do not know which keys are held.
  private void clickHolding(KeyCode key, int row, int column) {
    Point2D at = centre(row, column);
    Ui.run(() -> {
      Node surface = grid.getChildrenUnmodifiable().getFirst();
      Point2D local = surface.screenToLocal(at);
      Event.fireEvent(
          surface,
          new MouseEvent(
              MouseEvent.MOUSE_PRESSED,
              local.getX(),
              local.getY(),
              at.getX(),
              at.getY(),
              MouseButton.PRIMARY,
              1,
              key == KeyCode.SHIFT,
              key == KeyCode.CONTROL,
              false,
              false,
              true,
              false,
              false,
              false,
              false,
              true,
              null));
    });
  }

  private static void robot(Consumer<Robot> action) {
    Ui.run(() -> action.accept(Ui.robot()));
    Ui.pulse();
  }

  private static void pulses() {
    for (int i = 0; i < 5; i++) {
      Ui.pulse();
    }
  }

  @Test
  void whatIsSelectedStaysSelectedInAnotherOrder() {
    click(2, 3);
    Ui.run(() -> grid.rowsMoved(row -> 999 - row));
    assertThat(selected()).containsExactly(997);
    assertThat(focus()).isEqualTo(new Cell(997, 3));
  }

  @Test
  void aGridThatLeftTheWindowIsNotKeptByTheTheme() {
    var theme = new Watched();
    var other = Ui.onFx(() -> new DataGrid(theme));
    var pane = new StackPane(other);
    Stage second = Ui.show(pane, Theme.LIGHT);
    assertThat(theme.listeners).isEqualTo(1);
    Ui.run(() -> theme.set(Theme.DARK));
    Ui.run(() -> pane.getChildren().clear());
    assertThat(theme.listeners).isZero();
    Ui.run(() -> pane.getChildren().add(other));
    assertThat(theme.listeners).isEqualTo(1);
    Ui.hide(second);
  }

  private static final class Watched extends SimpleObjectProperty<Theme> {
    private int listeners;

    Watched() {
      super(Theme.LIGHT);
    }

    @Override
    public void addListener(InvalidationListener listener) {
      listeners++;
      super.addListener(listener);
    }

    @Override
    public void removeListener(InvalidationListener listener) {
      listeners--;
      super.removeListener(listener);
    }
  }
}
