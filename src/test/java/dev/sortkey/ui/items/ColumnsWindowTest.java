package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.store.Layouts.Layout;
import dev.sortkey.store.Store;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.kit.grid.GridColumn;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a person does with columns and rectangles of cells, on DynamoDB Local.
class ColumnsWindowTest {
  private static DataGrid grid() {
    return (DataGrid) Ui.find("#grid");
  }

  private static List<String> names() {
    return Ui.onFx(() -> grid().columns().stream().map(GridColumn::name).toList());
  }

  private static int column(String name) {
    return names().indexOf(name);
  }

  private static void loaded() {
    Ui.until("rows", () -> Ui.showsText("300 items"));
  }

  private static void focusCell(int row, String column) {
    int at = column(column);
    Ui.run(() -> grid().focusCell(row, at));
    Ui.run(() -> grid().requestFocus());
  }

  private static String clipboard() {
    return Ui.onFx(() -> Clipboard.getSystemClipboard().getString());
  }

  private static void headerMenu(String column, String choice) {
    int at = column(column);
    Point2D header =
        Ui.onFx(() -> {
          Bounds cell = Ui.laidOut(grid()).cellBounds(0, at);
          return new Point2D(cell.getMinX() + 20, cell.getMinY() - 14);
        });
    Ui.clickAt(header, MouseButton.SECONDARY, 1);
    Ui.click(Ui.text(choice));
  }

  private static void addPath(String path) {
    Ui.click(Ui.find("#columns"));
    Ui.fill(Ui.find("#column-path"), path);
    Ui.press(KeyCode.ENTER);
    Ui.click(Ui.find("#columns"));
  }

  @Test
  void aRectangleIsCopiedWithoutAndWithNames() {
    try (var window = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      loaded();
      focusCell(0, "OrderID");
      Ui.press(KeyCode.SHIFT, KeyCode.RIGHT);
      Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
      Ui.press(KeyCode.CONTROL, KeyCode.C);
      Ui.until("copied", () -> window.toasts.contains("Copied 2 rows of 2 columns"));
      String[] lines = clipboard().split("\n");
      assertThat(lines).hasSize(2);
      assertThat(lines[0]).matches("\\d+\tC\\d+");

      window.toasts.clear();
      Point2D inside =
          Ui.onFx(() -> {
            Bounds cell = Ui.laidOut(grid()).cellBounds(0, 0);
            return new Point2D(cell.getCenterX(), cell.getCenterY());
          });
      Ui.clickAt(inside, MouseButton.SECONDARY, 1);
      Ui.click(Ui.text("Copy cells with column names"));
      Ui.until("copied", () -> !window.toasts.isEmpty());
      assertThat(clipboard()).startsWith("OrderID\tCustomerID\n" + lines[0] + "\n");
    }
  }

  @Test
  void anEntityHasItsOwnArrangementAndTheTablesUntilThen() {
    Store store;
    try (var window = new Window(Window.sandbox(), "Shop", Theme.LIGHT)) {
      store = window.store;
      loaded();
      Ui.until("chips", () -> Ui.shows(node -> "entity-Address".equals(node.getId())));
      headerMenu("Entity", "Hide");
      Ui.click(Ui.find("#entity-Address"));
      Ui.until("as in the table", () -> names().equals(List.of("PK", "SK", "Address")));
      headerMenu("Address", "Pin");
      assertThat(pinned("Address")).isTrue();
      Ui.click(Ui.find("#entity-all"));
      Ui.until("all", () -> names().contains("Total"));
      assertThat(pinned("Address")).isFalse();
      Ui.click(Ui.find("#entity-Address"));
      Ui.until("addresses", () -> names().equals(List.of("PK", "SK", "Address")));
      assertThat(pinned("Address")).isTrue();
      Ui.until("written", () -> layoutOf(store, "Address").pinned().contains("Address"));

      Ui.click(Ui.find("#entity-Address"), MouseButton.SECONDARY, 1);
      Ui.click(Ui.text("Rename …"));
      Ui.fill(Ui.find("#entity-field-NAME"), "Place");
      Ui.click(Ui.find("#entity-save"));
      Ui.find("#entity-Place");
      Ui.until("moved", () -> layoutOf(store, "Place").pinned().contains("Address"));
      Ui.until("still so", () -> names().equals(List.of("PK", "SK", "Address")));
      assertThat(pinned("Address")).isTrue();
    }
    assertThat(layoutOf(store, null).pinned()).isEmpty();
    assertThat(layoutOf(store, null).hidden()).containsExactly("Entity");
    assertThat(layoutOf(store, "Address")).as("the table's").isEqualTo(layoutOf(store, null));
  }

  private static boolean pinned(String name) {
    return Ui.onFx(() -> grid().columns().get(column(name)).pinned());
  }

  @Test
  void whatWasArrangedIsThereAgainInTheNextWindow() {
    Store store;
    List<String> arranged;
    try (var window = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      loaded();
      store = window.store;
      headerMenu("Status", "Pin");
      headerMenu("TotalAmount", "Hide");
      headerMenu("Items", "Move left");
      addPath("Items[0].ProductID");
      arranged = names();
      assertThat(arranged.subList(0, 3)).containsExactly("OrderID", "CustomerID", "Status");
      assertThat(arranged).doesNotContain("TotalAmount");
      int items = arranged.indexOf("Items");
      assertThat(arranged.get(items + 1)).isEqualTo("Items[0].ProductID");
      Ui.until("written", () -> layout(store).paths().size() == 1);
    }
    assertThat(layout(store).pinned()).containsExactly("Status");
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT, store)) {
      loaded();
      assertThat(names()).isEqualTo(arranged);
      headerMenu("Status", "Unpin");
      assertThat(Ui.onFx(() -> grid().columns().get(column("Status"))).pinned()).isFalse();
    }
  }

  private static Layout layoutOf(Store store, String entity) {
    return store.layouts().get().of("items", "Shop", entity);
  }

  private static Layout layout(Store store) {
    return store.layouts().get().of("items", "CustomerOrders", null);
  }

  @Test
  void aPathIsShownSortedCopiedAndTypedIntoButNotPastedInto() {
    try (var window = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      loaded();
      addPath("Items[0].ProductID");
      headerMenu("Items[0].ProductID", "Sort descending");
      Ui.until("sorted", () -> Ui.showsText("Sorted 300 loaded rows"));
      focusCell(0, "Items[0].ProductID");
      Ui.press(KeyCode.CONTROL, KeyCode.C);
      Ui.until("copied", () -> window.toasts.contains("Copied Items[0].ProductID"));
      String last = clipboard();
      assertThat(last).startsWith("P-");
      // far from the end, where more rows would be loaded and sorted in
      focusCell(100, "Items[0].ProductID");
      Ui.press(KeyCode.CONTROL, KeyCode.C);
      Ui.until("copied", () -> !last.equals(clipboard()));
      assertThat(clipboard()).isLessThan(last);

      Ui.press(KeyCode.F2);
      Ui.find("#cell-editor");
      Ui.press(KeyCode.ESCAPE);
      Ui.press(KeyCode.CONTROL, KeyCode.V);
      Ui.until(
          "pasted", () -> window.toasts.getLast().startsWith("Staged: no new items, no edits"));
      Ui.run(() -> {
        var content = new ClipboardContent();
        content.putString("other");
        Clipboard.getSystemClipboard().setContent(content);
      });
      Ui.press(KeyCode.CONTROL, KeyCode.V);
      Ui.until("refused", () -> window.toasts.getLast().equals("This cannot be pasted"));
      assertThat(Ui.onFx(() -> grid().focusedCell()).row()).isEqualTo(100);
    }
  }

  @Test
  void aPathThatIsNoneIsSaidBeneathItsField() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      loaded();
      Ui.click(Ui.find("#columns"));
      Ui.fill(Ui.find("#column-path"), "Status");
      Ui.click(Ui.find("#add-path"));
      Ui.sees("Status is an attribute");
      Ui.press(KeyCode.BACK_SPACE);
      assertThat(Ui.showsText("is an attribute")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theColumnsAreDrawn(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = new Window(Window.sandbox(), "CustomerOrders", theme)) {
      loaded();
      addPath("Items[0].ProductID");
      headerMenu("Status", "Pin");
      Ui.click(Ui.find("#columns"));
      Ui.fill(Ui.find("#column-path"), "Items[0].");
      window.picture("chooser" + suffix);
      Ui.press(KeyCode.ESCAPE);
      Ui.press(KeyCode.ESCAPE);
      focusCell(3, "Items[0].ProductID");
      Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
      Ui.press(KeyCode.SHIFT, KeyCode.LEFT);
      Ui.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
      window.picture("column-menu" + suffix);
      Ui.press(KeyCode.ESCAPE);
      assertThat(Ui.onFx(() -> grid().focusedCell()))
          .isEqualTo(new Cell(4, column("Items[0].ProductID") - 1));
    }
  }
}
