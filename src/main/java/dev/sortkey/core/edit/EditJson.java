package dev.sortkey.core.edit;

import dev.sortkey.core.json.DynamoNodes;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Staged changes and commits as lines of JSON. Values are DynamoDB JSON, so that none changes on
/// the way, and all is ASCII.
public final class EditJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private EditJson() {}

  /// What a step leaves staged and what not; what was before is not kept.
  public static String write(Step step) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode put = json.putArray("put");
    ArrayNode drop = json.putArray("drop");
    for (Step.Swap swap : step.swaps()) {
      Staged after = swap.after();
      if (after == null) {
        drop.add(DynamoNodes.of(new Item(swap.key().values())));
      } else {
        ObjectNode one = put.addObject();
        one.set("key", DynamoNodes.of(new Item(swap.key().values())));
        staged(one, after);
      }
    }
    return JSON.writeValueAsString(json);
  }

  /// @throws IllegalArgumentException when it is no step
  public static Step readStep(String line) {
    return reading(
        line,
        json -> {
          List<Step.Swap> swaps = new ArrayList<>();
          for (JsonNode one : json.required("drop")) {
            swaps.add(new Step.Swap(new ItemKey(DynamoNodes.item(one).attributes()), null, null));
          }
          for (JsonNode one : json.required("put")) {
            var key = new ItemKey(DynamoNodes.item(one.required("key")).attributes());
            swaps.add(new Step.Swap(key, null, staged(one)));
          }
          return new Step(swaps);
        });
  }

  public static String write(Change change) {
    return JSON.writeValueAsString(of(change));
  }

  /// As a part of a line.
  public static ObjectNode of(Change change) {
    ObjectNode json = JSON.createObjectNode();
    change(json, change);
    return json;
  }

  /// @throws IllegalArgumentException when it is no change
  public static Change readChange(String line) {
    return reading(line, EditJson::change);
  }

  public static String write(CommitRecord.Head head) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", 1);
    json.put("id", head.id());
    json.put("at", head.at().toString());
    json.put("connection", head.connection());
    json.put("table", head.table());
    json.put("who", head.who());
    json.put("changes", head.changes());
    return JSON.writeValueAsString(json);
  }

  /// @throws IllegalArgumentException when it is no head of a version that this Sortkey knows
  public static CommitRecord.Head readHead(String line) {
    return reading(
        line,
        json -> {
          if (json.path("version").asInt(0) != 1) {
            throw new IllegalArgumentException("another version");
          }
          return new CommitRecord.Head(
              text(json, "id"),
              Instant.parse(text(json, "at")),
              text(json, "connection"),
              text(json, "table"),
              text(json, "who"),
              json.required("changes").asInt());
        });
  }

  private static <T> T reading(String line, Function<JsonNode, T> read) {
    try {
      return read.apply(JSON.readTree(line));
    } catch (JacksonException | DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException("no such JSON", e);
    }
  }

  private static void staged(ObjectNode json, Staged staged) {
    json.put("number", staged.number());
    change(json, staged.change());
    if (!staged.rejected().isEmpty()) {
      ArrayNode rejected = json.putArray("rejected");
      for (Place place : staged.rejected()) {
        ObjectNode one = rejected.addObject().put("path", place.path().toString());
        if (place.member() != null) {
          one.set("member", DynamoNodes.of(place.member()));
        }
      }
    }
    if (staged.read() != null) {
      json.put("read", staged.read().toString());
    }
    json.put("staged", staged.staged().toString());
    switch (staged.standing()) {
      case Standing.Ready _ -> {}
      case Standing.Changed(Item theirs, Instant seen) -> {
        json.put("changed", seen.toString());
        if (theirs != null) {
          json.set("theirs", DynamoNodes.of(theirs));
        }
      }
      case Standing.Refused(Problem problem) ->
          json.putObject("refused")
              .put("kind", problem.kind().name())
              .put("title", problem.title())
              .put("detail", problem.detail())
              .put("code", problem.code())
              .put("request", problem.requestId());
    }
  }

  private static Staged staged(JsonNode json) {
    Set<Place> rejected = new LinkedHashSet<>();
    for (JsonNode one : json.path("rejected")) {
      JsonNode member = one.path("member");
      rejected.add(
          new Place(
              AttrPath.parse(text(one, "path")),
              member.isObject() ? DynamoNodes.attr(member) : null));
    }
    return new Staged(
        json.required("number").asLong(),
        change(json),
        rejected,
        json.has("read") ? Instant.parse(text(json, "read")) : null,
        Instant.parse(text(json, "staged")),
        standing(json));
  }

  private static Standing standing(JsonNode json) {
    if (json.has("changed")) {
      return new Standing.Changed(optional(json, "theirs"), Instant.parse(text(json, "changed")));
    }
    JsonNode refused = json.path("refused");
    return refused.isObject()
        ? new Standing.Refused(
            new Problem(
                Problem.Kind.valueOf(text(refused, "kind")),
                text(refused, "title"),
                text(refused, "detail"),
                List.of(),
                refused.path("code").stringValue(null),
                refused.path("request").stringValue(null)))
        : new Standing.Ready();
  }

  private static void change(ObjectNode json, Change change) {
    if (change.before() != null) {
      json.set("before", DynamoNodes.of(change.before()));
    }
    if (change.after() != null) {
      json.set("after", DynamoNodes.of(change.after()));
    }
  }

  /// @throws IllegalArgumentException when it is no change
  public static Change change(JsonNode json) {
    Item before = optional(json, "before");
    Item after = optional(json, "after");
    if (before == null) {
      return new Change.Insert(Objects.requireNonNull(after));
    }
    return after == null ? new Change.Delete(before) : new Change.Update(before, after);
  }

  private static @Nullable Item optional(JsonNode json, String name) {
    return json.has(name) ? DynamoNodes.item(json.get(name)) : null;
  }

  private static String text(JsonNode json, String name) {
    return json.required(name).stringValue();
  }
}
