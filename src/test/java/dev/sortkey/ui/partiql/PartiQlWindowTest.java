package dev.sortkey.ui.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.PageWindow;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.workbench.Destination;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The PartiQL editor as a person uses it, on DynamoDB Local.
class PartiQlWindowTest {
  private static final String TABLE = "Spoken";
  private static Session session;

  @BeforeAll
  static void fill() {
    session = Desks.session();
    session.tables().create(SpokenTable.draft(TABLE));
    session.writer().putAll(TABLE, SpokenTable.items(40).iterator(), Progress.none());
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static PageWindow window(Theme theme) {
    return new PageWindow(session, TABLE, theme, PartiQlPanel::new);
  }

  private static void type(String text) {
    Ui.click(Ui.find("#partiql"));
    Ui.press(KeyCode.CONTROL, KeyCode.A);
    Ui.press(KeyCode.DELETE);
    Ui.type(text);
    Ui.press(KeyCode.ESCAPE);
  }

  private static void waitForNote(String part) {
    Ui.until(
        part,
        () ->
            Ui.shows(node ->
                node instanceof Label label
                    && "partiql-note".equals(label.getId())
                    && label.getText().contains(part)));
  }

  private static Item item(int n) {
    return session
        .reader()
        .get(
            session.tables().describe(TABLE),
            new ItemKey(new LinkedHashMap<>(Map.of("id", new Attr.S("i" + n)))))
        .orElseThrow();
  }

  @Test
  void aSelectIsTypedMarkedAndRun() {
    try (var window = window(Theme.LIGHT)) {
      type("SELECT * FROM Spoken WHERE kind = 'a'");
      waitForNote("Reads everything");
      type("SELECT * FROM Spoken WHERE id IN ['i1', 'i2']");
      waitForNote("Reads by key");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("two items", () -> Ui.showsText("2 items"));
      Ui.click(Ui.find("#open-in-builder"));
      assertThat(window.opened)
          .singleElement()
          .satisfies(place -> assertThat(((Destination.Query) place).spec().filters()).hasSize(1));
    }
  }

  @Test
  void wordsAndStringsAreColoured() {
    try (var _ = window(Theme.LIGHT)) {
      type("SELECT * FROM Spoken WHERE kind = 'a'");
      waitForNote("Reads everything");
      assertThat(Stream.of("SELECT", "'a'", "*").map(PartiQlWindowTest::ink))
          .doesNotHaveDuplicates();
    }
  }

  private static Paint ink(String word) {
    return ((Text)
            Ui.find(word, node -> node instanceof Text text && text.getText().strip().equals(word)))
        .getFill();
  }

  @Test
  void whatIsWrongIsSaidBeforeAndAfterTheRun() {
    try (var _ = window(Theme.LIGHT)) {
      type("SELECT * FROM Spoken WHERE kind = 'a");
      waitForNote("not closed");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("nothing ran", () -> Ui.showsText("Nothing was run."));
      type("SELECT * FROM Spoken; DELETE FROM Nowhere WHERE id = 'x'");
      waitForNote("no table Nowhere");
    }
  }

  @Test
  void aWriteIsShownAndAsksAndChangesOnlyThen() {
    try (var _ = window(Theme.LIGHT)) {
      type("UPDATE Spoken SET kind = 'changed' REMOVE nested.deep WHERE id = 'i3'");
      waitForNote("Writes");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("what it would do", () -> Ui.showsText("Changes the item 'i3':"));
      Ui.sees("nested.deep");
      assertThat(item(3).get("kind")).isNotEqualTo(new Attr.S("changed"));
      Ui.click(Ui.find("#confirm-write"));
      Ui.until("written", () -> Ui.showsText("Written"));
      assertThat(item(3).get("kind")).isEqualTo(new Attr.S("changed"));
    }
  }

  @Test
  void aRowOpensInTheEditorAndIsSaved() {
    try (var _ = window(Theme.LIGHT)) {
      type("SELECT * FROM Spoken WHERE id = 'i5'");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("the item", () -> Ui.showsText("1 item"));
      var grid = (DataGrid) Ui.find("#partiql-grid");
      Ui.run(() -> grid.focusCell(0, 0));
      Ui.run(grid::requestFocus);
      Ui.press(KeyCode.ENTER);
      Ui.until("the editor", () -> Ui.showsText("400 KB"));
    }
  }

  @Test
  void parametersHaveTypesAndATransactionIsAllOrNothing() {
    try (var _ = window(Theme.LIGHT)) {
      type("UPDATE Spoken SET n = ? WHERE id = 'i7'; UPDATE Spoken SET n = ? WHERE id = 'i8'");
      Ui.fill(Ui.find("#parameter-1"), "seven");
      Ui.fill(Ui.find("#parameter-2"), "eight");
      Ui.click(Ui.text("Transaction"));
      Ui.click(Ui.find("#partiql-run"));
      Ui.until("both", () -> Ui.showsText("Changes the item 'i8':"));
      Ui.click(Ui.find("#confirm-write"));
      Ui.until("written", () -> Ui.showsText("Written"));
      assertThat(item(7).get("n")).isEqualTo(new Attr.S("seven"));
      assertThat(item(8).get("n")).isEqualTo(new Attr.S("eight"));
    }
  }

  @Test
  void theTextComesBackAndRunsAreRemembered() {
    try (var window = window(Theme.LIGHT)) {
      type("SELECT * FROM Spoken WHERE id = 'i1'");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("the item", () -> Ui.showsText("1 item"));
      Ui.until(
          "kept",
          () ->
              window.desk.store().statements().get().of("sandbox").contains("i1")
                  && window.desk.store().history().runs("sandbox").size() == 1);
    }
  }

  @Test
  void wordsAreOffered() {
    try (var _ = window(Theme.LIGHT)) {
      Ui.click(Ui.find("#partiql"));
      Ui.type("sel");
      Ui.press(KeyCode.ENTER);
      Ui.type("* from ");
      Ui.press(KeyCode.CONTROL, KeyCode.SPACE);
      Ui.until("the table", () -> Ui.showsText("\"Spoken\""));
      Ui.press(KeyCode.ESCAPE);
      Ui.type("\"Spoken\"");
      waitForNote("Reads everything");

      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until("the rows", () -> Ui.showsText("40 items"));
      Ui.click(Ui.find("#partiql"));
      Ui.press(KeyCode.CONTROL, KeyCode.END);
      Ui.type(" where nes");
      Ui.until(
          "an attribute that only rows have",
          () -> Ui.showsText("\"nested\"") || Ui.showsText("nested"));
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void pictures(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = window(theme)) {
      window.go(
          new Destination.PartiQl(
              "SELECT * FROM \"Spoken\" -- all of one kind\nWHERE \"kind\" = 'a' AND size(\"list\")"
                  + " > 1;\n\nUPDATE \"Spoken\"\nSET \"nested\".\"deep\" = 12.50, \"kind\" = ?\n"
                  + "WHERE \"id\" = 'i9'",
              false));
      Ui.fill(Ui.find("#parameter-1"), "b");
      Ui.click(Ui.find("#partiql-run"));
      Ui.until("what it would do", () -> Ui.showsText("Changes the item 'i9':"));
      window.picture("partiql-write" + suffix);
      Ui.click(Ui.find("#confirm-write"));
      Ui.until("done", () -> Ui.showsText("Written"));
      Ui.click(Ui.text("1 · 13 items"));
      window.picture("partiql" + suffix);
    }
  }
}
