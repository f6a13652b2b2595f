package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.Token;
import dev.sortkey.ui.kit.grid.Cell;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Finding in the loaded rows by key and by mouse, on DynamoDB Local.
class FindWindowTest {
  private static DataGrid grid() {
    return (DataGrid) Ui.find("#grid");
  }

  private static int column(String name) {
    return Ui.onFx(() -> grid().columns().stream().map(c -> c.name()).toList().indexOf(name));
  }

  private static void focusCell(int row, String column) {
    int at = column(column);
    Ui.run(() -> grid().focusCell(row, at));
    Ui.run(() -> grid().requestFocus());
  }

  private static Cell focused() {
    return Ui.onFx(() -> grid().focusedCell());
  }

  private static void said(String words) {
    Ui.until(
        words,
        () ->
            Ui.shows(node ->
                node instanceof Label label
                    && "find-words".equals(label.getId())
                    && label.getText().matches(words)));
  }

  /// The colour in the upper right of a row's status, where no text is.
  private static int ground(Window window, int row) {
    int status = column("Status");
    Bounds cell =
        Ui.onFx(() -> grid().localToScene(grid().screenToLocal(grid().cellBounds(row, status))));
    return Ui.argb(window.stage.getScene(), (int) cell.getMaxX() - 10, (int) cell.getMinY() + 5);
  }

  private static int argb(Token token, Theme theme) {
    Color color = token.color(theme);
    return 0xff << 24
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }

  private static Stream<Tooltip> tips() {
    return javafx.stage.Window.getWindows().stream()
        .filter(Tooltip.class::isInstance)
        .map(Tooltip.class::cast);
  }

  private static boolean barShows() {
    return Ui.shows(node -> "find".equals(node.getId()));
  }

  @Test
  void keysFindGoOnAndClose() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      Ui.until("rows", () -> Ui.showsText("300 items"));
      assertThat(barShows()).isFalse();
      focusCell(3, "OrderID");
      Ui.press(KeyCode.CONTROL, KeyCode.F);
      Ui.type("P-100");
      said("\\d+ of \\d+");
      Cell first = focused();
      assertThat(first.column()).as("within a list of maps").isEqualTo(column("Items"));
      assertThat(first.row()).isGreaterThanOrEqualTo(3);

      Ui.press(KeyCode.ENTER);
      Ui.until("the next", () -> focused().row() > first.row());
      Ui.press(KeyCode.SHIFT, KeyCode.ENTER);
      Ui.until("back", () -> focused().equals(first));
      Ui.press(KeyCode.F3);
      Ui.until("the next", () -> focused().row() > first.row());
      Cell second = focused();
      Ui.run(() -> grid().requestFocus());
      Ui.press(KeyCode.SHIFT, KeyCode.F3);
      Ui.until("back", () -> focused().equals(first));
      assertThat(Ui.onFx(() -> grid().cellBounds(first.row(), first.column()))).isNotNull();
      Ui.press(KeyCode.SHIFT, KeyCode.F3);
      Ui.until("another in sight", () -> !focused().equals(first) && !focused().equals(second));
      Cell last = focused();
      assertThat(Ui.onFx(() -> grid().cellBounds(last.row(), last.column()))).isNotNull();

      Ui.press(KeyCode.CONTROL, KeyCode.F);
      Ui.type("nowhere to be found");
      said("No row holds it");
      Ui.press(KeyCode.ESCAPE);
      Ui.until("closed", () -> !barShows());
      assertThat(Ui.onFx(() -> grid().isFocused())).isTrue();

      Ui.press(KeyCode.F3);
      Ui.until("the bar again", FindWindowTest::barShows);
      said("No row holds it");
      Ui.run(() -> grid().requestFocus());
      Ui.press(KeyCode.ESCAPE);
      Ui.until("closed from the grid", () -> !barShows());
    }
  }

  @Test
  void aTipOnTheScreenDoesNotKeepEscForItself() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      Ui.until("rows", () -> Ui.showsText("300 items"));
      focusCell(3, "OrderID");
      Ui.press(KeyCode.CONTROL, KeyCode.F);
      Ui.until("the bar", FindWindowTest::barShows);
      // This one is made when the pointer first comes to its button.
      Ui.move(Ui.find("#find-close"));
      Ui.until("its own tip", () -> tips().anyMatch(tip -> tip.getText().contains("Esc")));
      Ui.move(Ui.find("#find-case"));
      Ui.until("a tip", () -> tips().anyMatch(tip -> !tip.getText().contains("Esc")));
      Ui.run(() -> grid().requestFocus());
      Ui.press(KeyCode.ESCAPE);
      Ui.until("closed from the grid", () -> !barShows());
    }
  }

  @Test
  void theFilterKeepsAKeyOfItsOwnAndTheCountFollowsIt() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      Ui.until("rows", () -> Ui.showsText("300 items"));
      focusCell(0, "OrderID");
      Ui.press(KeyCode.CONTROL, KeyCode.F);
      Ui.type("SHIPPED");
      said("1? ?o?f?.*\\d+.*");
      Ui.run(() -> grid().requestFocus());
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      Ui.type("1001");
      Ui.until("filtered", () -> Ui.showsText("of 300 loaded rows"));
      said("1 of 1|1 cell|No row holds it");
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theMouseFindsAndWhatIsFoundIsMarked(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = new Window(Window.sandbox(), "CustomerOrders", theme)) {
      Ui.until("rows", () -> Ui.showsText("300 items"));
      focusCell(2, "Status");
      Ui.press(KeyCode.F2);
      Ui.press(KeyCode.CONTROL, KeyCode.A);
      Ui.type("Shipped late");
      Ui.press(KeyCode.ENTER);
      Ui.until("staged", () -> Ui.showsText("1 staged change"));
      focusCell(5, "Status");
      Ui.press(KeyCode.DELETE);
      Ui.until("two staged", () -> Ui.showsText("2 staged changes"));
      focusCell(0, "Status");

      Ui.click(Ui.find("#find-open"));
      Ui.type("ship");
      said("\\d+ of \\d+");
      Ui.click(Ui.find("#find-next"));
      window.picture("find" + suffix);
      Cell here = focused();
      assertThat(ground(window, here.row())).isEqualTo(argb(Token.FOUND_HERE, theme));
      assertThat(ground(window, 2)).as("staged and found").isEqualTo(argb(Token.FOUND, theme));
      assertThat(ground(window, 3)).as("not found").isEqualTo(argb(Token.CANVAS, theme));
      Ui.click(Ui.find("#find-next"));
      Ui.until("the next", () -> !focused().equals(here));
      Ui.click(Ui.find("#find-previous"));
      Ui.until("back", () -> focused().equals(here));

      Ui.fill(Ui.find("#find-text"), "Shipped late");
      Ui.click(Ui.find("#find-case"));
      Ui.click(Ui.find("#find-whole"));
      said("1 of 1");
      assertThat(focused()).isEqualTo(new Cell(2, column("Status")));
      Ui.click(Ui.find("#find-column"));
      said("1 of 1");
      focusCell(2, "OrderID");
      said("No row holds it in OrderID");
      window.picture("find-nothing" + suffix);
      Ui.press(KeyCode.ENTER);
      Ui.until("the editor", () -> Ui.showsText("400 KB"));
      Ui.click(Ui.find("#find-column"));
      Ui.click(Ui.find("#find-case"));
      Ui.click(Ui.find("#find-whole"));
      Ui.fill(Ui.find("#find-text"), "P-1");
      said("\\d+ of \\d+");
      window.picture("find-narrow" + suffix);

      Ui.click(Ui.find("#find-close"));
      Ui.until("closed", () -> !barShows());
      assertThat(Ui.onFx(() -> grid().isFocused())).isTrue();
      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      Ui.until("nothing staged", () -> !Ui.showsText("staged change"));
      assertThat(Path.of("target/pictures/items-find" + suffix + ".png")).exists();
    }
  }
}
