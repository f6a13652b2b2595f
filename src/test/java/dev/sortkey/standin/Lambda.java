package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lambda's functions and event source mappings, which take a while for each change of their state.
public final class Lambda implements StandIn.Service {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings";
  private static final String FUNCTIONS = "/2015-03-31/functions";
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:";

  private final Clock clock;
  private final Duration takes;
  private final int page;
  private final List<String> functions = new ArrayList<>();
  private final Map<String, Mapping> mappings = new LinkedHashMap<>();

  /// @param takes how long a mapping is on its way to another state
  /// @param page how many mappings or functions come at a time at most
  public Lambda(Clock clock, Duration takes, int page, String... functions) {
    this.clock = clock;
    this.takes = takes;
    this.page = page;
    this.functions.addAll(List.of(functions));
  }

  private static final class Mapping {
    final String id = UUID.randomUUID().toString();
    String function = "";
    String source = "";
    String position = "";
    int batch;
    int window;
    String state = "Creating";
    @Nullable String then;
    Instant changed = Instant.EPOCH;
  }

  @Override
  public synchronized Optional<Reply> answer(Request request) {
    String path = request.uri().getPath().replaceFirst("/$", "");
    settle();
    if (path.equals(FUNCTIONS) && request.method().equals("GET")) {
      return Optional.of(functions(request));
    }
    if (!path.startsWith(MAPPINGS)) {
      return Optional.empty();
    }
    String id = path.substring(MAPPINGS.length()).replaceFirst("^/", "");
    if (id.isEmpty()) {
      return Optional.of(request.method().equals("POST") ? create(request.json()) : list(request));
    }
    Mapping mapping = mappings.get(id);
    if (mapping == null) {
      return Optional.of(
          error(404, "ResourceNotFoundException", "The resource you requested does not exist."));
    }
    return Optional.of(
        switch (request.method()) {
          case "GET" -> reply(200, json(mapping));
          case "PUT" -> update(mapping, request.json());
          case "DELETE" -> delete(mapping);
          default -> error(405, "InvalidRequestContentException", "Method not allowed");
        });
  }

  private Reply functions(Request request) {
    Map<String, String> query = query(request);
    int from = query.containsKey("Marker") ? Integer.parseInt(query.get("Marker")) : 0;
    int to = Math.min(functions.size(), from + page);
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put(
        "Functions",
        functions.subList(from, to).stream()
            .map(name -> Map.of("FunctionName", name, "FunctionArn", ARN + name))
            .toList());
    if (to < functions.size()) {
      reply.put("NextMarker", String.valueOf(to));
    }
    return reply(200, reply);
  }

  private Reply list(Request request) {
    Map<String, String> query = query(request);
    List<Mapping> all =
        mappings.values().stream()
            .filter(m -> m.source.equals(query.getOrDefault("EventSourceArn", m.source)))
            .toList();
    int from = query.containsKey("Marker") ? Integer.parseInt(query.get("Marker")) : 0;
    int to = Math.min(all.size(), from + page);
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("EventSourceMappings", all.subList(from, to).stream().map(Lambda::json).toList());
    if (to < all.size()) {
      reply.put("NextMarker", String.valueOf(to));
    }
    return reply(200, reply);
  }

  private Reply create(JsonNode json) {
    String function = json.path("FunctionName").asString("");
    // A name or an ARN, with a version or an alias or without
    String name = function.replaceFirst("^.*:function:", "");
    String source = json.path("EventSourceArn").asString("");
    int batch = json.path("BatchSize").asInt(100);
    int window = json.path("MaximumBatchingWindowInSeconds").asInt(0);
    String position = json.path("StartingPosition").asString("");
    if (!functions.contains(name.replaceFirst(":.*", ""))) {
      return error(404, "ResourceNotFoundException", "Function not found: " + ARN + name);
    }
    if (batch < 1 || batch > 10_000 || window < 0 || window > 300) {
      return invalid("Batch size or window out of range.");
    }
    if (!position.equals("LATEST") && !position.equals("TRIM_HORIZON")) {
      return invalid("1 validation error detected: StartingPosition must not be null.");
    }
    for (Mapping other : mappings.values()) {
      if (other.source.equals(source) && other.function.equals(ARN + name)) {
        return error(
            409,
            "ResourceConflictException",
            "The event source arn (\" "
                + source
                + " \") and function (\" "
                + name
                + " \") provided mapping already exists. Please update or delete the existing"
                + " mapping with UUID "
                + other.id);
      }
    }
    var mapping = new Mapping();
    mapping.function = ARN + name;
    mapping.source = source;
    mapping.batch = batch;
    mapping.window = window;
    mapping.position = position;
    move(mapping, "Creating", json.path("Enabled").asBoolean(true) ? "Enabled" : "Disabled");
    mappings.put(mapping.id, mapping);
    return reply(202, json(mapping));
  }

  private Reply update(Mapping mapping, JsonNode json) {
    if (mapping.then != null) {
      return inUse(mapping);
    }
    if (json.path("Enabled").isBoolean()) {
      boolean on = json.path("Enabled").booleanValue();
      move(mapping, on ? "Enabling" : "Disabling", on ? "Enabled" : "Disabled");
    } else {
      move(mapping, "Updating", mapping.state);
    }
    return reply(202, json(mapping));
  }

  private Reply delete(Mapping mapping) {
    if (mapping.then != null) {
      return inUse(mapping);
    }
    move(mapping, "Deleting", "");
    return reply(202, json(mapping));
  }

  private Reply inUse(Mapping mapping) {
    return error(
        400,
        "ResourceInUseException",
        "Cannot update the event source mapping because it is in use: " + mapping.state);
  }

  private void move(Mapping mapping, String state, String then) {
    mapping.state = state;
    mapping.then = then;
    mapping.changed = clock.instant();
  }

  private void settle() {
    Instant now = clock.instant();
    for (Mapping mapping : List.copyOf(mappings.values())) {
      if (mapping.then != null && !now.isBefore(mapping.changed.plus(takes))) {
        mapping.state = mapping.then;
        mapping.then = null;
        if (mapping.state.isEmpty()) {
          mappings.remove(mapping.id);
        }
      }
    }
  }

  private static Map<String, Object> json(Mapping mapping) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("UUID", mapping.id);
    json.put("EventSourceArn", mapping.source);
    json.put("FunctionArn", mapping.function);
    json.put("BatchSize", mapping.batch);
    json.put("MaximumBatchingWindowInSeconds", mapping.window);
    json.put("StartingPosition", mapping.position);
    json.put("State", mapping.state);
    json.put("StateTransitionReason", "User action");
    json.put("LastProcessingResult", "No records processed");
    json.put("LastModified", mapping.changed.getEpochSecond());
    return json;
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new HashMap<>();
    String raw = request.uri().getRawQuery();
    for (String part : (raw == null ? "" : raw).split("&")) {
      int at = part.indexOf('=');
      if (at > 0) {
        query.put(
            part.substring(0, at),
            URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static Reply invalid(String message) {
    return error(400, "InvalidParameterValueException", message);
  }

  private static Reply error(int status, String type, String message) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type),
        JSON.writeValueAsBytes(Map.of("Type", "User", "Message", message)));
  }

  private static Reply reply(int status, Object body) {
    return new Reply(
        status, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
  }
}
