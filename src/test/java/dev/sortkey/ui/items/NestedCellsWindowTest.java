package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.ItemDiff.PathChange;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What does not fit into a cell is edited in a popover beside it, by keys and by mouse, on
/// DynamoDB Local.
class NestedCellsWindowTest {
  private static DataGrid grid() {
    return (DataGrid) Ui.find("#grid");
  }

  private static int column(String name) {
    return Ui.onFx(() -> grid().columns().stream().map(c -> c.name()).toList().indexOf(name));
  }

  private static Window open(Theme theme) {
    var window = new Window(NestedTable.open(), NestedTable.NAME, theme);
    Ui.until("rows", () -> Ui.showsText("3 items"));
    Ui.until(
        "the columns' types",
        () -> grid().columns().stream().anyMatch(column -> column.type() == AttrType.M));
    return window;
  }

  private static void cell(int row, String name) {
    int at = column(name);
    Ui.run(() -> grid().focusCell(row, at));
    Ui.run(() -> grid().requestFocus());
    Ui.pulse();
  }

  private static void doubleClick(int row, String name) {
    int at = column(name);
    Point2D point =
        Ui.onFx(() -> {
          Bounds bounds = Ui.laidOut(grid()).cellBounds(row, at);
          return new Point2D(bounds.getMinX() + 20, bounds.getCenterY());
        });
    Ui.clickAt(point, MouseButton.PRIMARY, 2);
  }

  private static void shown() {
    Ui.find("#value-editor");
    Ui.pulse();
  }

  private static boolean showing() {
    return Ui.shows(node -> "value-editor".equals(node.getId()));
  }

  private static ChangeSet staged(Window window) {
    return Ui.onFx(() -> window.desk.changes().of(NestedTable.NAME).now());
  }

  private static List<PathChange> paths(Window window) {
    ChangeSet set = staged(window);
    assertThat(set.all()).hasSize(1);
    Staged one = set.all().iterator().next();
    return one.change().diff().changes();
  }

  private static void addPath(String path) {
    Ui.click(Ui.find("#columns"));
    Ui.fill(Ui.find("#column-path"), path);
    Ui.press(KeyCode.ENTER);
    Ui.click(Ui.find("#columns"));
  }

  @Test
  void aListIsEditedByKeysAndJustItsPathIsStaged() {
    try (var window = open(Theme.LIGHT)) {
      cell(0, "Lines");
      Ui.press(KeyCode.F2);
      shown();
      assertThat(Ui.showsText("400 KB")).isTrue();
      Ui.fill(Ui.find("#value-Qty"), "12");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> Ui.showsText("1 staged change"));
      assertThat(showing()).isFalse();
      assertThat(Ui.onFx(() -> grid().isFocused())).isTrue();
      assertThat(paths(window))
          .containsExactly(
              new PathChange(AttrPath.parse("Lines[0].Qty"), new Attr.N("1"), new Attr.N("12")));

      Ui.press(KeyCode.ENTER);
      shown();
      assertThat(Ui.typed(Ui.find("#value-Qty"))).isEqualTo("12");
      Ui.fill(Ui.find("#value-Qty"), "13");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      assertThat(paths(window).getFirst().after()).isEqualTo(new Attr.N("13"));

      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      assertThat(paths(window).getFirst().after()).isEqualTo(new Attr.N("12"));
      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      assertThat(staged(window).isEmpty()).isTrue();
    }
  }

  @Test
  void escapeLeavesAtOnceOrAsksWhenSomethingWasTyped() {
    try (var window = open(Theme.LIGHT)) {
      doubleClick(0, "Address");
      shown();
      Ui.press(KeyCode.ESCAPE);
      Ui.until("closed", () -> !showing());

      doubleClick(1, "Address");
      shown();
      Ui.fill(Ui.find("#value-City"), "Paris");
      assertThat(window.panel.unsaved().getValue()).isTrue();
      Ui.press(KeyCode.ESCAPE);
      Ui.find("#keep-editing");
      assertThat(showing()).isTrue();
      Ui.press(KeyCode.ESCAPE);
      assertThat(Ui.showsText("Discard changes?")).isFalse();
      assertThat(showing()).isTrue();

      // beside it
      Ui.clickAt(corner(), MouseButton.PRIMARY, 1);
      Ui.click(Ui.find("#keep-editing"));
      Ui.press(KeyCode.ESCAPE);
      Ui.click(Ui.find("#discard"));
      Ui.until("closed", () -> !showing());
      assertThat(staged(window).isEmpty()).isTrue();
      assertThat(window.panel.unsaved().getValue()).isFalse();

      doubleClick(0, "Address");
      shown();
      Ui.fill(Ui.find("#value-City"), "Paris");
      Ui.click(Ui.find("#value-apply"));
      Ui.until("staged", () -> !showing());
      assertThat(paths(window).getFirst().path()).isEqualTo(AttrPath.parse("Address.City"));
    }
  }

  private static Point2D corner() {
    return Ui.onFx(() -> {
      Bounds at = grid().localToScreen(grid().getLayoutBounds());
      return new Point2D(at.getMaxX() - 20, at.getMaxY() - 20);
    });
  }

  @Test
  void typesChangeAndWhatIsWrongStaysAtItsPlace() {
    try (var window = open(Theme.LIGHT)) {
      cell(0, "Lines");
      Ui.press(KeyCode.ENTER);
      shown();
      Ui.fill(Ui.find("#value-Qty"), "12x");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      assertThat(showing()).isTrue();
      assertThat(Ui.showsText("nothing was staged")).isTrue();
      assertThat(Ui.onFx(Ui.find("#value-Qty")::getStyleClass)).contains("sk-invalid");
      assertThat(staged(window).isEmpty()).isTrue();

      Ui.press(KeyCode.F4);
      Ui.press(KeyCode.S);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      assertThat(paths(window).getFirst().after()).isEqualTo(new Attr.S("12x"));
    }
  }

  @Test
  void theSameValueIsEditedAsJson() {
    try (var window = open(Theme.LIGHT)) {
      cell(0, "Tags");
      Ui.press(KeyCode.F2);
      shown();
      Ui.press(KeyCode.CONTROL, KeyCode.J);
      Ui.until("json", () -> Ui.showsText("Format"));
      Ui.press(KeyCode.CONTROL, KeyCode.A);
      Ui.type("[\"x\"");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      assertThat(Ui.showsText("Mend the JSON")).isTrue();
      Ui.press(KeyCode.CONTROL, KeyCode.A);
      Ui.type("[\"x\", 1]");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      assertThat(paths(window).getFirst().after())
          .isEqualTo(new Attr.L(List.of(new Attr.S("x"), new Attr.N("1"))));
    }
  }

  @Test
  void textOfSeveralLinesBinaryAndPathsWithinOpenToo() {
    try (var window = open(Theme.LIGHT)) {
      cell(1, "Note");
      Ui.press(KeyCode.F2);
      shown();
      Ui.press(KeyCode.CONTROL, KeyCode.HOME);
      Ui.type("Hello ");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      String note = ((Attr.S) NestedTable.item(2).get("Note")).value();
      assertThat(paths(window).getFirst().after()).isEqualTo(new Attr.S("Hello " + note));

      cell(1, "Data");
      Ui.press(KeyCode.F2);
      shown();
      Ui.fill(Ui.find("#value-Data"), "AQI=");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      assertThat(after(window).get("Data")).isEqualTo(new Attr.B(Bytes.of((byte) 1, (byte) 2)));

      addPath("Lines[1]");
      cell(1, "Lines[1]");
      Ui.press(KeyCode.F2);
      shown();
      Ui.fill(Ui.find("#value-Sku"), "P-1");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      assertThat(after(window).get(AttrPath.parse("Lines[1].Sku"))).isEqualTo(new Attr.S("P-1"));

      addPath("Address.City");
      cell(1, "Address.City");
      Ui.press(KeyCode.F2);
      Ui.fill(Ui.find("#cell-editor"), "Brest");
      Ui.press(KeyCode.ENTER);
      assertThat(after(window).get(AttrPath.parse("Address.City"))).isEqualTo(new Attr.S("Brest"));

      // where there is no Address nothing can be put into it
      cell(2, "Address.City");
      Ui.press(KeyCode.F2);
      assertThat(Ui.shows(node -> "cell-editor".equals(node.getId()))).isFalse();
      assertThat(staged(window).all()).hasSize(1);
    }
  }

  private static Item after(Window window) {
    return ((Change.Update) staged(window).all().iterator().next().change()).edited();
  }

  @Test
  void whatIsAbsentBeginsAsItsColumnAndKeysAreGuarded() {
    try (var window = open(Theme.LIGHT)) {
      cell(2, "Address");
      Ui.press(KeyCode.F2);
      shown();
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      assertThat(paths(window))
          .containsExactly(new PathChange(AttrPath.of("Address"), null, Attr.M.of(Map.of())));
      cell(0, "No");
      Ui.press(KeyCode.F2);
      assertThat(showing()).isFalse();
    }
  }

  @Test
  void theWholeItemIsReadFirstWhereTheRowsHoldAPartOfIt() {
    try (var window = open(Theme.LIGHT)) {
      ComboBox<?> projection = (ComboBox<?>) Ui.find("#projection");
      Ui.run(() -> projection.getSelectionModel().select(1));
      Ui.fill(Ui.find("#attributes"), "Address, Lines[0].Qty");
      Ui.press(KeyCode.ENTER);
      Ui.until("a part", () -> column("Note") < 0 && column("Lines") >= 0);
      cell(0, "Lines");
      Ui.press(KeyCode.F2);
      shown();
      assertThat(Ui.showsText("2 items")).isTrue();
      Ui.fill(Ui.find("#value-Qty"), "5");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      assertThat(paths(window).getFirst().path()).isEqualTo(AttrPath.parse("Lines[0].Qty"));
      assertThat(after(window))
          .isEqualTo(NestedTable.item(1).with(AttrPath.parse("Lines[0].Qty"), new Attr.N("5")));
    }
  }

  @Test
  void aReadOnlyConnectionShowsAndDoesNotEdit() {
    try (var window = open(Theme.LIGHT)) {
      Ui.run(() -> window.readOnly.set(true));
      cell(0, "Lines");
      Ui.press(KeyCode.F2);
      Ui.find("#peek");
      assertThat(showing()).isFalse();
      Ui.press(KeyCode.ESCAPE);
    }
  }

  @Test
  void aReadOnlyConnectionStagesNothing() {
    try (var window = open(Theme.LIGHT)) {
      Ui.run(() -> window.readOnly.set(true));
      String said = Messages.text("workbench.read-only.title");
      cell(0, "Plain");
      Ui.press(KeyCode.F2);
      assertThat(window.toasts).containsExactly(said);
      Ui.type("x");
      assertThat(window.toasts).containsExactly(said, said);
      Ui.press(KeyCode.DELETE);
      Ui.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "x")));
      Ui.press(KeyCode.CONTROL, KeyCode.V);
      assertThat(window.toasts).containsExactly(said, said, said, said);
      assertThat(Ui.shows(node -> "cell-editor".equals(node.getId()))).isFalse();

      doubleClick(0, "Plain");
      Ui.until("the item, to be looked at", () -> Ui.showsText("400 KB"));
      Ui.fill(Ui.find("#value-Plain"), "typed");
      Ui.press(KeyCode.CONTROL, KeyCode.S);
      Ui.sees(Messages.text("editor.save.read-only"));
      assertThat(Ui.disabled(Ui.find("#stage"))).isTrue();
      assertThat(staged(window).isEmpty()).isTrue();

      Ui.run(() -> window.readOnly.set(false));
      Ui.press(KeyCode.CONTROL, KeyCode.S);
      Ui.sees("1 staged change");
    }
  }

  @Test
  void whatIsTypedWhileWritesAreStoppedStaysInItsCell() {
    try (var window = open(Theme.LIGHT)) {
      cell(0, "Plain");
      Ui.press(KeyCode.F2);
      Ui.fill(Ui.find("#cell-editor"), "typed");
      Ui.run(() -> window.readOnly.set(true));
      Ui.press(KeyCode.ENTER);
      assertThat(window.toasts).containsExactly(Messages.text("workbench.read-only.title"));
      assertThat(Ui.typed(Ui.find("#cell-editor"))).isEqualTo("typed");
      assertThat(staged(window).isEmpty()).isTrue();
    }
  }

  @Test
  void aKeyIsNotTypedOverAndSaysWhy() {
    try (var window = open(Theme.LIGHT)) {
      String key = Ui.onFx(() -> grid().columns().getFirst().name());
      cell(0, key);
      Ui.press(KeyCode.F2);
      assertThat(window.toasts).containsExactly(Messages.text("items.stage.key"));
      cell(0, "Plain");
      Ui.press(KeyCode.DELETE);
      Ui.press(KeyCode.F2);
      assertThat(window.toasts).last().isEqualTo(Messages.text("items.stage.goes"));
    }
  }

  @Test
  void theFocusStaysInThePopoverAndThePanelTakesNoKeys() {
    try (var window = open(Theme.LIGHT)) {
      cell(0, "Plain");
      Ui.press(KeyCode.F2);
      Ui.fill(Ui.find("#cell-editor"), "staged");
      Ui.press(KeyCode.ENTER);
      cell(0, "Lines");
      Ui.press(KeyCode.F2);
      shown();
      Node card = Ui.find("#value-editor");
      for (int i = 0; i < 14; i++) {
        Ui.press(KeyCode.TAB);
        assertThat(Ui.onFx(() -> inside(card.getScene().getFocusOwner(), card))).isTrue();
      }
      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      assertThat(staged(window).all()).hasSize(1);
      assertThat(showing()).isTrue();
    }
  }

  private static boolean inside(Node node, Node parent) {
    Node here = node;
    while (here != null && here != parent) {
      here = here.getParent();
    }
    return here != null;
  }

  @Test
  void whatWasStagedMeanwhileIsSaidBeforeItIsReplaced() {
    try (var window = open(Theme.LIGHT)) {
      cell(0, "Lines");
      Ui.press(KeyCode.F2);
      shown();
      Ui.fill(Ui.find("#value-Qty"), "12");
      var changes = Ui.onFx(() -> window.desk.changes().of(NestedTable.NAME));
      Ui.run(() ->
          changes.stage(set ->
              set.edit(
                  schema(window),
                  NestedTable.item(1),
                  NestedTable.item(1).with("Lines", new Attr.L(List.of())),
                  Instant.now(),
                  Instant.now())));
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      assertThat(showing()).isTrue();
      assertThat(Ui.showsText("staged otherwise since you opened it")).isTrue();
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("staged", () -> !showing());
      assertThat(after(window).get(AttrPath.parse("Lines[0].Qty"))).isEqualTo(new Attr.N("12"));
    }
  }

  private static TableSchema schema(Window window) {
    return window.desk.session().tables().describe(NestedTable.NAME);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void thePopoverIsDrawn(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = open(theme)) {
      cell(0, "Lines");
      Ui.press(KeyCode.F2);
      shown();
      Ui.fill(Ui.find("#value-Qty"), "12x");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      window.picture("cell-list" + suffix);
      Ui.press(KeyCode.ESCAPE);
      window.picture("cell-leave" + suffix);
      Ui.click(Ui.find("#discard"));
      cell(1, "Note");
      Ui.press(KeyCode.F2);
      shown();
      window.picture("cell-text" + suffix);
      Ui.press(KeyCode.ESCAPE);
      cell(1, "Data");
      Ui.press(KeyCode.F2);
      shown();
      window.picture("cell-binary" + suffix);
      Ui.press(KeyCode.ESCAPE);
      cell(1, "Address");
      Ui.press(KeyCode.F2);
      shown();
      Ui.press(KeyCode.CONTROL, KeyCode.J);
      Ui.pulse();
      window.picture("cell-json" + suffix);
      var card = (Region) Ui.find("#value-editor");
      assertThat(Ui.onFx(card::getWidth)).isBetween(400.0, 640.0);
      Ui.press(KeyCode.ESCAPE);
    }
  }
}
