package dev.sortkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Staged changes as a person makes them, in the whole window on the real sandbox: in cells, in the
/// editor, by pasting; reviewed, committed, merged, taken back.
class StagingJourneyTest {
  private static final String TABLE = "Stock";

  @TempDir private Path home;

  private static void waitFor(String words) {
    Ui.until("'" + words + "'", () -> Ui.showsText(words));
  }

  private static DataGrid grid() {
    return (DataGrid) Ui.find("#grid");
  }

  private static TableView<?> commits() {
    return (TableView<?>) Ui.find("#commits");
  }

  private static void cell(int row, String column) {
    Ui.run(() -> {
      int at = grid().columns().stream().map(c -> c.name()).toList().indexOf(column);
      grid().focusCell(row, at);
      grid().requestFocus();
    });
  }

  /// Rows come in the order of the table's hash; the key tells which is which.
  private static int row(String id) {
    var found = new AtomicInteger();
    Ui.until(
        "the row " + id,
        () -> {
          for (int row = 0; row < 10; row++) {
            grid().focusCell(row, 0);
            if (String.valueOf(grid().getAccessibleText()).endsWith(" " + id)) {
              found.set(row);
              return true;
            }
          }
          return false;
        });
    return found.get();
  }

  private static void edit(String id, String column, String text) {
    cell(row(id), column);
    Ui.press(KeyCode.F2);
    Ui.fill(Ui.find("#cell-editor"), text);
    Ui.press(KeyCode.ENTER);
  }

  private static void paste(String text) {
    Ui.run(() -> {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      grid().requestFocus();
    });
    Ui.press(KeyCode.CONTROL, KeyCode.V);
  }

  private static void open(AppDriver app) {
    app.openSandbox();
    AppDriver.createTable(app.client(), TABLE);
    put(app, "a", "1", "in stock");
    put(app, "b", "2", "in stock");
    put(app, "c", "3", "sold out");
    Ui.click(Ui.find("#tables-refresh"));
    waitFor(TABLE);
    app.openTable(TABLE);
    waitFor("3 items");
  }

  private static void put(AppDriver app, String id, String count, String status) {
    app.client()
        .putItem(request ->
            request
                .tableName(TABLE)
                .item(
                    Map.of(
                        "Id", AttributeValue.fromS(id),
                        "Count", AttributeValue.fromN(count),
                        "Status", AttributeValue.fromS(status))));
  }

  private static Map<String, AttributeValue> item(AppDriver app, String id) {
    return app.client()
        .getItem(request -> request.tableName(TABLE).key(Map.of("Id", AttributeValue.fromS(id))))
        .item();
  }

  private static String text(AppDriver app, String id, String attribute) {
    AttributeValue value = item(app, id).get(attribute);
    return value == null ? null : value.s() != null ? value.s() : value.n();
  }

  @Test
  void changesAreStagedReviewedCommittedAndTakenBack() {
    try (var app = new AppDriver(home)) {
      open(app);
      edit("a", "Count", "12");
      waitFor("1 staged change");
      edit("a", "Count", "x");
      waitFor("x is not a number");
      app.picture("staged-flaw");
      Ui.press(KeyCode.ESCAPE);
      edit("b", "Status", "sold");
      cell(row("c"), "Id");
      Ui.press(KeyCode.DELETE);
      waitFor("3 staged changes");
      paste("Id\tCount\tStatus\nd\t4\tnew\n");
      waitFor("4 staged changes");
      app.picture("staged-grid");
      assertThat(text(app, "a", "Count")).isEqualTo("1");
      assertThat(item(app, "c")).isNotEmpty();
      assertThat(item(app, "d")).isEmpty();

      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      waitFor("3 staged changes");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
      waitFor("4 staged changes");

      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
      waitFor("Commit 4 of 4 items");
      app.picture("staged-review");
      Ui.click(Ui.find("code", node -> node.getStyleClass().contains("sk-review-code")));
      waitFor("Code for " + TABLE);
      Ui.press(KeyCode.CONTROL, KeyCode.W);
      waitFor("Commit 4 of 4 items");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
      waitFor("4 written");
      app.picture("staged-committed");
      assertThat(text(app, "a", "Count")).isEqualTo("12");
      assertThat(text(app, "b", "Status")).isEqualTo("sold");
      assertThat(item(app, "c")).isEmpty();
      assertThat(text(app, "d", "Count")).isEqualTo("4");

      Ui.click(Ui.text("Commits"));
      Ui.until("a commit", () -> !commits().getItems().isEmpty());
      Ui.run(() -> commits().getSelectionModel().select(0));
      waitFor("4 written, 0 not written");
      app.picture("staged-commits");
      Ui.click(Ui.find("#revert-commit"));
      waitFor("Commit 4 of 4 items");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
      Ui.until("all is as it was", () -> "1".equals(text(app, "a", "Count")));
      assertThat(text(app, "b", "Status")).isEqualTo("in stock");
      assertThat(text(app, "c", "Count")).isEqualTo("3");
      assertThat(item(app, "d")).isEmpty();
    }
  }

  @Test
  void whatSomeoneElseChangedIsMergedAndNeverOverwritten() {
    try (var app = new AppDriver(home)) {
      open(app);
      edit("a", "Count", "12");
      edit("a", "Status", "mine");
      edit("b", "Count", "22");
      put(app, "a", "7", "in stock");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
      waitFor("Commit 2 of 2 items");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
      waitFor("1 changed meanwhile · 1 not attempted");
      assertThat(text(app, "a", "Count")).isEqualTo("7");
      assertThat(text(app, "b", "Count")).isEqualTo("2");
      waitFor("2 paths: 1 merged without overlap, 1 needs your decision.");
      app.picture("staged-merge");
      Ui.fill(Ui.find("#merge-result"), "19");
      Ui.press(KeyCode.ENTER);
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      waitFor("Commit 2 of 2 items");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
      waitFor("2 written");
      assertThat(text(app, "a", "Count")).isEqualTo("19");
      assertThat(text(app, "a", "Status")).isEqualTo("mine");
      assertThat(text(app, "b", "Count")).isEqualTo("22");
    }
  }

  @Test
  void whatIsStagedIsThereAgainAfterAnEnd() {
    try (var app = new AppDriver(home)) {
      open(app);
      edit("a", "Count", "12");
      waitFor("1 staged change");
      Ui.press(KeyCode.CONTROL, KeyCode.N);
      Ui.click(Ui.find("#value-Id"));
      Ui.type("e");
      Ui.press(KeyCode.CONTROL, KeyCode.S);
      waitFor("2 staged changes");
      Ui.until("it is written down", app::idle);
    }
    try (var app = new AppDriver(home)) {
      Ui.click(Ui.find("#sandbox-open"));
      waitFor("2 staged changes");
      cell(row("a"), "Count");
      Ui.press(KeyCode.F2);
      assertThat(Ui.typed(Ui.find("#cell-editor"))).isEqualTo("12");
      app.picture("staged-again");
    }
  }

  @Test
  void manyItemsAreChangedThroughTheReviewOrUnderABudget() {
    try (var app = new AppDriver(home)) {
      open(app);
      row("a");
      Ui.run(() -> grid().requestFocus());
      Ui.press(KeyCode.CONTROL, KeyCode.B);
      Ui.fill(Ui.find("#bulk-path"), "Count");
      Ui.run(() -> kinds().setValue(item(kinds(), "COMPUTE")));
      Ui.fill(Ui.find("#bulk-value"), "Count * 10 +");
      waitFor("The formula ends too early");
      Ui.fill(Ui.find("#bulk-value"), "Count * 10");
      waitFor("Of 3 items looked at 3 would change");
      app.picture("bulk-preview");
      Ui.click(Ui.find("#bulk-stage"));
      waitFor("3 staged changes");
      assertThat(text(app, "c", "Count")).isEqualTo("3");
      Ui.press(KeyCode.CONTROL, KeyCode.Z);
      Ui.until("taken back", () -> !Ui.showsText("3 staged changes"));

      Ui.run(() -> grid().requestFocus());
      Ui.press(KeyCode.CONTROL, KeyCode.B);
      Ui.click(Ui.text("The whole result, beyond what is loaded"));
      Ui.run(() -> kinds().setValue(item(kinds(), "REPLACE")));
      Ui.fill(Ui.find("#bulk-path"), "Status");
      Ui.fill(Ui.find("#bulk-pattern"), "in stock");
      Ui.fill(Ui.find("#bulk-value"), "here");
      waitFor("2 would change, 1 are so already");
      assertThat(Ui.<Boolean>onFx(() -> Ui.anywhere("#bulk-run").isDisabled())).isTrue();
      Ui.fill(Ui.find("#bulk-name"), TABLE);
      Ui.click(Ui.find("#bulk-run"));
      waitFor("Done: 3 read, 2 written, 1 left alone");
      app.picture("bulk-done");
      assertThat(text(app, "a", "Status")).isEqualTo("here");
      assertThat(text(app, "c", "Status")).isEqualTo("sold out");
      Ui.click(Ui.find("#bulk-close"));
    }
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Object> kinds() {
    return (ComboBox<Object>) Ui.anywhere("#bulk-kind");
  }

  private static Object item(ComboBox<Object> box, String name) {
    return box.getItems().stream()
        .filter(one -> one.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
