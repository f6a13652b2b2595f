package dev.sortkey.standin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tags, expiry and resource policies of a table, as the API Reference has them.
final class TableExtras {
  private static final JsonMapper JSON = new JsonMapper();

  /// A page of tags (API Reference, ListTagsOfResource: at most 10 a page).
  private static final int TAG_PAGE = 10;

  private final Clock clock;

  TableExtras(Clock clock) {
    this.clock = clock;
  }

  Map<String, Object> answer(String operation, JsonNode request, TableState table) {
    return switch (operation) {
      case "ListTagsOfResource" -> tags(table, request.path("NextToken").asString(""));
      case "TagResource" -> tag(table, request.path("Tags"));
      case "UntagResource" -> untag(table, request.path("TagKeys"));
      case "DescribeTimeToLive" -> timeToLive(table);
      case "UpdateTimeToLive" -> setTimeToLive(table, request.path("TimeToLiveSpecification"));
      case "GetResourcePolicy" -> policy(table.policies.get(resource(request)));
      case "PutResourcePolicy" -> putPolicy(table, request);
      case "DeleteResourcePolicy" -> deletePolicy(table, request);
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static Map<String, Object> tags(TableState table, String token) {
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    List<Map.Entry<String, String>> all = List.copyOf(table.tags.entrySet());
    int to = Math.min(all.size(), from + TAG_PAGE);
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put(
        "Tags",
        all.subList(from, to).stream()
            .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
            .toList());
    if (to < all.size()) {
      reply.put("NextToken", String.valueOf(to));
    }
    return reply;
  }

  private static Map<String, Object> tag(TableState table, JsonNode tags) {
    Map<String, String> now = new LinkedHashMap<>(table.tags);
    for (JsonNode tag : tags) {
      String key = tag.path("Key").asString("");
      if (key.isEmpty() || key.length() > 128 || tag.path("Value").asString("").length() > 256) {
        throw Refusal.invalid("1 validation error detected: a tag's key or value has a bad length");
      }
      if (key.startsWith("aws:")) {
        throw Refusal.invalid(
            "One or more parameter values were invalid: Tag keys starting with aws: are reserved");
      }
      now.put(key, tag.path("Value").asString(""));
    }
    if (now.size() > 50) {
      throw Refusal.invalid("One or more parameter values were invalid: Too many tags: 50 allowed");
    }
    table.tags.clear();
    table.tags.putAll(now);
    return Map.of();
  }

  private static Map<String, Object> untag(TableState table, JsonNode keys) {
    keys.forEach(key -> table.tags.remove(key.asString("")));
    return Map.of();
  }

  private Map<String, Object> timeToLive(TableState table) {
    boolean moving = clock.instant().isBefore(hourAfter(table.ttlChanged));
    Map<String, Object> said = new LinkedHashMap<>();
    said.put(
        "TimeToLiveStatus",
        table.ttlOn ? (moving ? "ENABLING" : "ENABLED") : (moving ? "DISABLING" : "DISABLED"));
    if (table.ttl != null && (table.ttlOn || moving)) {
      said.put("AttributeName", table.ttl);
    }
    return Map.of("TimeToLiveDescription", said);
  }

  private Map<String, Object> setTimeToLive(TableState table, JsonNode asked) {
    boolean on = asked.path("Enabled").asBoolean(false);
    String attribute = asked.path("AttributeName").asString("");
    if (attribute.isEmpty()) {
      throw Refusal.invalid("1 validation error detected: AttributeName must not be empty");
    }
    Instant now = clock.instant();
    if (now.isBefore(hourAfter(table.ttlChanged))) {
      throw Refusal.invalid(
          "Time to live has been modified multiple times within a fixed interval");
    }
    if (on == table.ttlOn) {
      throw Refusal.invalid("TimeToLive is already " + (on ? "enabled" : "disabled"));
    }
    if (!on && !attribute.equals(table.ttl)) {
      throw Refusal.invalid("TimeToLive is active on a different AttributeName");
    }
    table.ttl = attribute;
    table.ttlOn = on;
    table.ttlChanged = now;
    return Map.of("TimeToLiveSpecification", Map.of("Enabled", on, "AttributeName", attribute));
  }

  private static Instant hourAfter(Instant at) {
    return at.equals(Instant.MIN) ? at : at.plus(Duration.ofHours(1));
  }

  private static String resource(JsonNode request) {
    return request.path("ResourceArn").asString("");
  }

  private static Map<String, Object> policy(TableState.@Nullable Policy known) {
    if (known == null) {
      throw missing();
    }
    return Map.of("Policy", known.text(), "RevisionId", known.revision());
  }

  private Map<String, Object> putPolicy(TableState table, JsonNode request) {
    String policy = request.path("Policy").asString("");
    TableState.Policy known = table.policies.get(resource(request));
    expected(known, request.path("ExpectedRevisionId").asString(null));
    if (policy.getBytes(StandardCharsets.UTF_8).length > 20 * 1024) {
      throw Refusal.dynamo("LimitExceededException", "Policy exceeds the maximum size of 20 KB");
    }
    JsonNode document = read(policy);
    if (document == null || !document.path("Statement").isContainer()) {
      throw Refusal.invalid("Invalid policy document: Syntax errors in policy.");
    }
    if (known != null && policy.equals(known.text())) {
      return Map.of("RevisionId", known.revision());
    }
    table.revision = Math.max(table.revision + 1, clock.millis());
    String revision = String.valueOf(table.revision);
    table.policies.put(resource(request), new TableState.Policy(policy, revision));
    return Map.of("RevisionId", revision);
  }

  private static @Nullable JsonNode read(String policy) {
    try {
      return JSON.readTree(policy);
    } catch (JacksonException _) {
      return null;
    }
  }

  private static Map<String, Object> deletePolicy(TableState table, JsonNode request) {
    TableState.Policy known = table.policies.get(resource(request));
    expected(known, request.path("ExpectedRevisionId").asString(null));
    table.policies.remove(resource(request));
    return known == null ? Map.of() : Map.of("RevisionId", known.revision());
  }

  private static void expected(TableState.@Nullable Policy known, @Nullable String revision) {
    if (revision == null) {
      return;
    }
    boolean fits =
        revision.equals("NO_POLICY")
            ? known == null
            : known != null && revision.equals(known.revision());
    if (!fits) {
      throw missing();
    }
  }

  private static Refusal missing() {
    return Refusal.dynamo(
        "PolicyNotFoundException",
        "Resource-based policy not found for the provided ResourceArn and ExpectedRevisionId");
  }
}
