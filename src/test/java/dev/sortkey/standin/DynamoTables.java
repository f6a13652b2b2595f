package dev.sortkey.standin;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// DynamoDB's tables beyond what DynamoDB Local does: a table is UPDATING after each change, until
/// time has passed; encryption, class, warm throughput, replicas, tags, expiry and policies are
/// kept. Items, keys, units and streams are DynamoDB Local's.
public final class DynamoTables implements StandIn.Service {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ACTION = "DynamoDB_20120810.";
  private static final String MANAGED_KEY =
      "arn:aws:kms:eu-west-1:123456789012:key/aws-managed-dynamodb";
  private static final Set<String> EXTRAS =
      Set.of(
          "ListTagsOfResource",
          "TagResource",
          "UntagResource",
          "DescribeTimeToLive",
          "UpdateTimeToLive",
          "GetResourcePolicy",
          "PutResourcePolicy",
          "DeleteResourcePolicy");

  private final Behind behind;
  private final Clock clock;
  private final Duration takes;
  private final TableExtras extras;
  private final Map<String, TableState> tables = new HashMap<>();
  private @Nullable Scaling scaling;
  private final Set<String> denied = ConcurrentHashMap.newKeySet();

  /// @param takes how long a change of a table takes by the clock
  public DynamoTables(URI local, Clock clock, Duration takes) {
    this.behind = new Behind(local);
    this.clock = clock;
    this.takes = takes;
    this.extras = new TableExtras(clock);
  }

  /// Looks up there whether the writes of a provisioned table scale.
  public DynamoTables with(Scaling scaling) {
    this.scaling = scaling;
    return this;
  }

  /// From now on IAM refuses this operation.
  public void deny(String operation) {
    denied.add(operation);
  }

  public void allow(String operation) {
    denied.remove(operation);
  }

  @Override
  public synchronized Optional<StandIn.Reply> answer(StandIn.Request request) {
    if (!request.target().startsWith(ACTION)) {
      return Optional.empty();
    }
    try {
      return reply(request).map(StandIn.Reply::json);
    } catch (Refusal e) {
      return Optional.of(e.reply());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Optional<Object> reply(StandIn.Request request) throws IOException, InterruptedException {
    JsonNode body = request.json();
    String table = body.path("TableName").asString(named(body.path("ResourceArn").asString("")));
    if (denied.contains(request.operation())) {
      throw Refusal.dynamo(
          "AccessDeniedException",
          "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: dynamodb:%s on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/%s because no identity-based policy allows the dynamodb:%s action"
              .formatted(request.operation(), table, request.operation()));
    }
    String operation = request.operation();
    if (EXTRAS.contains(operation)) {
      described(request, table);
      return Optional.of(extras.answer(operation, body, state(table)));
    }
    return switch (operation) {
      case "DescribeTable" -> Optional.of(Map.of("Table", described(request, table)));
      case "UpdateTable" -> {
        described(request, table);
        update(request, table, (ObjectNode) body);
        yield Optional.of(Map.of("TableDescription", described(request, table)));
      }
      case "CreateTable" -> {
        tables.remove(table);
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private TableState state(String table) {
    return tables.computeIfAbsent(table, _ -> new TableState());
  }

  private static String named(String arn) {
    String rest = arn.substring(arn.indexOf(":table/") + 1).replaceFirst("^table/", "");
    return rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'));
  }

  private ObjectNode ask(StandIn.Request request, String operation, Object body, String field)
      throws IOException, InterruptedException {
    StandIn.Reply reply = behind.ask(request, ACTION + operation, JSON.writeValueAsBytes(body));
    JsonNode said = JSON.readTree(reply.body());
    if (reply.status() != 200) {
      throw new Refusal(
          said.path("__type").asString(""),
          said.path("message").asString(said.path("Message").asString("")));
    }
    return (ObjectNode) said.path(field);
  }

  /// What DynamoDB Local says, and what is kept here.
  private ObjectNode described(StandIn.Request request, String name)
      throws IOException, InterruptedException {
    ObjectNode table = ask(request, "DescribeTable", Map.of("TableName", name), "Table");
    TableState state = state(name);
    Instant now = clock.instant();
    table.put("TableId", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    if (now.isBefore(state.busyUntil) && table.path("TableStatus").asString("").equals("ACTIVE")) {
      table.put("TableStatus", "UPDATING");
    }
    if (!state.classChanges.isEmpty()) {
      ObjectNode summary = table.putObject("TableClassSummary");
      summary.put("TableClass", state.tableClass);
      summary.put("LastUpdateDateTime", seconds(state.classChanges.getLast()));
    }
    boolean changing = now.isBefore(after(state.encryptedAt));
    if (state.encrypted || changing) {
      ObjectNode sse = table.putObject("SSEDescription");
      sse.put("Status", changing ? "UPDATING" : "ENABLED");
      sse.put("SSEType", "KMS");
      sse.put("KMSMasterKeyArn", state.key == null ? MANAGED_KEY : state.key);
    }
    ObjectNode warm = table.putObject("WarmThroughput");
    warm.put("ReadUnitsPerSecond", state.warmRead == null ? 12_000 : state.warmRead);
    warm.put("WriteUnitsPerSecond", state.warmWrite == null ? 4_000 : state.warmWrite);
    warm.put("Status", now.isBefore(after(state.warmAt)) ? "UPDATING" : "ACTIVE");
    replicas(table, state, now);
    if (state.index != null) {
      state.index.show(table, now);
    }
    return table;
  }

  private static void replicas(ObjectNode table, TableState state, Instant now) {
    state.replicas.removeIf(replica -> replica.going() && !now.isBefore(replica.readyAt()));
    if (state.replicas.isEmpty()) {
      return;
    }
    table.put("GlobalTableVersion", "2019.11.21");
    table.put("MultiRegionConsistency", "EVENTUAL");
    ArrayNode list = table.putArray("Replicas");
    for (TableState.Replica replica : state.replicas) {
      ObjectNode one = list.addObject();
      one.put("RegionName", replica.region());
      boolean ready = !now.isBefore(replica.readyAt());
      one.put("ReplicaStatus", ready ? "ACTIVE" : replica.going() ? "DELETING" : "CREATING");
      if (replica.key() != null) {
        one.put("KMSMasterKeyId", replica.key());
      }
      if (replica.tableClass() != null) {
        one.putObject("ReplicaTableClassSummary").put("TableClass", replica.tableClass());
      }
    }
  }

  private void update(StandIn.Request request, String name, ObjectNode asked)
      throws IOException, InterruptedException {
    TableState state = state(name);
    Instant now = clock.instant();
    if (now.isBefore(state.busyUntil)) {
      throw Refusal.dynamo(
          "ResourceInUseException",
          "Attempt to change a resource which is still in use: Table is being updated: " + name);
    }
    ObjectNode table = ask(request, "DescribeTable", Map.of("TableName", name), "Table");
    IndexChange index = IndexChange.of(asked, table, now, takes);
    if (index != null && state.index != null) {
      state.index.refuse(index, now);
    }
    if (asked.has("ReplicaUpdates")) {
      alone(asked, "ReplicaUpdates");
      replicaUpdate(request, table, state, asked.path("ReplicaUpdates"));
    }
    if (asked.has("TableClass")) {
      alone(asked, "TableClass");
      toClass(state, asked.path("TableClass").asString(""));
    }
    if (asked.has("SSESpecification")) {
      encrypt(state, asked.path("SSESpecification"));
    }
    if (asked.has("WarmThroughput")) {
      warm(state, asked.path("WarmThroughput"));
    }
    ObjectNode rest = asked.deepCopy();
    rest.remove(List.of("ReplicaUpdates", "TableClass", "SSESpecification", "WarmThroughput"));
    if (rest.size() > 1) {
      ask(request, "UpdateTable", rest, "TableDescription");
    }
    if (index != null) {
      state.index = index;
    }
    state.busyUntil = now.plus(takes);
  }

  /// API Reference, UpdateTable: one kind of change at a time.
  private static void alone(ObjectNode asked, String field) {
    if (asked.size() > 2) {
      throw Refusal.invalid(
          "One or more parameter values were invalid: "
              + field
              + " cannot be changed along with other settings");
    }
  }

  private void replicaUpdate(
      StandIn.Request request, ObjectNode table, TableState state, JsonNode updates) {
    if (updates.size() != 1) {
      throw Refusal.invalid(
          "Cannot add, delete, or update multiple replicas in one call of UpdateTable");
    }
    JsonNode create = updates.get(0).path("Create");
    JsonNode delete = updates.get(0).path("Delete");
    String region = (create.isObject() ? create : delete).path("RegionName").asString("");
    if (region.equals(region(request))) {
      throw Refusal.invalid(
          "Cannot add, delete, or update the local region through ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required.");
    }
    boolean known = state.replicas.stream().anyMatch(replica -> replica.region().equals(region));
    Instant ready = clock.instant().plus(takes);
    if (create.isObject()) {
      if (known) {
        throw Refusal.invalid(
            "Failed to create a the new replica of table with name: '%s' because one or more replicas already existed as tables."
                .formatted(table.path("TableName").asString("")));
      }
      JsonNode stream = table.path("StreamSpecification");
      if (!stream.path("StreamViewType").asString("").equals("NEW_AND_OLD_IMAGES")) {
        throw Refusal.invalid(
            "Table must have DynamoDB Streams enabled with StreamViewType NEW_AND_OLD_IMAGES");
      }
      if (!writesAnyAmount(table)) {
        throw Refusal.invalid(
            "Table write capacity should either be Pay-Per-Request or AutoScaled.");
      }
      state.replicas.add(
          new TableState.Replica(
              region,
              create.path("KMSMasterKeyId").asString(null),
              create.path("TableClassOverride").asString(null),
              ready,
              false));
    } else {
      if (!known) {
        throw Refusal.invalid("Replica not found in region " + region);
      }
      state.replicas.replaceAll(replica ->
          replica.region().equals(region)
              ? new TableState.Replica(region, replica.key(), replica.tableClass(), ready, true)
              : replica);
    }
  }

  private boolean writesAnyAmount(ObjectNode table) {
    return table
            .path("BillingModeSummary")
            .path("BillingMode")
            .asString("")
            .equals("PAY_PER_REQUEST")
        || (scaling != null
            && scaling.scales(
                "table/" + table.path("TableName").asString(""),
                "dynamodb:table:WriteCapacityUnits"));
  }

  private static String region(StandIn.Request request) {
    String[] scope = request.headers().getOrDefault("authorization", "").split("/");
    return scope.length > 2 ? scope[2] : "";
  }

  private void toClass(TableState state, String wanted) {
    Instant now = clock.instant();
    long recent =
        state.classChanges.stream()
            .filter(at -> at.isAfter(now.minus(Duration.ofDays(30))))
            .count();
    if (recent >= 2) {
      throw Refusal.dynamo(
          "LimitExceededException",
          "Table class can be updated at most 2 times in a 30-day trailing period");
    }
    state.tableClass = wanted;
    state.classChanges.add(now);
  }

  private void encrypt(TableState state, JsonNode asked) {
    boolean on = asked.path("Enabled").asBoolean(false);
    String key = asked.path("KMSMasterKeyId").asString(null);
    if (!on && (key != null || asked.has("SSEType"))) {
      throw Refusal.invalid(
          "One or more parameter values were invalid: SSEType and KMSMasterKeyId are for enabled encryption only");
    }
    if (on && key != null && key.contains("unknown")) {
      throw Refusal.invalid("KMS key access denied or key not found: " + key);
    }
    state.encrypted = on;
    state.key =
        key == null || key.startsWith("arn:")
            ? key
            : "arn:aws:kms:eu-west-1:123456789012:"
                + (key.startsWith("alias/") ? key : "key/" + key);
    state.encryptedAt = clock.instant();
  }

  private void warm(TableState state, JsonNode asked) {
    long read = asked.path("ReadUnitsPerSecond").asLong(0);
    long write = asked.path("WriteUnitsPerSecond").asLong(0);
    if (read < (state.warmRead == null ? 12_000 : state.warmRead)
        || write < (state.warmWrite == null ? 4_000 : state.warmWrite)) {
      throw Refusal.invalid(
          "One or more parameter values were invalid: Requested WarmThroughput must not be lower than the current value");
    }
    state.warmRead = read;
    state.warmWrite = write;
    state.warmAt = clock.instant();
  }

  private Instant after(Instant at) {
    return at.equals(Instant.MIN) ? at : at.plus(takes);
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / 1000.0;
  }
}
