package dev.sortkey.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tables of the DynamoDB Local behind a stand-in, as whoever made a request sees them: it is
/// asked with the credentials of that request, which DynamoDB Local does not check.
final class LocalTables {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int BATCH = 25;

  private final URI behind;
  private final HttpClient client = HttpClient.newHttpClient();

  LocalTables(URI behind) {
    this.behind = behind;
  }

  /// A table at one moment: how it is described, and all its items.
  record Copy(JsonNode table, List<JsonNode> items) {}

  Optional<JsonNode> describe(StandIn.Request as, String table) {
    JsonNode answer = call(as, "DescribeTable", Map.of("TableName", table));
    return answer.has("Table") ? Optional.of(answer.get("Table")) : Optional.empty();
  }

  Optional<Copy> copy(StandIn.Request as, String table) {
    return describe(as, table).map(described -> new Copy(described, items(as, table)));
  }

  private List<JsonNode> items(StandIn.Request as, String table) {
    List<JsonNode> items = new ArrayList<>();
    JsonNode after = null;
    do {
      var scan = new HashMap<String, Object>(Map.of("TableName", table, "Limit", 1000));
      if (after != null) {
        scan.put("ExclusiveStartKey", after);
      }
      JsonNode page = call(as, "Scan", scan);
      page.get("Items").forEach(items::add);
      after = page.get("LastEvaluatedKey");
    } while (after != null);
    return items;
  }

  /// Creates a table like the copied one under another name and fills it. It has the units that the
  /// copied one had, unless they are overridden (Developer Guide, "Restoring a DynamoDB table from
  /// a backup").
  ///
  /// @param overrides the request of the restore
  void create(
      StandIn.Request as,
      String name,
      Copy copy,
      List<JsonNode> globals,
      List<JsonNode> locals,
      JsonNode overrides) {
    JsonNode table = copy.table();
    boolean pays =
        overrides
            .path("BillingModeOverride")
            .asString(table.path("BillingModeSummary").path("BillingMode").asString(""))
            .equals("PAY_PER_REQUEST");
    var create = new LinkedHashMap<String, Object>();
    create.put("TableName", name);
    create.put("KeySchema", table.get("KeySchema"));
    create.put("BillingMode", pays ? "PAY_PER_REQUEST" : "PROVISIONED");
    Set<String> keys = new HashSet<>();
    names(table.get("KeySchema"), keys);
    if (!pays) {
      JsonNode override = overrides.path("ProvisionedThroughputOverride");
      create.put("ProvisionedThroughput", override.isObject() ? override : units(table));
    }
    if (!globals.isEmpty()) {
      create.put(
          "GlobalSecondaryIndexes",
          globals.stream().map(index -> index(index, keys, !pays)).toList());
    }
    if (!locals.isEmpty()) {
      create.put(
          "LocalSecondaryIndexes",
          locals.stream().map(index -> index(index, keys, false)).toList());
    }
    List<JsonNode> definitions = new ArrayList<>();
    for (JsonNode definition : table.get("AttributeDefinitions")) {
      if (keys.contains(definition.get("AttributeName").stringValue())) {
        definitions.add(definition);
      }
    }
    create.put("AttributeDefinitions", definitions);
    JsonNode created = call(as, "CreateTable", create);
    if (!created.has("TableDescription")) {
      throw new IllegalStateException(created.toString());
    }
    for (int from = 0; from < copy.items().size(); from += BATCH) {
      List<Object> puts = new ArrayList<>();
      for (JsonNode item :
          copy.items().subList(from, Math.min(from + BATCH, copy.items().size()))) {
        puts.add(Map.of("PutRequest", Map.of("Item", item)));
      }
      call(as, "BatchWriteItem", Map.of("RequestItems", Map.of(name, puts)));
    }
  }

  private static Map<String, Object> index(JsonNode index, Set<String> keys, boolean provisioned) {
    names(index.get("KeySchema"), keys);
    var made = new LinkedHashMap<String, Object>();
    made.put("IndexName", index.get("IndexName"));
    made.put("KeySchema", index.get("KeySchema"));
    made.put("Projection", index.get("Projection"));
    if (provisioned) {
      made.put("ProvisionedThroughput", units(index));
    }
    return made;
  }

  private static Map<String, Object> units(JsonNode of) {
    JsonNode units = of.path("ProvisionedThroughput");
    return Map.of(
        "ReadCapacityUnits",
        units.path("ReadCapacityUnits").asLong(),
        "WriteCapacityUnits",
        units.path("WriteCapacityUnits").asLong());
  }

  private static void names(JsonNode schema, Set<String> keys) {
    schema.forEach(key -> keys.add(key.get("AttributeName").stringValue()));
  }

  private JsonNode call(StandIn.Request as, String operation, Object body) {
    try {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(behind)
                  .header("Content-Type", "application/x-amz-json-1.0")
                  .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                  .header("X-Amz-Date", as.headers().getOrDefault("x-amz-date", ""))
                  .header("Authorization", as.headers().getOrDefault("authorization", ""))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
