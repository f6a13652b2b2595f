package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.ConditionJson;
import dev.sortkey.core.json.DynamoNodes;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plans and cursors as JSON, so that a read goes on after Sortkey ended.
public final class PlanJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private PlanJson() {}

  public static ObjectNode of(ReadPlan plan) {
    ObjectNode json = JSON.createObjectNode();
    json.put("operation", plan.operation().name());
    json.put("table", plan.table());
    put(json, "index", plan.index());
    ArrayNode requests = json.putArray("requests");
    plan.requests().forEach(request -> requests.add(of(request)));
    ReadPlan.Fetch fetch = plan.fetch();
    if (fetch != null) {
      ObjectNode one = json.putObject("fetch");
      fetch.key().forEach(one.putArray("key")::add);
      put(one, "before", fetch.before());
      one.set("request", of(fetch.request()));
    }
    put(json, "check", plan.check());
    json.put("descending", plan.descending());
    json.put("consistent", plan.consistent());
    if (plan.limit() != null) {
      json.put("limit", plan.limit());
    }
    return json.put("reason", plan.reason());
  }

  /// @throws IllegalArgumentException or a JacksonException when it is no plan
  public static ReadPlan plan(JsonNode json) {
    List<ReadRequest> requests = new ArrayList<>();
    json.required("requests").forEach(one -> requests.add(request(one)));
    ReadPlan.Fetch fetch = null;
    if (json.has("fetch")) {
      JsonNode one = json.get("fetch");
      List<String> key = new ArrayList<>();
      one.required("key").forEach(name -> key.add(name.stringValue()));
      fetch = new ReadPlan.Fetch(key, condition(one, "before"), request(one.required("request")));
    }
    return new ReadPlan(
        ReadPlan.Operation.valueOf(json.required("operation").stringValue()),
        json.required("table").stringValue(),
        text(json, "index"),
        requests,
        fetch,
        condition(json, "check"),
        json.required("descending").booleanValue(),
        json.required("consistent").booleanValue(),
        json.has("limit") ? json.get("limit").intValue() : null,
        json.required("reason").stringValue());
  }

  public static ObjectNode of(Cursor cursor) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode open = json.putArray("open");
    for (Cursor.Place place : cursor.open()) {
      open.addObject()
          .put("request", place.request())
          .set("key", DynamoNodes.of(place.lastEvaluatedKey()));
    }
    return json.put("next", cursor.next());
  }

  /// @throws IllegalArgumentException or a JacksonException when it is no cursor
  public static Cursor cursor(JsonNode json) {
    List<Cursor.Place> open = new ArrayList<>();
    for (JsonNode one : json.required("open")) {
      open.add(
          new Cursor.Place(
              one.required("request").intValue(), DynamoNodes.item(one.required("key"))));
    }
    return new Cursor(open, json.required("next").intValue());
  }

  private static ObjectNode of(ReadRequest request) {
    ObjectNode json = JSON.createObjectNode();
    if (request.key() != null) {
      json.set("key", DynamoNodes.of(new Item(request.key().values())));
    }
    put(json, "keyCondition", request.keyCondition());
    put(json, "filter", request.filter());
    put(json, "projection", request.projection());
    ObjectNode names = json.putObject("names");
    request.names().forEach(names::put);
    json.set("values", DynamoNodes.of(new Item(request.values())));
    return json;
  }

  private static ReadRequest request(JsonNode json) {
    var names = new LinkedHashMap<String, String>();
    json.required("names")
        .properties()
        .forEach(entry -> names.put(entry.getKey(), entry.getValue().stringValue()));
    return new ReadRequest(
        json.has("key") ? new ItemKey(DynamoNodes.item(json.get("key")).attributes()) : null,
        text(json, "keyCondition"),
        text(json, "filter"),
        text(json, "projection"),
        names,
        DynamoNodes.item(json.required("values")).attributes());
  }

  private static void put(ObjectNode json, String name, @Nullable String text) {
    if (text != null) {
      json.put(name, text);
    }
  }

  private static void put(ObjectNode json, String name, @Nullable Condition condition) {
    if (condition != null) {
      json.set(name, ConditionJson.of(condition));
    }
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.has(name) ? json.get(name).stringValue() : null;
  }

  private static @Nullable Condition condition(JsonNode json, String name) {
    return json.has(name) ? ConditionJson.read(json.get(name)) : null;
  }
}
