package dev.sortkey.core.expr;

import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.json.DynamoNodes;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Conditions as JSON, for what is kept of queries.
public final class ConditionJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ConditionJson() {}

  public static ObjectNode of(Condition condition) {
    ObjectNode json = JSON.createObjectNode();
    switch (condition) {
      case Condition.And(var parts) -> parts(json, "all", parts);
      case Condition.Or(var parts) -> parts(json, "any", parts);
      case Condition.Not(Condition part) -> json.set("not", of(part));
      case Condition.Compare(var path, var comparison, Attr value) -> {
        json.put("path", path.toString()).put("is", comparison.sign());
        json.set("value", DynamoNodes.of(value));
      }
      case Condition.Between(var path, Attr low, Attr high) -> {
        json.put("path", path.toString()).put("is", "between");
        json.set("low", DynamoNodes.of(low));
        json.set("high", DynamoNodes.of(high));
      }
      case Condition.In(var path, var values) -> {
        json.put("path", path.toString()).put("is", "in");
        ArrayNode all = json.putArray("values");
        values.forEach(value -> all.add(DynamoNodes.of(value)));
      }
      case Condition.BeginsWith(var path, Attr prefix) -> {
        json.put("path", path.toString()).put("is", "begins_with");
        json.set("value", DynamoNodes.of(prefix));
      }
      case Condition.Contains(var path, Attr operand) -> {
        json.put("path", path.toString()).put("is", "contains");
        json.set("value", DynamoNodes.of(operand));
      }
      case Condition.Exists(var path) -> json.put("path", path.toString()).put("is", "exists");
      case Condition.NotExists(var path) ->
          json.put("path", path.toString()).put("is", "not exists");
      case Condition.HasType(var path, var type) ->
          json.put("path", path.toString()).put("is", "type").put("type", type.name());
      case Condition.Size(var path, var comparison, long size) ->
          json.put("path", path.toString())
              .put("is", "size")
              .put("comparison", comparison.sign())
              .put("size", size);
    }
    return json;
  }

  private static void parts(ObjectNode json, String word, List<Condition> parts) {
    ArrayNode all = json.putArray(word);
    parts.forEach(part -> all.add(of(part)));
  }

  /// @throws IllegalArgumentException when it is no condition
  public static Condition read(JsonNode json) {
    if (json.has("all")) {
      return new Condition.And(list(json.get("all"), ConditionJson::read));
    }
    if (json.has("any")) {
      return new Condition.Or(list(json.get("any"), ConditionJson::read));
    }
    if (json.has("not")) {
      return new Condition.Not(read(json.get("not")));
    }
    AttrPath path = AttrPath.parse(json.get("path").asString());
    String is = json.get("is").asString();
    return switch (is) {
      case "between" ->
          new Condition.Between(
              path, DynamoNodes.attr(json.get("low")), DynamoNodes.attr(json.get("high")));
      case "in" -> new Condition.In(path, list(json.get("values"), DynamoNodes::attr));
      case "begins_with" -> new Condition.BeginsWith(path, DynamoNodes.attr(json.get("value")));
      case "contains" -> new Condition.Contains(path, DynamoNodes.attr(json.get("value")));
      case "exists" -> new Condition.Exists(path);
      case "not exists" -> new Condition.NotExists(path);
      case "type" -> new Condition.HasType(path, AttrType.valueOf(json.get("type").asString()));
      case "size" ->
          new Condition.Size(
              path, comparison(json.get("comparison").asString()), json.get("size").asLong());
      default -> new Condition.Compare(path, comparison(is), DynamoNodes.attr(json.get("value")));
    };
  }

  private static Comparison comparison(String sign) {
    for (Comparison one : Comparison.values()) {
      if (one.sign().equals(sign)) {
        return one;
      }
    }
    throw new IllegalArgumentException("no comparison " + sign);
  }

  private static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    json.forEach(one -> all.add(read.apply(one)));
    return all;
  }
}
