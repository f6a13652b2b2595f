package dev.sortkey.ui.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.ItemDiff.PathChange;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.PageWindow;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import dev.sortkey.ui.review.ReviewPanel;
import dev.sortkey.ui.workbench.Destination;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rows that statements bring are edited like those of the items panel: staged for their table,
/// marked, and committed from the review. On DynamoDB Local.
class PartiQlEditsWindowTest {
  private static final String TABLE = StallsTable.NAME;
  private static Session session;

  @BeforeAll
  static void create() {
    session = Desks.session();
    if (!session.tables().names().contains(TABLE)) {
      StallsTable.create(session);
    }
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static PageWindow window(String market, int stalls) {
    StallsTable.fill(session, market, stalls);
    return new PageWindow(session, TABLE, Theme.LIGHT, PartiQlPanel::new);
  }

  private static void run(PageWindow window, String statement, String count) {
    window.go(new Destination.PartiQl(statement, true));
    Ui.sees(count);
  }

  private static DataGrid grid() {
    return (DataGrid) Ui.find("#partiql-grid");
  }

  private static int column(String name) {
    return Ui.onFx(() -> grid().columns().stream().map(c -> c.name()).toList().indexOf(name));
  }

  private static void cell(int row, String name) {
    int at = column(name);
    assertThat(at).as(name).isNotNegative();
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

  private static void typeInto(int row, String name, String text) {
    cell(row, name);
    Ui.press(KeyCode.F2);
    Ui.fill(Ui.find("#cell-editor"), text);
    Ui.press(KeyCode.ENTER);
  }

  private static boolean editing() {
    return Ui.shows(node -> "cell-editor".equals(node.getId()));
  }

  private static ChangeSet staged(PageWindow window) {
    return Ui.onFx(() -> window.desk.changes().of(TABLE).now());
  }

  private static Staged only(PageWindow window) {
    assertThat(staged(window).all()).hasSize(1);
    return staged(window).all().iterator().next();
  }

  private static TableSchema schema() {
    return session.tables().describe(TABLE);
  }

  /// What another client finds.
  private static Optional<Item> there(String market, int no) {
    try (Session other = Desks.session()) {
      return other.reader().get(schema(), StallsTable.key(market, no));
    }
  }

  private static void someoneWrites(Item item) {
    try (Session other = Desks.session()) {
      other.writer().putAll(TABLE, List.of(item).iterator(), Progress.none());
    }
  }

  private static void commit(PageWindow window) {
    var review = Ui.onFx(() -> new ReviewPanel(window.desk, TABLE));
    Ui.run(() -> {
      window.showDialog(review.node());
      review.shown();
    });
    Ui.click(Ui.find("#commit"));
    Ui.until("committed", () -> staged(window).isEmpty());
    Ui.run(() -> {
      review.closed();
      window.closeDialog();
    });
  }

  @Test
  void aScalarANestedValueAndADeletionAreStagedAndCommittedTogether() {
    try (var window = window("Lyon", 4)) {
      run(window, "SELECT * FROM Stalls WHERE market = 'Lyon'", "4 items");
      typeInto(0, "name", "Apples");
      Ui.sees("1 staged change");

      doubleClick(1, "info");
      Ui.find("#value-editor");
      Ui.fill(Ui.find("#value-owner"), "Grace");
      assertThat(window.panel.unsaved().getValue()).isTrue();
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.sees("2 staged changes");
      assertThat(window.panel.unsaved().getValue()).isFalse();

      cell(2, "name");
      Ui.press(KeyCode.DELETE);
      Ui.sees("3 staged changes");
      Iterator<Staged> all = staged(window).all().iterator();
      assertThat(all.next().change().diff().changes())
          .containsExactly(
              new PathChange(AttrPath.of("name"), new Attr.S("Stall 1"), new Attr.S("Apples")));
      assertThat(all.next().change().diff().changes())
          .containsExactly(
              new PathChange(AttrPath.parse("info.owner"), new Attr.S("Ada"), new Attr.S("Grace")));
      assertThat(all.next().change()).isEqualTo(new Change.Delete(StallsTable.item("Lyon", 3)));
      assertThat(there("Lyon", 3)).as("nothing is written yet").isPresent();

      Ui.click(Ui.find("#staged-review"));
      assertThat(window.opened).containsExactly(new Destination.Review(TABLE));
      commit(window);
      Ui.sees("3 items");
      assertThat(there("Lyon", 1).orElseThrow())
          .isEqualTo(StallsTable.item("Lyon", 1).with(AttrPath.of("name"), new Attr.S("Apples")));
      assertThat(there("Lyon", 2).orElseThrow())
          .isEqualTo(
              StallsTable.item("Lyon", 2).with(AttrPath.parse("info.owner"), new Attr.S("Grace")));
      assertThat(there("Lyon", 3)).isEmpty();

      // The rows follow: an edit of one that was committed is an edit of what is there now.
      typeInto(0, "name", "Pears");
      Ui.sees("1 staged change");
      assertThat(only(window).change().before().get("name")).isEqualTo(new Attr.S("Apples"));
      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      Ui.until("taken back", () -> staged(window).isEmpty());
    }
  }

  @Test
  void aRowOpensInTheEditorWhichStages() {
    try (var window = window("Oslo", 2)) {
      run(window, "SELECT * FROM Stalls WHERE market = 'Oslo'", "2 items");
      cell(1, "name");
      Ui.press(KeyCode.ENTER);
      Ui.sees("400 KB");
      Ui.fill(Ui.find("#value-name"), "Fish");
      assertThat(window.panel.unsaved().getValue()).isTrue();

      // What was typed is not lost to another run.
      Ui.click(Ui.find("#partiql-run"));
      Ui.click(Ui.find("#keep-editing"));
      assertThat(Ui.typed(Ui.find("#value-name"))).isEqualTo("Fish");
      Ui.click(Ui.find("#stage"));
      Ui.sees("1 staged change");
      assertThat(only(window).item().get("name")).isEqualTo(new Attr.S("Fish"));
      assertThat(there("Oslo", 2)).contains(StallsTable.item("Oslo", 2));
      assertThat(window.panel.unsaved().getValue()).isFalse();

      Ui.click(Ui.find("#partiql-run"));
      Ui.until("run again", () -> !Ui.showsText("400 KB"));
      Ui.sees("2 items");
      Ui.sees("1 staged change");
    }
  }

  @Test
  void rowsWithoutTheirKeySayWhyTheyAreNotEdited() {
    try (var window = window("Kyoto", 1)) {
      run(
          window,
          "SELECT \"name\", info.market, \"no\" FROM Stalls WHERE market = 'Kyoto'",
          "1 item");
      String why = Messages.text("partiql.edit.no-key", "market, no");
      cell(0, "name");
      Ui.type("x");
      Ui.press(KeyCode.F2);
      Ui.press(KeyCode.ENTER);
      Ui.press(KeyCode.DELETE);
      assertThat(window.toasts).containsExactly(why, why, why, why);
      doubleClick(0, "name");
      assertThat(window.toasts).hasSize(5).containsOnly(why);
      assertThat(editing()).isFalse();
      assertThat(staged(window).isEmpty()).isTrue();
    }
  }

  @Test
  void aChangeOfSomeAttributesRestsOnTheWholeItemAndTouchesItsPathAlone() {
    try (var window = window("Bergen", 2)) {
      run(window, "SELECT \"name\", \"no\", market FROM Stalls WHERE market = 'Bergen'", "2 items");
      Item whole = StallsTable.item("Bergen", 1);
      typeInto(0, "name", "Cod");
      Ui.sees("1 staged change");
      var change = (Change.Update) only(window).change();
      assertThat(change.original()).isEqualTo(whole);
      assertThat(change.diff().changes()).hasSize(1);

      // Someone else changes another attribute, and the other row's name.
      Item theirs = whole.with("fee", new Attr.N("99"));
      someoneWrites(theirs);
      someoneWrites(StallsTable.item("Bergen", 2).with("name", new Attr.S("theirs")));
      typeInto(1, "name", "Crab");
      Ui.until("refused", () -> !window.toasts.isEmpty());
      assertThat(window.toasts).containsExactly(Messages.text("items.stage.changed", "name"));
      cell(1, "name");
      Ui.press(KeyCode.DELETE);
      Ui.sees("2 staged changes");
      commit(window);
      assertThat(there("Bergen", 1)).contains(theirs.with("name", new Attr.S("Cod")));
      assertThat(there("Bergen", 2)).isEmpty();
      Ui.sees("1 item");
      assertThat(column("fee")).as("only what was asked for").isNegative();
    }
  }

  @Test
  void whatStandsWithinAnAttributeIsEditedInItsItemAndFollows() {
    try (var window = window("Porto", 1)) {
      run(window, "SELECT market, \"no\", info.owner FROM Stalls WHERE market = 'Porto'", "1 item");
      cell(0, "owner");
      Ui.type("x");
      assertThat(window.toasts).containsExactly(Messages.text("partiql.edit.part", "owner"));
      assertThat(editing()).isFalse();
      Ui.press(KeyCode.ENTER);
      Ui.sees("400 KB");
      Ui.fill(Ui.find("#value-owner"), "Linus");
      Ui.press(KeyCode.CONTROL, KeyCode.S);
      Ui.sees("1 staged change");
      cell(0, "owner");
      Ui.press(KeyCode.SPACE);
      Ui.find("#peek");
      Ui.sees("Linus");
      Ui.press(KeyCode.ESCAPE);
    }
  }

  @Test
  void rowsOfAnIndexAndOfSeveralStatementsAreEdited() {
    try (var window = window("Rome", 2)) {
      run(
          window,
          "SELECT * FROM Stalls.byGoods WHERE goods = 'goods of Rome';"
              + "SELECT * FROM Stalls WHERE market = 'Rome' AND \"no\" = 2",
          "1 item");
      typeInto(0, "name", "Second");
      Ui.sees("1 staged change");
      Ui.click(Ui.text("1 · 2 items"));
      Ui.sees("2 items");
      assertThat(column("name")).as("not in the index").isNegative();
      typeInto(0, "fee", "1");
      Ui.sees("2 staged changes");
      assertThat(
              staged(window).all().stream()
                  .map(one -> one.change().before().get("info"))
                  .distinct())
          .containsExactly(StallsTable.item("Rome", 1).get("info"));
      commit(window);
      assertThat(column("name")).isNegative();
      Ui.click(Ui.text("2 · 1 item"));
      Ui.sees("1 item");
      assertThat(there("Rome", 2).orElseThrow().get("name")).isEqualTo(new Attr.S("Second"));
    }
  }

  @Test
  void whatIsStagedElsewhereIsSeenAndAReadOnlyConnectionEditsNothing() {
    try (var window = window("Riga", 2)) {
      var changes = Ui.onFx(() -> window.desk.changes().of(TABLE));
      Ui.run(() ->
          changes.stage(set ->
              set.delete(schema(), StallsTable.item("Riga", 1), Instant.now(), Instant.now())));
      run(window, "SELECT * FROM Stalls WHERE market = 'Riga'", "2 items");
      Ui.sees("1 staged change");
      cell(0, "name");
      Ui.type("x");
      assertThat(window.toasts).containsExactly(Messages.text("items.stage.goes"));

      Ui.run(() -> window.readOnly.set(true));
      cell(1, "name");
      Ui.type("x");
      Ui.press(KeyCode.F2);
      Ui.press(KeyCode.DELETE);
      assertThat(window.problems)
          .extracting(Problem::title)
          .hasSize(3)
          .containsOnly(Messages.text("workbench.read-only.title"));
      assertThat(editing()).isFalse();
      cell(1, "info");
      Ui.press(KeyCode.F2);
      Ui.find("#peek");
      Ui.press(KeyCode.ESCAPE);
      doubleClick(1, "name");
      Ui.sees("400 KB");
      assertThat(Ui.disabled(Ui.find("#stage"))).isTrue();
      assertThat(staged(window).all()).hasSize(1);
    }
  }

  @Test
  void whatAWriteReturnsIsEditedWhereItHasItsKey() {
    try (var window = window("Turin", 1)) {
      String update = "UPDATE Stalls SET fee = 3 WHERE market = 'Turin' AND \"no\" = 1 RETURNING ";
      window.go(new Destination.PartiQl(update + "MODIFIED NEW *", true));
      Ui.click(Ui.find("#confirm-write"));
      Ui.sees("Written");
      cell(0, "fee");
      Ui.type("4");
      assertThat(window.toasts).containsExactly(Messages.text("partiql.edit.returned"));

      window.go(new Destination.PartiQl(update + "ALL OLD *", true));
      Ui.click(Ui.find("#confirm-write"));
      Ui.until(
          "the whole row",
          () ->
              Ui.shows(node ->
                  node instanceof DataGrid grid
                      && grid.columns().stream().anyMatch(c -> c.name().equals("info"))));
      typeInto(0, "name", "Truffles");
      Ui.sees("1 staged change");
      assertThat(only(window).change().before().get("fee")).isEqualTo(new Attr.N("3"));
    }
  }

  @Test
  void aMenuOpensStagesAndTakesBack() {
    try (var window = window("Graz", 2)) {
      run(window, "SELECT * FROM Stalls WHERE market = 'Graz'", "2 items");
      rightClick(1);
      Ui.click(Ui.text(Messages.text("items.menu.delete")));
      Ui.sees("1 staged change");
      assertThat(only(window).kind()).isEqualTo(Staged.Kind.DELETE);
      rightClick(1);
      Ui.click(Ui.text(Messages.text("items.menu.discard")));
      Ui.until("taken back", () -> staged(window).isEmpty());
      rightClick(1);
      Ui.click(Ui.text(Messages.text("items.menu.edit")));
      Ui.sees("400 KB");
    }
  }

  private static void rightClick(int row) {
    Point2D point =
        Ui.onFx(() -> {
          Bounds bounds = Ui.laidOut(grid()).cellBounds(row, 1);
          return new Point2D(bounds.getMinX() + 20, bounds.getCenterY());
        });
    Ui.clickAt(point, MouseButton.SECONDARY, 1);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void pictures(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    String market = "Picture" + suffix;
    StallsTable.fill(session, market, 6);
    try (var window = new PageWindow(session, TABLE, theme, PartiQlPanel::new)) {
      run(window, "SELECT * FROM \"Stalls\"\nWHERE \"market\" = '" + market + "'", "6 items");
      typeInto(0, "name", "Apples");
      Ui.sees("1 staged change");
      cell(3, "name");
      Ui.press(KeyCode.DELETE);
      Ui.sees("2 staged changes");
      doubleClick(1, "info");
      Ui.find("#value-editor");
      Ui.fill(Ui.find("#value-owner"), "Grace");
      window.picture("partiql-popover" + suffix);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.sees("3 staged changes");
      cell(1, "name");
      Ui.press(KeyCode.ENTER);
      Ui.sees("400 KB");
      window.picture("partiql-staged" + suffix);
    }
  }
}
