package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Entities of the sample shop, chosen and corrected as a person does.
class EntitiesWindowTest {
  private static DataGrid grid() {
    return (DataGrid) Ui.find("#grid");
  }

  private static List<String> columns() {
    return Ui.onFx(() -> grid().columns().stream().map(column -> column.name()).toList());
  }

  private static ToggleButton chip(String name) {
    return (ToggleButton)
        Ui.find("an entity " + name, node -> ("entity-" + name).equals(node.getId()));
  }

  private static void waitFor(String chip, String words) {
    Ui.until(
        words,
        () ->
            Ui.shows(node ->
                node instanceof EntityChip
                    && ("entity-" + chip).equals(node.getId())
                    && words.equals(node.getAccessibleText())));
  }

  private static void waitForNote(String words) {
    Ui.until(
        words,
        () ->
            Ui.shows(node ->
                node instanceof Label label
                    && "entities-note".equals(label.getId())
                    && words.equals(label.getText())));
  }

  private static void fill(String field, String text) {
    Ui.fill(Ui.find("#entity-field-" + field), text);
  }

  @Test
  void aChipShowsItsRowsAndColumnsAlone() {
    try (var _ = new Window(Window.sandbox(), "Shop", Theme.LIGHT)) {
      Ui.until("chips", () -> Ui.shows(node -> "entity-Order".equals(node.getId())));
      assertThat(columns()).contains("Email", "Total", "Status");
      Ui.click(chip("Address"));
      Ui.until("address columns", () -> columns().equals(List.of("PK", "SK", "Entity", "Address")));
      Ui.sees("loaded rows");
      assertThat(Ui.onFx(() -> chip("Address").isSelected())).isTrue();

      Ui.onFx(() -> {
        chip("Order").requestFocus();
        return true;
      });
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("both", () -> columns().contains("Total"));
      assertThat(Ui.onFx(() -> chip("Address").isSelected() && chip("Order").isSelected()))
          .isTrue();

      Ui.click(Ui.find("#entity-all"));
      Ui.until("all", () -> columns().contains("Email"));
    }
  }

  @Test
  void aTableWithoutPatternsHasNoBar() {
    try (var _ = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT)) {
      Ui.until("rows", () -> Ui.showsText("300 items"));
      Ui.pulse();
      assertThat(Ui.shows(node -> "entities".equals(node.getId()))).isFalse();
    }
  }

  @Test
  void anEntityIsCorrectedRenamedAndForgotten() {
    try (var window = new Window(Window.sandbox(), "Shop", Theme.LIGHT)) {
      Ui.until("chips", () -> Ui.shows(node -> "entity-Order".equals(node.getId())));
      Ui.click(chip("Order"), MouseButton.SECONDARY, 1);
      Ui.click(Ui.text("Correct the pattern …"));
      assertThat(Ui.typed(Ui.find("#entity-field-SORT"))).isEqualTo("ORDER#{date}#{number}");
      fill("SORT", "ORDER#2024*");
      Ui.until("a count", () -> Ui.showsText("Fits"));
      fill("SORT", "ORDER#{");
      Ui.until("a flaw", () -> Ui.showsText("has no } after it"));
      fill("SORT", "ORDER#2024*");
      fill("NAME", "Order of 2024");
      Ui.click(Ui.find("#entity-save"));
      Ui.until("the saved one", () -> Ui.shows(n -> "entity-Order of 2024".equals(n.getId())));
      assertThat(window.toasts).contains("Saved the entity Order of 2024.");

      Ui.click(chip("Order of 2024"), MouseButton.SECONDARY, 1);
      Ui.click(Ui.text("Forget"));
      Ui.until("gone", () -> !Ui.shows(n -> "entity-Order of 2024".equals(n.getId())));
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void entitiesAreDrawn(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = new Window(Window.sandbox(), "Shop", theme)) {
      Ui.until("chips", () -> Ui.shows(node -> "entity-Order".equals(node.getId())));
      window.picture("entities-all" + suffix);
      Ui.click(chip("Order"));
      Ui.until("the note", () -> Ui.showsText("of 300 loaded rows"));
      window.picture("entities-order" + suffix);
      Ui.run(() -> grid().focusCell(2, 0));
      Ui.run(() -> grid().requestFocus());
      Ui.press(KeyCode.ENTER);
      Ui.until("the editor", () -> Ui.showsText("400 KB"));
      window.picture("entities-narrow" + suffix);
      Ui.click(Ui.find("#editor-close"));
      Ui.click(Ui.find("#entities-edit"));
      window.picture("entities-menu" + suffix);
      Ui.click(Ui.text("Order …"));
      Ui.until("a count", () -> Ui.showsText("Fits"));
      window.picture("entities-dialog" + suffix);
      fill("SORT", "ORDER#{day}");
      Ui.until("a flaw", () -> Ui.showsText("is not known"));
      window.picture("entities-flaw" + suffix);
      Ui.click(Ui.find("#entity-cancel"));
      assertThat(Path.of("target/pictures/items-entities-all" + suffix + ".png")).exists();
    }
  }
}
