package dev.sortkey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sortkey.ui.Ui;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample tables of Amazon's own guide, put into the sandbox by another client, then browsed
/// and queried in the window.
class AwsSampleTablesTest {
  private static final Path SAMPLES = Path.of("..", "shared", "data", "aws-sample-tables");

  @TempDir private Path home;

  private static void load(
      DynamoDbClient client, String table, ScalarAttributeType type, String... keys)
      throws IOException {
    client.createTable(request ->
        request
            .tableName(table)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(
                List.of(keys).stream()
                    .map(key ->
                        KeySchemaElement.builder()
                            .attributeName(key)
                            .keyType(key.equals(keys[0]) ? KeyType.HASH : KeyType.RANGE)
                            .build())
                    .toList())
            .attributeDefinitions(
                List.of(keys).stream()
                    .map(key ->
                        AttributeDefinition.builder()
                            .attributeName(key)
                            .attributeType(type)
                            .build())
                    .toList()));
    JsonNode requests =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(SAMPLES.resolve(table + ".json")))
            .get(table);
    for (JsonNode request : requests) {
      Map<String, AttributeValue> item = attributes(request.get("PutRequest").get("Item"));
      client.putItem(put -> put.tableName(table).item(item));
    }
  }

  private static Map<String, AttributeValue> attributes(JsonNode item) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    item.properties().forEach(entry -> attributes.put(entry.getKey(), value(entry.getValue())));
    return attributes;
  }

  private static AttributeValue value(JsonNode typed) {
    Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
    JsonNode value = only.getValue();
    return switch (only.getKey()) {
      case "S" -> AttributeValue.fromS(value.asString());
      case "N" -> AttributeValue.fromN(value.asString());
      case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
      case "SS" -> AttributeValue.fromSs(value.valueStream().map(JsonNode::asString).toList());
      case "L" ->
          AttributeValue.fromL(value.valueStream().map(AwsSampleTablesTest::value).toList());
      case "M" -> AttributeValue.fromM(attributes(value));
      default -> throw new IllegalArgumentException(only.getKey());
    };
  }

  private static void waitForCount(String text) {
    Ui.until(
        text,
        () ->
            Ui.shows(node ->
                node instanceof Label label
                    && "count".equals(label.getId())
                    && text.equals(label.getText())));
  }

  private static String counted(DynamoDbClient client, String table) {
    int count = client.scan(request -> request.tableName(table)).count();
    return count + (count == 1 ? " item" : " items");
  }

  @Test
  void theGuidesTablesAreBrowsedAndQueried() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), () -> "not there: " + SAMPLES);
    try (var app = new AppDriver(home)) {
      app.openSandbox();
      DynamoDbClient client = app.client();
      load(client, "ProductCatalog", ScalarAttributeType.N, "Id");
      load(client, "Forum", ScalarAttributeType.S, "Name");
      load(client, "Thread", ScalarAttributeType.S, "ForumName", "Subject");
      load(client, "Reply", ScalarAttributeType.S, "Id", "ReplyDateTime");
      Ui.click(Ui.find("#tables-refresh"));
      for (String table : List.of("ProductCatalog", "Forum", "Thread", "Reply")) {
        Ui.until(table, () -> Ui.showsText(table));
        app.openTable(table);
        waitForCount(counted(client, table));
        app.picture("samples-" + table);
      }

      String thread = "Amazon DynamoDB#DynamoDB Thread 1";
      Ui.click(Ui.text("Query"));
      Ui.fill(Ui.find("#key-Id"), thread);
      Ui.press(KeyCode.ENTER);
      waitForCount("2 items");
      Ui.sees("the partition key is given");

      Ui.click(Ui.find("#operator-ReplyDateTime"));
      Ui.click(Ui.text("between"));
      Ui.fill(AppDriver.field("Lower value of ReplyDateTime"), "2015-09-16");
      Ui.fill(AppDriver.field("Upper value of ReplyDateTime"), "2015-09-30");
      Ui.press(KeyCode.ENTER);
      waitForCount("1 item");
      app.picture("samples-range");
    }
  }
}
