package dev.sortkey.core.library;

import dev.sortkey.core.expr.ConditionJson;
import dev.sortkey.core.json.DynamoNodes;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs and saved queries as JSON. Values are DynamoDB JSON, so that none changes on the way.
public final class LibraryJson {
  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  private LibraryJson() {}

  /// In one line.
  public static String write(RunRecord run) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("at", run.at().toString());
    json.put("connection", run.connection());
    json.set("asked", asked(run.asked()));
    if (run.way() != null) {
      json.put("way", run.way());
    }
    json.put("low", run.low());
    if (run.high() != null) {
      json.put("high", run.high());
    }
    if (run.units() != null) {
      json.put("units", run.units());
    }
    json.put("matched", run.matched());
    json.put("scanned", run.scanned());
    json.put("millis", run.time().toMillis());
    if (run.failure() != null) {
      json.put("failure", run.failure());
    }
    return json.toString();
  }

  /// @throws IllegalArgumentException when it is no run of a version that this Sortkey knows
  public static RunRecord readRun(String text) {
    return reading(
        text,
        json ->
            new RunRecord(
                Instant.parse(json.get("at").asString()),
                json.get("connection").asString(),
                asked(json.get("asked")),
                text(json.get("way")),
                json.get("low").asDouble(),
                number(json.get("high")),
                number(json.get("units")),
                json.get("matched").asLong(),
                json.get("scanned").asLong(),
                Duration.ofMillis(json.get("millis").asLong()),
                text(json.get("failure"))));
  }

  /// Laid out to be read, and compared, by people.
  public static String write(SavedQuery query) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("name", query.name());
    json.put("folder", query.folder());
    json.put("note", query.note());
    json.set("asked", asked(query.asked()));
    ArrayNode parameters = json.putArray("parameters");
    for (SavedQuery.Parameter parameter : query.parameters()) {
      ObjectNode one = parameters.addObject();
      one.put("name", parameter.name());
      one.put("type", parameter.type().name());
      one.put("usual", parameter.usual());
    }
    return json.toPrettyString() + "\n";
  }

  /// @throws IllegalArgumentException when it is no query of a version that this Sortkey knows
  public static SavedQuery readSaved(String id, String text) {
    return reading(
        text,
        json -> {
          List<SavedQuery.Parameter> parameters = new ArrayList<>();
          for (JsonNode one : json.get("parameters")) {
            parameters.add(
                new SavedQuery.Parameter(
                    one.get("name").asString(),
                    AttrType.valueOf(one.get("type").asString()),
                    one.get("usual").asString()));
          }
          return new SavedQuery(
              id,
              json.get("name").asString(),
              json.get("folder").asString(),
              json.get("note").asString(),
              asked(json.get("asked")),
              parameters);
        });
  }

  private static <T> T reading(String text, Function<JsonNode, T> read) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.path("version").asInt(0) != VERSION) {
        throw new IllegalArgumentException("another version");
      }
      return read.apply(json);
    } catch (JacksonException | NullPointerException | DateTimeException e) {
      throw new IllegalArgumentException("no such JSON", e);
    }
  }

  private static @Nullable String text(@Nullable JsonNode json) {
    return json == null ? null : json.asString();
  }

  private static @Nullable Double number(@Nullable JsonNode json) {
    return json == null ? null : (Double) json.asDouble();
  }

  private static ObjectNode asked(Asked asked) {
    ObjectNode json = JSON.createObjectNode();
    switch (asked) {
      case Asked.Conditions(String table, QuerySpec spec) -> {
        json.put("table", table);
        json.set("query", spec(spec));
      }
      case Asked.Statement(String text) -> json.put("partiql", text);
    }
    return json;
  }

  private static Asked asked(JsonNode json) {
    return json.has("partiql")
        ? new Asked.Statement(json.get("partiql").asString())
        : new Asked.Conditions(json.get("table").asString(), spec(json.get("query")));
  }

  private static ObjectNode spec(QuerySpec spec) {
    ObjectNode json = JSON.createObjectNode();
    json.put("mode", spec.mode().name());
    if (spec.index() != null) {
      json.put("index", spec.index());
    }
    ArrayNode partition = json.putArray("partition");
    spec.partition().forEach(value -> partition.add(DynamoNodes.of(value)));
    ArrayNode sort = json.putArray("sort");
    spec.sort().forEach(condition -> sort.add(ConditionJson.of(condition)));
    ArrayNode filters = json.putArray("conditions");
    spec.filters().forEach(condition -> filters.add(ConditionJson.of(condition)));
    ArrayNode projection = json.putArray("attributes");
    spec.projection().forEach(path -> projection.add(path.toString()));
    json.put("descending", spec.descending());
    json.put("consistent", spec.consistent());
    if (spec.limit() != null) {
      json.put("limit", spec.limit());
    }
    return json;
  }

  private static QuerySpec spec(JsonNode json) {
    JsonNode limit = json.get("limit");
    return new QuerySpec(
        QuerySpec.Mode.valueOf(json.get("mode").asString()),
        text(json.get("index")),
        list(json.get("partition"), DynamoNodes::attr),
        list(json.get("sort"), ConditionJson::read),
        list(json.get("conditions"), ConditionJson::read),
        list(json.get("attributes"), path -> AttrPath.parse(path.asString())),
        json.get("descending").asBoolean(),
        json.get("consistent").asBoolean(),
        limit == null ? null : (Integer) limit.asInt());
  }

  private static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    json.forEach(one -> all.add(read.apply(one)));
    return all;
  }
}
