package dev.sortkey.core.bulk;

import dev.sortkey.core.bulk.RunPoint.Counts;
import dev.sortkey.core.bulk.RunPoint.Fate;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.EditJson;
import dev.sortkey.core.json.DynamoNodes;
import dev.sortkey.core.query.PlanJson;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Bulk runs as lines of JSON: what the run is, how far it is, and its steps from there. Values are
/// DynamoDB JSON, so that none changes on the way, and all is ASCII.
public final class BulkJson {
  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private BulkJson() {}

  public static String write(RunHead head) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("id", head.id());
    json.put("begun", head.begun().toString());
    json.put("connection", head.connection());
    json.put("table", head.table());
    json.put("arn", head.arn());
    if (head.created() != null) {
      json.put("created", head.created().toString());
    }
    json.set("plan", PlanJson.of(head.plan()));
    json.set("edit", of(head.edit()));
    json.put("rate", head.unitsPerSecond());
    return JSON.writeValueAsString(json);
  }

  /// Null when a newer Sortkey wrote it.
  ///
  /// @throws IllegalArgumentException when it is no head
  public static @Nullable RunHead readHead(String line) {
    return reading(
        line,
        json ->
            json.required("version").intValue() > VERSION
                ? null
                : new RunHead(
                    text(json, "id"),
                    Instant.parse(text(json, "begun")),
                    text(json, "connection"),
                    text(json, "table"),
                    text(json, "arn"),
                    json.has("created") ? Instant.parse(text(json, "created")) : null,
                    PlanJson.plan(json.required("plan")),
                    edit(json.required("edit")),
                    json.required("rate").doubleValue()));
  }

  public static String write(RunPoint point) {
    ObjectNode json = JSON.createObjectNode();
    if (point.cursor() != null) {
      json.set("cursor", PlanJson.of(point.cursor()));
    }
    json.put("last", point.read());
    Counts counts = point.counts();
    json.putObject("counts")
        .put("read", counts.read())
        .put("changed", counts.changed())
        .put("same", counts.same())
        .put("unfit", counts.unfit())
        .put("conflicts", counts.conflicts())
        .put("failed", counts.failed())
        .put("units", counts.writeUnits());
    point.reasons().forEach(json.putArray("reasons")::add);
    changes(json.putArray("doubtful"), point.doubtful());
    changes(json.putArray("waiting"), point.waiting());
    return JSON.writeValueAsString(json);
  }

  /// @throws IllegalArgumentException when it is no point
  public static RunPoint readPoint(String line) {
    return reading(
        line,
        json -> {
          JsonNode counts = json.required("counts");
          return new RunPoint(
              json.has("cursor") ? PlanJson.cursor(json.get("cursor")) : null,
              json.required("last").booleanValue(),
              new Counts(
                  counts.required("read").longValue(),
                  counts.required("changed").longValue(),
                  counts.required("same").longValue(),
                  counts.required("unfit").longValue(),
                  counts.required("conflicts").longValue(),
                  counts.required("failed").longValue(),
                  counts.required("units").doubleValue()),
              list(json.required("reasons"), JsonNode::stringValue),
              list(json.required("doubtful"), EditJson::change),
              list(json.required("waiting"), EditJson::change));
        });
  }

  public static String write(RunPoint.Step step) {
    ObjectNode json = JSON.createObjectNode();
    switch (step) {
      case RunPoint.Step.Send(int count) -> json.put("send", count);
      case RunPoint.Step.Came(var fates, double units, var reasons) -> {
        var letters = new StringBuilder();
        fates.forEach(fate -> letters.append(fate.letter()));
        json.put("came", letters.toString()).put("units", units);
        reasons.forEach(json.putArray("reasons")::add);
      }
    }
    return JSON.writeValueAsString(json);
  }

  /// @throws IllegalArgumentException when it is no step
  public static RunPoint.Step readStep(String line) {
    return reading(
        line,
        json ->
            json.has("send")
                ? new RunPoint.Step.Send(json.get("send").intValue())
                : new RunPoint.Step.Came(
                    text(json, "came").chars().mapToObj(letter -> fate((char) letter)).toList(),
                    json.required("units").doubleValue(),
                    list(json.required("reasons"), JsonNode::stringValue)));
  }

  private static Fate fate(char letter) {
    for (Fate one : Fate.values()) {
      if (one.letter() == letter) {
        return one;
      }
    }
    throw new IllegalArgumentException("no fate " + letter);
  }

  private static void changes(ArrayNode json, List<Change> changes) {
    changes.forEach(change -> json.add(EditJson.of(change)));
  }

  static ObjectNode of(BulkEdit edit) {
    ObjectNode json = JSON.createObjectNode();
    switch (edit) {
      case BulkEdit.Delete _ -> json.put("delete", true);
      case BulkEdit.Steps(var operations) -> {
        ArrayNode steps = json.putArray("steps");
        operations.forEach(operation -> steps.add(of(operation)));
      }
    }
    return json;
  }

  static BulkEdit edit(JsonNode json) {
    return json.has("delete")
        ? new BulkEdit.Delete()
        : new BulkEdit.Steps(list(json.required("steps"), BulkJson::operation));
  }

  private static ObjectNode of(Operation operation) {
    ObjectNode json = JSON.createObjectNode();
    json.put("path", operation.path().toString());
    switch (operation) {
      case Operation.Put put -> json.put("do", "put").set("value", DynamoNodes.of(put.value()));
      case Operation.Remove _ -> json.put("do", "remove");
      case Operation.Rename rename -> json.put("do", "rename").put("name", rename.name());
      case Operation.Add add -> json.put("do", "add").put("amount", add.amount());
      case Operation.Append append ->
          json.put("do", "append").set("values", DynamoNodes.of(append.values()));
      case Operation.Convert convert ->
          json.put("do", "convert").put("type", convert.type().name());
      case Operation.Replace replace ->
          json.put("do", "replace")
              .put("pattern", replace.pattern())
              .put("flags", replace.flags())
              .put("replacement", replace.replacement());
      case Operation.Compute compute ->
          json.put("do", "compute").put("formula", compute.formula().toString());
    }
    return json;
  }

  private static Operation operation(JsonNode json) {
    AttrPath path = AttrPath.parse(text(json, "path"));
    String what = text(json, "do");
    return switch (what) {
      case "put" -> new Operation.Put(path, DynamoNodes.attr(json.required("value")));
      case "remove" -> new Operation.Remove(path);
      case "rename" -> new Operation.Rename(path, text(json, "name"));
      case "add" -> new Operation.Add(path, text(json, "amount"));
      case "append" -> new Operation.Append(path, DynamoNodes.attr(json.required("values")));
      case "convert" -> new Operation.Convert(path, AttrType.valueOf(text(json, "type")));
      case "replace" ->
          new Operation.Replace(
              path,
              text(json, "pattern"),
              json.required("flags").intValue(),
              text(json, "replacement"));
      case "compute" -> new Operation.Compute(path, Formula.parse(text(json, "formula")));
      default -> throw new IllegalArgumentException("no operation " + what);
    };
  }

  private static <T extends @Nullable Object> T reading(String line, Function<JsonNode, T> read) {
    try {
      return read.apply(JSON.readTree(line));
    } catch (JacksonException | DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException("no such JSON", e);
    }
  }

  private static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    json.forEach(one -> all.add(read.apply(one)));
    return all;
  }

  private static String text(JsonNode json, String name) {
    return json.required(name).stringValue();
  }
}
