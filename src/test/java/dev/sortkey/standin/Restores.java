package dev.sortkey.standin;

import dev.sortkey.standin.LocalTables.Copy;
import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The tables that are being restored, from a backup or to a point in time: CREATING until the
/// clock has passed, and until then without data for anybody.
public final class Restores implements StandIn.Service {
  /// How long a restored table is CREATING.
  public static final Duration TIME = Duration.ofMinutes(3);

  private final Clock clock;
  private final LocalTables tables;
  private final Map<String, Running> restored = new ConcurrentHashMap<>();
  private volatile int most = 50;

  private record Running(Instant ready, Instant of, @Nullable String backup, String source) {}

  public Restores(Clock clock, URI behind) {
    this.clock = clock;
    this.tables = new LocalTables(behind);
  }

  /// How many restores may run at a time in this account.
  public void atMost(int restoresAtATime) {
    most = restoresAtATime;
  }

  boolean running(String table) {
    Running running = restored.get(table);
    return running != null && clock.instant().isBefore(running.ready());
  }

  boolean using(String backup) {
    return restored.entrySet().stream()
        .anyMatch(entry -> backup.equals(entry.getValue().backup()) && running(entry.getKey()));
  }

  Reply begin(Request request, JsonNode body, Copy copy, Instant of, @Nullable String backup) {
    String target = body.path("TargetTableName").asString("");
    if (!target.matches("[a-zA-Z0-9_.-]{3,255}")) {
      return Fault.validation(
          "TableName must be at least 3 characters long and at most 255 characters long");
    }
    if (running(target)) {
      return Fault.of("TableInUseException", "Table is being restored: " + target);
    }
    if (tables.describe(request, target).isPresent()) {
      return Fault.of("TableAlreadyExistsException", "Table already exists: " + target);
    }
    if (restored.keySet().stream().filter(this::running).count() >= most) {
      return Fault.of(
          "LimitExceededException",
          "Subscriber limit exceeded: only " + most + " restores can run at a time");
    }
    List<JsonNode> globals = new ArrayList<>();
    List<JsonNode> locals = new ArrayList<>();
    if (!chosen(body, copy, "GlobalSecondaryIndex", globals)
        || !chosen(body, copy, "LocalSecondaryIndex", locals)) {
      return Fault.validation(
          "One or more parameter values were invalid: an index to restore is not in the source");
    }
    tables.create(request, target, copy, globals, locals, body);
    String source = copy.table().get("TableArn").stringValue();
    restored.put(target, new Running(clock.instant().plus(TIME), of, backup, source));
    return Reply.json(
        Map.of("TableDescription", shown(target, tables.describe(request, target).orElseThrow())));
  }

  /// The indexes to restore: all, or those that the override names.
  private static boolean chosen(JsonNode body, Copy copy, String kind, List<JsonNode> into) {
    JsonNode there = copy.table().path(kind + "es");
    JsonNode override = body.path(kind + "Override");
    if (!override.isArray()) {
      there.forEach(into::add);
      return true;
    }
    for (JsonNode wanted : override) {
      boolean found = false;
      for (JsonNode index : there) {
        if (index.get("IndexName").equals(wanted.get("IndexName"))) {
          into.add(index);
          found = true;
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<Reply> answer(Request request) {
    if (!request.target().startsWith("DynamoDB_20120810.")) {
      return Optional.empty();
    }
    JsonNode body = request.json();
    String table =
        Fault.name(body.path("TableName").asString(body.path("ResourceArn").asString("")));
    if (!restored.containsKey(table)) {
      return Optional.empty();
    }
    String operation = request.operation();
    if (operation.equals("DescribeTable")) {
      return tables
          .describe(request, table)
          .map(description -> Reply.json(Map.of("Table", shown(table, description))));
    }
    if (!running(table)) {
      return Optional.empty();
    }
    return switch (operation) {
      case "UpdateTable", "DeleteTable", "UpdateTimeToLive", "TagResource" ->
          Optional.of(
              Fault.of(
                  "ResourceInUseException",
                  "Attempt to change a resource which is still in use: Table is being created: "
                      + table));
      case "CreateBackup" ->
          Optional.of(Fault.of("TableInUseException", "Table is being restored: " + table));
      case "DescribeContinuousBackups", "ListTagsOfResource", "DescribeTimeToLive" ->
          Optional.empty();
      case "UpdateContinuousBackups" ->
          Optional.of(
              Fault.of(
                  "ContinuousBackupsUnavailableException",
                  "Backups are being enabled for the table: " + table));
      default -> Optional.of(Fault.of("ResourceNotFoundException", "Requested resource not found"));
    };
  }

  private JsonNode shown(String table, JsonNode description) {
    Running running = restored.get(table);
    var shown = (ObjectNode) description.deepCopy();
    boolean creating = running(table);
    if (creating) {
      shown.put("TableStatus", "CREATING");
      shown.put("ItemCount", 0);
      shown.put("TableSizeBytes", 0);
    }
    var summary = new LinkedHashMap<String, Object>();
    if (running.backup() != null) {
      summary.put("SourceBackupArn", running.backup());
    }
    summary.put("SourceTableArn", running.source());
    summary.put("RestoreDateTime", BackupService.seconds(running.of()));
    summary.put("RestoreInProgress", creating);
    shown.set("RestoreSummary", new JsonMapper().valueToTree(summary));
    return shown;
  }
}
