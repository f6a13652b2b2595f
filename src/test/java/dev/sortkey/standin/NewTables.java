package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// CreateTable as AWS does it: the table and its indexes are CREATING for a few questions, nothing
/// can be changed meanwhile, and what DynamoDB Local does not know is taken along. Keys, items and
/// expiry are DynamoDB Local's.
public final class NewTables implements StandIn.Service {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ACTION = "DynamoDB_20120810.";

  private static final Set<String> CHANGES =
      Set.of("UpdateTable", "DeleteTable", "UpdateTimeToLive", "UpdateContinuousBackups");

  private final Behind behind;
  private final int questions;
  private final Map<String, Integer> creating = new HashMap<>();
  private final Map<String, ObjectNode> created = new HashMap<>();
  private final Map<String, Integer> recoveryDays = new HashMap<>();
  private final Map<String, Queue<Reply>> refusals = new HashMap<>();

  /// @param questions how often a new table is asked for before it is ACTIVE
  public NewTables(URI local, int questions) {
    this.behind = new Behind(local);
    this.questions = questions;
  }

  /// Refuses an operation once, the next time it is asked for.
  public synchronized void refuseOnce(String operation, String type, String message) {
    refusals
        .computeIfAbsent(operation, _ -> new ArrayDeque<>())
        .add(Reply.error("com.amazonaws.dynamodb.v20120810#" + type, message));
  }

  /// The request that created a table.
  public synchronized ObjectNode request(String table) {
    return created.get(table);
  }

  /// How far back a table can be restored; null while that is off.
  public synchronized Integer recoveryDays(String table) {
    return recoveryDays.get(table);
  }

  @Override
  public synchronized Optional<Reply> answer(Request request) {
    if (!request.target().startsWith(ACTION)) {
      return Optional.empty();
    }
    Queue<Reply> refused = refusals.get(request.operation());
    if (refused != null && !refused.isEmpty()) {
      return Optional.of(refused.remove());
    }
    try {
      return reply(request, request.json().path("TableName").asString(""));
    } catch (Refusal e) {
      return Optional.of(e.reply());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Optional<Reply> reply(Request request, String table)
      throws IOException, InterruptedException {
    int left = creating.getOrDefault(table, 0);
    if (left > 0 && CHANGES.contains(request.operation())) {
      throw Refusal.dynamo(
          "ResourceInUseException",
          "Attempt to change a resource which is still in use: Table is being created: " + table);
    }
    return switch (request.operation()) {
      case "CreateTable" -> Optional.of(create(request, table));
      case "DescribeTable" -> {
        if (left == 0) {
          yield Optional.empty();
        }
        creating.put(table, left - 1);
        yield Optional.of(
            unfinished(behind.ask(request, request.target(), request.body()), "Table"));
      }
      case "UpdateContinuousBackups" -> Optional.of(recover(request.json(), table));
      default -> Optional.empty();
    };
  }

  private Reply create(Request request, String table) throws IOException, InterruptedException {
    ObjectNode asked = (ObjectNode) request.json();
    check(asked);
    ObjectNode known = asked.deepCopy();
    known.remove(
        List.of("Tags", "ResourcePolicy", "TableClass", "SSESpecification", "WarmThroughput"));
    Reply reply = behind.ask(request, request.target(), JSON.writeValueAsBytes(known));
    if (reply.status() != 200) {
      return reply;
    }
    created.put(table, asked);
    creating.put(table, questions);
    return unfinished(reply, "TableDescription");
  }

  /// API Reference, CreateTable.
  private static void check(JsonNode asked) {
    if (asked.path("Tags").size() > 50) {
      throw Refusal.invalid("Too many tags: the maximum is 50");
    }
    for (JsonNode tag : asked.path("Tags")) {
      if (tag.path("Key").asString("").startsWith("aws:")) {
        throw Refusal.invalid("Tag keys cannot start with aws:");
      }
    }
    if (asked.path("BillingMode").asString("").equals("PAY_PER_REQUEST")
        && asked.has("ProvisionedThroughput")) {
      throw Refusal.invalid(
          "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
    }
    JsonNode sse = asked.path("SSESpecification");
    if (sse.has("KMSMasterKeyId") && !sse.path("Enabled").asBoolean(false)) {
      throw Refusal.invalid(
          "One or more parameter values were invalid: KMSMasterKeyId is for enabled encryption only");
    }
    if (asked.has("ResourcePolicy")) {
      try {
        JSON.readTree(asked.path("ResourcePolicy").asString(""));
      } catch (JacksonException _) {
        throw Refusal.invalid("Policies must be valid JSON");
      }
    }
  }

  private static Reply unfinished(Reply reply, String field) {
    if (reply.status() != 200) {
      return reply;
    }
    ObjectNode said = (ObjectNode) JSON.readTree(reply.body());
    ObjectNode table = (ObjectNode) said.path(field);
    table.put("TableStatus", "CREATING");
    for (JsonNode index : table.path("GlobalSecondaryIndexes")) {
      ((ObjectNode) index).put("IndexStatus", "CREATING");
    }
    return Reply.json(said);
  }

  private Reply recover(JsonNode asked, String table) {
    JsonNode wanted = asked.path("PointInTimeRecoverySpecification");
    int days = wanted.path("RecoveryPeriodInDays").asInt(35);
    if (days < 1 || days > 35) {
      throw Refusal.invalid("RecoveryPeriodInDays must be between 1 and 35");
    }
    recoveryDays.put(table, days);
    return Reply.json(
        Map.of(
            "ContinuousBackupsDescription",
            Map.of(
                "ContinuousBackupsStatus",
                "ENABLED",
                "PointInTimeRecoveryDescription",
                Map.of(
                    "PointInTimeRecoveryStatus",
                    "ENABLED",
                    "RecoveryPeriodInDays",
                    days,
                    "EarliestRestorableDateTime",
                    1_766_000_000,
                    "LatestRestorableDateTime",
                    1_766_000_300))));
  }
}
