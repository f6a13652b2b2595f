package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Environment;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.util.LinkedHashMap;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One item with its attributes as rows, and some items side by side, on DynamoDB Local.
class SideBySideWindowTest {
  private static DataGrid grid() {
    return (DataGrid) Ui.find("#grid");
  }

  private static DataGrid side() {
    return (DataGrid) Ui.find("#side-grid");
  }

  private static void cell(DataGrid grid, int row, int column) {
    Ui.run(() -> grid.focusCell(row, column));
    Ui.run(grid::requestFocus);
    Ui.pulse();
  }

  private static String clipboard() {
    return Ui.onFx(() -> Clipboard.getSystemClipboard().getString());
  }

  private static boolean showing() {
    return Ui.shows(node -> "side-by-side".equals(node.getId()));
  }

  private static Window open(Theme theme) {
    var window = new Window(NestedTable.open(), NestedTable.NAME, theme);
    Ui.until("rows", () -> Ui.showsText("3 items"));
    return window;
  }

  private static void menu() {
    Ui.run(() ->
        Event.fireEvent(
            grid(),
            new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
  }

  @Test
  void oneItemIsShownFilteredAndCopiedByKeys() {
    try (var window = open(Theme.LIGHT)) {
      cell(grid(), 0, 0);
      Ui.press(KeyCode.CONTROL, KeyCode.T);
      Ui.find("#side-by-side");
      assertThat(Ui.showsText("Item a / 1")).isTrue();
      assertThat(Ui.showsText("8 of 8 lines")).isTrue();
      Ui.click(Ui.find("#side-filter"));
      Ui.type("pla");
      assertThat(Ui.showsText("1 of 8 lines")).isTrue();
      Ui.press(KeyCode.DOWN);
      cell(side(), 0, 1);
      Ui.press(KeyCode.CONTROL, KeyCode.C);
      assertThat(clipboard()).isEqualTo("short 1");
      assertThat(window.toasts.getLast()).isEqualTo("Copied Plain");
      Ui.press(KeyCode.CONTROL, KeyCode.F);
      Ui.press(KeyCode.CONTROL, KeyCode.A);
      Ui.type("city");
      assertThat(Ui.showsText("0 of 8 lines")).isTrue();
      Ui.click(Ui.find("#side-nested"));
      assertThat(Ui.showsText("1 of 16 lines")).isTrue();
      cell(side(), 0, 0);
      Ui.press(KeyCode.SHIFT, KeyCode.RIGHT);
      Ui.press(KeyCode.CONTROL, KeyCode.C);
      assertThat(clipboard().strip()).isEqualTo("Address.City\tLyon");
      Ui.press(KeyCode.ESCAPE);
      Ui.press(KeyCode.ESCAPE);
      Ui.until("closed", () -> !showing());
    }
  }

  @Test
  void someRowsAreComparedFromTheMenuAsTheyAreStaged() {
    try (var window = open(Theme.LIGHT)) {
      int plain =
          Ui.onFx(() -> grid().columns().stream().map(c -> c.name()).toList()).indexOf("Plain");
      cell(grid(), 1, plain);
      Ui.press(KeyCode.F2);
      Ui.fill(Ui.find("#cell-editor"), "short 1");
      Ui.press(KeyCode.ENTER);
      cell(grid(), 0, 0);
      Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
      menu();
      Ui.click(Ui.text("Compare 2 rows side by side"));
      Ui.find("#side-by-side");
      assertThat(Ui.showsText("2 items side by side")).isTrue();
      // No and Note; Plain is staged to be the same
      assertThat(Ui.showsText("8 of 8 lines · 2 differ from the first")).isTrue();
      Ui.click(Ui.find("#side-differing"));
      assertThat(Ui.showsText("2 of 8 lines")).isTrue();
      cell(side(), 0, 2);
      Ui.press(KeyCode.ENTER);
      Ui.until("closed", () -> !showing());
      Ui.until("the item", () -> Ui.showsText("400 KB"));
      assertThat(Ui.showsText("a / 2")).isTrue();
      assertThat(window.toasts).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itIsDrawn(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = open(theme)) {
      cell(grid(), 0, 0);
      Ui.press(KeyCode.CONTROL, KeyCode.T);
      Ui.find("#side-by-side");
      window.picture("side-one" + suffix);
      cell(side(), 5, 1);
      Ui.press(KeyCode.SPACE);
      Ui.find("#peek");
      window.picture("side-peek" + suffix);
      Ui.press(KeyCode.SPACE);
      Ui.click(Ui.find("#side-close"));
      cell(grid(), 0, 0);
      Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
      Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
      Ui.press(KeyCode.CONTROL, KeyCode.T);
      Ui.click(Ui.find("#side-nested"));
      window.picture("side-three" + suffix);
      Ui.click(Ui.find("#side-close"));
    }
  }

  @Test
  void hundredsOfAttributesAndManyRowsAreReadable() {
    var session = new Fakes(Environment.SANDBOX).with(12);
    session.items.replaceAll(order -> {
      var wide = new LinkedHashMap<>(order.attributes());
      for (int at = 0; at < 300; at++) {
        wide.put(
            String.format(Locale.ROOT, "attribute%03d", at),
            new Attr.S("value " + (at % 7 == 0 ? order.get("Number") : at)));
      }
      return new Item(wide);
    });
    try (var window = new Window(session, "Orders", Theme.LIGHT)) {
      Ui.until("rows", () -> Ui.showsText("12 items"));
      cell(grid(), 0, 0);
      Ui.press(KeyCode.CONTROL, KeyCode.A);
      Ui.press(KeyCode.CONTROL, KeyCode.T);
      Ui.find("#side-by-side");
      assertThat(Ui.showsText("Only the first 8 of 12 rows are shown.")).isTrue();
      assertThat(Ui.onFx(() -> side().columns().size())).isEqualTo(9);
      window.picture("side-wide");
      Ui.press(KeyCode.ESCAPE);
    }
  }
}
