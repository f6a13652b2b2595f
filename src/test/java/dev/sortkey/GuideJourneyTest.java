package dev.sortkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The guide's last three steps, in the real window on the real sandbox: a stream that shows an
/// edit, a copy that is restored and compared, and the code for Spring Boot. Steps 1 to 3 are
/// [SeedJourneyTest]'s.
class GuideJourneyTest {
  private static final String TABLE = "CustomerOrders";

  @TempDir private Path home;

  @Test
  void watchTheStreamKeepACopyAndTakeTheCode() {
    try (var app = new AppDriver(home)) {
      app.openSandbox();
      createTheTable(app);
      Ui.press(KeyCode.F5);
      Ui.until("the table is listed", () -> Ui.showsText(TABLE));
      app.openTable(TABLE);
      stream(app);
      copy(app);
      code(app);
    }
  }

  /// Step 4: the stream is turned on, an item is edited in the window, and the change is there.
  private static void stream(AppDriver app) {
    Ui.press(KeyCode.ALT, KeyCode.DIGIT4);
    Ui.find("#turn-on");
    assertThat(Ui.onFx(() -> within(app.scene().getFocusOwner(), ".sk-table-page")))
        .as("the focus stays in the page")
        .isTrue();
    Ui.click(Ui.find("#turn-on"));
    Ui.until("live", () -> Ui.showsText("Live"));
    assertThat(
            app.client()
                .describeTable(request -> request.tableName(TABLE))
                .table()
                .streamSpecification()
                .streamViewTypeAsString())
        .isEqualTo("NEW_AND_OLD_IMAGES");

    Ui.press(KeyCode.ALT, KeyCode.DIGIT1);
    Ui.until("the items are read", () -> Ui.showsText("1 item"));
    Ui.run(() -> Ui.anywhere("#grid").requestFocus());
    Ui.press(KeyCode.ENTER);
    Ui.fill(Ui.find("#value-TotalAmount"), "249.75");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    Ui.find("#confirm");
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.until("the item is written", () -> "249.75".equals(order(app).get("TotalAmount").n()));

    Ui.press(KeyCode.ALT, KeyCode.DIGIT4);
    var changes = (TableView<?>) Ui.find("#changes");
    Ui.until("the change shows up", () -> Ui.showsText("of 1 record"));
    Ui.run(() -> changes.getSelectionModel().select(0));
    Ui.until("what became", () -> Ui.showsText("249.75"));
    Ui.sees("199.99");
    app.picture("guide-4-stream");
    version(app);
  }

  /// The version in the stream beside what another program made of it since, back to it, and the
  /// item itself.
  private static void version(AppDriver app) {
    app.client()
        .updateItem(request ->
            request
                .tableName(TABLE)
                .key(
                    Map.of(
                        "OrderID", AttributeValue.fromS("1001"),
                        "CustomerID", AttributeValue.fromS("C123")))
                .updateExpression("SET TotalAmount = :t")
                .expressionAttributeValues(Map.of(":t", AttributeValue.fromN("300"))));
    Ui.click(Ui.find("#compare-version"));
    Ui.until("then and now", () -> Ui.showsText("differs from this version"));
    app.picture("guide-4-then-and-now");
    Ui.click(Ui.find("#version-close"));
    Ui.click(Ui.find("#revert-version"));
    Ui.until("it is staged", () -> Ui.showsText("Commit 1 of 1 item"));
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    Ui.until("the item is back", () -> "249.75".equals(order(app).get("TotalAmount").n()));
    app.openTable(TABLE);
    Ui.press(KeyCode.ALT, KeyCode.DIGIT4);
    Ui.click(Ui.find("#open-item"));
    Ui.until(
        "the item is open",
        () ->
            Ui.shows(node ->
                node instanceof TextField field
                    && "value-TotalAmount".equals(field.getId())
                    && field.getText().equals("249.75")));
  }

  /// Step 5: on the sandbox a snapshot stands for the backup; it is restored and compared.
  private static void copy(AppDriver app) {
    Ui.press(KeyCode.ALT, KeyCode.DIGIT5);
    Ui.until(
        "nothing moves any more",
        () ->
            Ui.showsText("does not offer point-in-time recovery")
                && Ui.showsText("does not offer AWS backups")
                && Ui.showsText("No snapshots of this table yet"));
    Ui.click(Ui.find("#take-snapshot"));
    Ui.fill(Ui.find("#snapshot-name"), "before-price-fix");
    Ui.click(Ui.find("#snapshot-take"));
    Ui.until("the snapshot is listed", () -> Ui.showsText("Not verified yet"));
    Ui.click(Ui.text("Verify"));
    Ui.until("it is whole", () -> Ui.showsText("Verified, SHA-256"));
    app.picture("guide-5-snapshot");
    Ui.click(Ui.text("Restore"));
    Ui.click(Ui.find("#snapshot-restore-do"));
    Ui.until("both are compared", () -> Ui.showsText("equal"));
    app.picture("guide-5-restored");
    assertThat(app.client().scan(request -> request.tableName("CustomerOrders-restored")).items())
        .isEqualTo(app.client().scan(request -> request.tableName(TABLE)).items());
  }

  /// Step 6: dependency, configuration, entity and repository for Spring Boot.
  private static void code(AppDriver app) {
    app.openTable(TABLE);
    Ui.click(Ui.find("#more"));
    Ui.click(Ui.text("Code for this table"));
    Ui.click(Ui.text("Spring Boot"));
    var files = (ListView<?>) Ui.find("#code-files");
    Ui.until("entity and repository", () -> files.getItems().size() >= 5);
    Ui.run(() -> files.getSelectionModel().selectLast());
    app.picture("guide-6-code");
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    Ui.until(
        "the code is copied",
        () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("@Repository"));
  }

  private static boolean within(Node node, String selector) {
    Parent page = (Parent) Ui.anywhere(selector);
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == page) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, AttributeValue> order(AppDriver app) {
    return app.client()
        .getItem(request ->
            request
                .tableName(TABLE)
                .key(
                    Map.of(
                        "OrderID", AttributeValue.fromS("1001"),
                        "CustomerID", AttributeValue.fromS("C123")))
                .consistentRead(true))
        .item();
  }

  private static void createTheTable(AppDriver app) {
    app.client()
        .createTable(request ->
            request
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("OrderID", KeyType.HASH), key("CustomerID", KeyType.RANGE))
                .attributeDefinitions(text("OrderID"), text("CustomerID")));
    app.client()
        .putItem(request ->
            request
                .tableName(TABLE)
                .item(
                    Map.of(
                        "OrderID", AttributeValue.fromS("1001"),
                        "CustomerID", AttributeValue.fromS("C123"),
                        "OrderDate", AttributeValue.fromS("2024-12-22"),
                        "TotalAmount", AttributeValue.fromN("199.99"),
                        "Items", AttributeValue.fromL(List.of(AttributeValue.fromS("P-100"))))));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
