package dev.sortkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Bad input in the item editor, and a table that someone else deletes, in the whole window on the
/// real sandbox: what it says, and that what was typed is still there.
class ItemFaultsTest {
  private static final String TABLE = "Faults";

  @TempDir private Path home;

  private static void waitFor(String words) {
    Ui.until("'" + words + "'", () -> Ui.showsText(words));
  }

  private static void paste(String text) {
    Ui.run(() -> {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    });
    Ui.click(Ui.find("#json"));
    Ui.press(KeyCode.CONTROL, KeyCode.A);
    Ui.press(KeyCode.CONTROL, KeyCode.V);
  }

  private static String json() {
    return Ui.onFx(((CodeArea) Ui.find("#json"))::getText);
  }

  private static String typed(Node field) {
    return Ui.onFx(() -> ((TextField) field).getText());
  }

  private static void openTable(AppDriver app) {
    app.openSandbox();
    AppDriver.createTable(app.client(), TABLE);
    Ui.click(Ui.find("#tables-refresh"));
    waitFor(TABLE);
    app.openTable(TABLE);
    waitFor("0 items");
  }

  /// Pastes it, tries to save it, and sees that nothing was written and nothing lost.
  private static void refused(AppDriver app, String name, String text, String... words) {
    paste(text);
    for (String part : words) {
      waitFor(part);
    }
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    waitFor("nothing was written");
    app.picture("fault-json-" + name);
    assertThat(json()).isEqualTo(text);
    assertThat(Ui.shows(node -> "confirm".equals(node.getId()))).isFalse();
    assertThat(app.client().scan(request -> request.tableName(TABLE)).count()).isZero();
  }

  @Test
  void jsonThatCannotBeSavedSaysWhyAndStays() {
    try (var app = new AppDriver(home)) {
      openTable(app);
      Ui.click(Ui.find("#create-item"));
      Ui.click(Ui.text("JSON"));
      refused(app, "malformed", "{\"Id\": \"1\",\n \"a\" 1}", "Line 2", "This is not JSON");
      refused(
          app,
          "digits",
          "{\"Id\": \"1\", \"Sum\": " + "1234567890".repeat(4).substring(0, 39) + "}",
          "39 significant digits");
      refused(app, "key", "{\"Id\": \"\", \"A\": 1}", "Id is a key attribute and cannot be empty");
      refused(
          app,
          "levels",
          "{\"Id\": \"1\", \"Deep\": " + "[".repeat(33) + "]".repeat(33) + "}",
          "32 levels");
      refused(
          app,
          "large",
          "{\"Id\": \"1\", \"Text\": \"" + "x".repeat(401 * 1024) + "\"}",
          "400 KB) at most");
      Ui.click(Ui.text("DynamoDB JSON"));
      paste("{\"Id\": {\"S\": \"1\"}}");
      Ui.click(Ui.text("DynamoDB JSON"));
      refused(
          app,
          "empty-set",
          "{\"Id\": {\"S\": \"1\"}, \"Tags\": {\"SS\": []}}",
          "A set cannot be empty");
      refused(
          app,
          "set-twice",
          "{\"Id\": {\"S\": \"1\"}, \"Tags\": {\"NS\": [\"1\", \"1.0\"]}}",
          "is in the set twice");

      paste("{\"Id\": {\"S\": \"1\"}}");
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
      Ui.find("#confirm");
      Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
      Ui.until(
          "the mended item is written",
          () -> app.client().scan(request -> request.tableName(TABLE)).count() == 1);
    }
  }

  @Test
  void aTableDeletedByAnotherIsSaidAndWhatWasTypedStays() {
    try (var app = new AppDriver(home)) {
      openTable(app);
      Ui.click(Ui.text("Query"));
      Ui.fill(Ui.find("#key-Id"), "one");
      Ui.click(Ui.find("#create-item"));
      Ui.click(Ui.find("#value-Id"));
      Ui.type("typed");
      app.client().deleteTable(request -> request.tableName(TABLE));

      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
      Ui.click(Ui.find("#confirm"));
      waitFor("The table or index was not found");
      app.picture("fault-table-gone-save");
      Ui.click(Ui.find("#back"));
      assertThat(typed(Ui.find("#value-Id"))).isEqualTo("typed");

      Ui.click(Ui.find("#key-Id"));
      Ui.press(KeyCode.ENTER);
      waitFor("The table " + TABLE + " is gone.");
      app.picture("fault-table-gone-query");
      assertThat(typed(Ui.find("#key-Id"))).isEqualTo("one");
      assertThat(typed(Ui.find("#value-Id"))).isEqualTo("typed");

      AppDriver.createTable(app.client(), TABLE);
      Ui.click(Ui.text("Refresh tables"));
      Ui.until("it is back", () -> !Ui.showsText("The table " + TABLE + " is gone."));
      Ui.click(Ui.find("#value-Id"));
      Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
      Ui.click(Ui.find("#confirm"));
      Ui.until(
          "the item is written",
          () ->
              app.client()
                  .scan(request -> request.tableName(TABLE))
                  .items()
                  .contains(Map.of("Id", AttributeValue.fromS("typed"))));
    }
  }
}
