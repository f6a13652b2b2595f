package dev.sortkey;

import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Pictures of what is rarer or goes wrong: dialogs, conflicts, faults, pauses, empty tables, and a
/// second connection.
@Tag("screenshots")
class ScreenshotStatesTour extends Tour {
  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyState(String wanted) {
    theme = wanted;
    try (var opened =
        new AppDriver(
            home.resolve(theme), Theme.valueOf(theme.toUpperCase(Locale.ROOT)), () -> List.of())) {
      app = opened;
      app.openSandbox();
      Ui.click(Ui.find("#fill-samples"));
      Ui.until("all samples are written", 180, () -> Ui.showsText("items were written"));
      prepare();
      Ui.click(Ui.find("#tables-refresh"));
      Ui.until("the tables are described", () -> Ui.showsText("4,001"));
      Ui.until("the toast is gone", () -> !Ui.showsText("items were written"));
      reading();
      editing();
      finding();
      many();
      dialogs();
      elsewhere();
    }
  }

  private void prepare() {
    table("Invoices");
    table("Reports");
    for (int i = 0; i < 14; i++) {
      Map<String, AttributeValue> report =
          Map.of(
              "ID",
              AttributeValue.fromS("2024-" + (10 + i)),
              "Text",
              AttributeValue.fromS("All quiet. ".repeat(35_000)));
      app.client().putItem(request -> request.tableName("Reports").item(report));
    }
  }

  private void table(String name) {
    app.client()
        .createTable(request ->
            request
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("ID")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("ID").keyType(KeyType.HASH).build()));
  }

  private void reading() {
    app.openTable("Invoices");
    rows("0 items");
    picture("items-empty-table");
    app.openTable("Reports");
    Ui.find("#pause");
    Ui.click(Ui.find("#add-filter"));
    Ui.type("Te");
    picture("items-filter-suggestions");
    Ui.type("xt");
    Ui.press(KeyCode.TAB);
    Ui.type("storm");
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    // It asks first where it may cost much.
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    Ui.until("the pause", () -> app.idle() && Ui.showsText("0 items"));
    picture("items-paused");
    app.openTable("CustomerOrders");
    rows("300 items");
    Ui.click(Ui.find("#columns"));
    picture("items-columns");
    Ui.press(KeyCode.ESCAPE);
    clickCell(1, 0);
    Ui.press(KeyCode.SHIFT, KeyCode.DELETE);
    Ui.find("#confirm-delete");
    picture("items-delete");
    Ui.press(KeyCode.ESCAPE);
  }

  private void editing() {
    Ui.press(KeyCode.CONTROL, KeyCode.N);
    Ui.find("#value-OrderID");
    picture("editor-new");
    Ui.click(Ui.find("#editor-close"));
    Ui.click(Ui.text("Query"));
    Ui.fill(Ui.find("#key-OrderID"), "1001");
    Ui.press(KeyCode.ENTER);
    rows("1 item");
    clickCell(0, 0);
    Ui.press(KeyCode.ENTER);
    Ui.fill(Ui.find("#value-OrderDate"), "2024-12-23");
    picture("editor-hover");
    app.client()
        .updateItem(request ->
            request
                .tableName("CustomerOrders")
                .key(
                    Map.of(
                        "OrderID",
                        AttributeValue.fromS("1001"),
                        "CustomerID",
                        AttributeValue.fromS("C123")))
                .updateExpression("SET OrderDate = :d, TotalAmount = :t")
                .expressionAttributeValues(
                    Map.of(
                        ":d",
                        AttributeValue.fromS("2024-12-24"),
                        ":t",
                        AttributeValue.fromN("149.99"))));
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    Ui.click(Ui.find("#confirm"));
    Ui.until("a conflict", () -> Ui.showsText("Theirs") || Ui.showsText("theirs"));
    picture("editor-conflict");
    Ui.press(KeyCode.CONTROL, KeyCode.W);
    Ui.find("#unsaved-keep");
    picture("dialog-unsaved");
    Ui.click(Ui.find("#unsaved-discard"));
    app.openTable("CustomerOrders");
    rows("300 items");
    clickCell(0, 0);
    Ui.press(KeyCode.ENTER);
    Ui.find("#value-OrderDate");
    Ui.click(Ui.text("JSON"));
    Ui.click(Ui.find("#json"));
    Ui.press(KeyCode.CONTROL, KeyCode.HOME);
    Ui.press(KeyCode.DOWN);
    Ui.press(KeyCode.END);
    Ui.type(" x");
    Ui.find("#json-fault");
    picture("editor-json-fault");
    Ui.click(Ui.find("#editor-close"));
    Ui.click(Ui.find("#discard"));
  }

  private void finding() {
    app.openTable("CustomerOrders");
    rows("300 items");
    cell(0, "OrderID");
    Ui.press(KeyCode.CONTROL, KeyCode.F);
    Ui.type("P-10");
    Ui.until("found", () -> app.idle() && Ui.showsText(" of "));
    picture("items-find");
    Ui.press(KeyCode.ESCAPE);
    cell(2, "Items");
    Ui.press(KeyCode.F2);
    Ui.find("#value-editor");
    picture("items-nested");
    Ui.press(KeyCode.ESCAPE);
    cell(0, "OrderID");
    Ui.press(KeyCode.SHIFT, KeyCode.DOWN);
    Ui.press(KeyCode.CONTROL, KeyCode.T);
    Ui.find("#side-by-side");
    picture("items-side-by-side");
    Ui.click(Ui.find("#side-close"));
  }

  /// A bulk edit that is paused and left, and a table to be emptied.
  @SuppressWarnings("unchecked")
  private void many() {
    cell(0, "OrderID");
    Ui.press(KeyCode.CONTROL, KeyCode.B);
    Ui.click(Ui.text("The whole result, beyond what is loaded"));
    var kinds = (ComboBox<Object>) Ui.anywhere("#bulk-kind");
    Ui.run(() -> kinds.getSelectionModel().select(0));
    Ui.fill(Ui.find("#bulk-path"), "Checked");
    Ui.fill(Ui.find("#bulk-value"), "yes");
    Ui.fill(Ui.find("#bulk-rate"), "1");
    Ui.fill(Ui.find("#bulk-name"), "CustomerOrders");
    Ui.click(Ui.find("#bulk-run"));
    Ui.until("a batch is written", () -> Ui.showsText("25 written"));
    picture("bulk-running");
    Ui.click(Ui.find("#bulk-close"));
    Ui.until("it is unfinished", () -> app.idle() && Ui.showsText("is unfinished"));
    picture("items-unfinished");
    Ui.click(Ui.find("#unfinished-forget"));
    Ui.click(Ui.find("#unfinished-sure"));
    Ui.click(Ui.text("Reports"), MouseButton.SECONDARY, 1);
    Ui.click(Ui.text("Delete all items …"));
    Ui.until("what it costs", () -> app.idle() && Ui.showsText("About 14 items"));
    picture("dialog-purge");
    Ui.press(KeyCode.ESCAPE);
  }

  private void dialogs() {
    Ui.click(Ui.text("Shop"));
    rows("300 items");
    Ui.click(Ui.find("#tables"), MouseButton.PRIMARY, 1);
    Ui.press(KeyCode.CONTROL, KeyCode.D);
    picture("sidebar-favourites");
    app.openTable("AllTypes");
    rows("64 items");
    Ui.click(Ui.find("#more"));
    Ui.click(Ui.find("#delete-table"));
    Ui.fill(Ui.find("#delete-name"), "AllTy");
    picture("dialog-delete-table");
    Ui.press(KeyCode.ESCAPE);
    app.client().deleteTable(request -> request.tableName("AllTypes"));
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.until("the problem", () -> Ui.showsText("AllTypes is gone") || !Ui.showsText("64 items"));
    picture("items-problem");
    Ui.press(KeyCode.F1);
    picture("keys");
    Ui.press(KeyCode.ESCAPE);
  }

  private void elsewhere() {
    var running = (Sandbox.State.Running) app.sandbox();
    Ui.press(KeyCode.CONTROL, KeyCode.O);
    picture("start-recents");
    Ui.fill(Ui.find("#endpoint-url"), running.endpoint().toString());
    Ui.fill(Ui.find("#endpoint-access-key"), running.keys().accessKeyId());
    Ui.fill(Ui.find("#endpoint-secret-key"), running.keys().secretAccessKey());
    Ui.run(() -> environment().setValue(Environment.STAGING));
    Ui.click(Ui.find("#endpoint-open"));
    Ui.until("the tables are read", () -> Ui.showsText("Staging") && app.idle());
    app.openTable("CustomerOrders");
    rows("300 items");
    picture("second-connection");
    Ui.click(Ui.find("#connection"));
    picture("connection-switcher");
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Environment> environment() {
    return (ComboBox<Environment>) Ui.anywhere("#endpoint-environment");
  }
}
