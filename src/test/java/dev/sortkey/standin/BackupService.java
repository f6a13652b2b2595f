package dev.sortkey.standin;

import dev.sortkey.standin.LocalTables.Copy;
import dev.sortkey.standin.StandIn.Reply;
import dev.sortkey.standin.StandIn.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// On-demand backups of DynamoDB as its API Reference has them: CREATING until the clock has
/// passed, pages, filters and refusals; a restored table really is in the DynamoDB Local behind,
/// with the items that the original had. Point-in-time recovery is [RecoveryService]'s.
public final class BackupService implements StandIn.Service {
  /// How long a backup is CREATING.
  public static final Duration CREATION = Duration.ofSeconds(30);

  private static final int MOST_A_PAGE = 100;
  private static final Duration SYSTEM_BACKUP_KEPT = Duration.ofDays(35);
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

  private final Clock clock;
  private final LocalTables tables;
  private final Restores restores;
  private final Map<String, Kept> backups = new ConcurrentHashMap<>();
  private volatile long last;

  public BackupService(Clock clock, URI behind, Restores restores) {
    this.clock = clock;
    this.tables = new LocalTables(behind);
    this.restores = restores;
  }

  private record Kept(
      String arn,
      String name,
      String type,
      Instant created,
      @Nullable Instant expires,
      Instant available,
      Copy copy) {
    String table() {
      return copy.table().get("TableName").stringValue();
    }

    long size() {
      return copy.table().path("TableSizeBytes").asLong();
    }
  }

  @Override
  public synchronized Optional<Reply> answer(Request request) {
    if (!request.target().startsWith("DynamoDB_20120810.")) {
      return Optional.empty();
    }
    JsonNode body = request.json();
    return Optional.ofNullable(
        switch (request.operation()) {
          case "CreateBackup" -> create(request, body);
          case "DescribeBackup" -> describe(body);
          case "DeleteBackup" -> delete(body);
          case "ListBackups" -> list(body);
          case "RestoreTableFromBackup" -> restore(request, body);
          default -> null;
        });
  }

  private Reply create(Request request, JsonNode body) {
    String table = Fault.name(body.path("TableName").asString(""));
    String name = body.path("BackupName").asString("");
    if (!NAME.matcher(name).matches()) {
      return Fault.validation(
          "1 validation error detected: Value '"
              + name
              + "' at 'backupName' failed to satisfy constraint: Member must satisfy regular"
              + " expression pattern: [a-zA-Z0-9_.-]+ and have length between 3 and 255");
    }
    if (restores.running(table)) {
      return Fault.of("TableInUseException", "Table is being restored: " + table);
    }
    if (backups.values().stream()
        .anyMatch(kept -> kept.table().equals(table) && !available(kept))) {
      return Fault.of(
          "BackupInUseException",
          "There is another ongoing conflicting backup control plane operation on the table");
    }
    Optional<Copy> copy = tables.copy(request, table);
    if (copy.isEmpty()) {
      return Fault.of("TableNotFoundException", "Table not found: " + table);
    }
    Kept kept = keep(name, "USER", null, clock.instant().plus(CREATION), copy.get());
    return Reply.json(Map.of("BackupDetails", details(kept)));
  }

  /// DynamoDB keeps a table with point-in-time recovery for 35 days when it is deleted.
  void keepDeleted(Copy copy) {
    keep(
        copy.table().get("TableName").stringValue() + "$DeletedTableBackup",
        "SYSTEM",
        clock.instant().plus(SYSTEM_BACKUP_KEPT),
        clock.instant(),
        copy);
  }

  private Kept keep(
      String name, String type, @Nullable Instant expires, Instant available, Copy copy) {
    last = Math.max(last + 1, clock.millis());
    String arn =
        copy.table().get("TableArn").stringValue()
            + String.format("/backup/%014d-%08x", last, name.hashCode());
    Kept kept = new Kept(arn, name, type, clock.instant(), expires, available, copy);
    backups.put(arn, kept);
    return kept;
  }

  private Reply describe(JsonNode body) {
    Kept kept = backups.get(body.path("BackupArn").asString(""));
    return kept == null ? missing(body) : Reply.json(description(kept, status(kept)));
  }

  private Reply delete(JsonNode body) {
    Kept kept = backups.get(body.path("BackupArn").asString(""));
    if (kept == null) {
      return missing(body);
    }
    if (!available(kept) || restores.using(kept.arn())) {
      return Fault.of(
          "BackupInUseException",
          "The backup is either being created, deleted or restored to a table");
    }
    backups.remove(kept.arn());
    return Reply.json(description(kept, "DELETED"));
  }

  private Reply list(JsonNode body) {
    int limit = body.path("Limit").asInt(MOST_A_PAGE);
    if (limit < 1 || limit > MOST_A_PAGE) {
      return Fault.validation(
          "1 validation error detected: Value '"
              + limit
              + "' at 'limit' failed to satisfy constraint: Member must have value between 1 and"
              + " 100");
    }
    String table = Fault.name(body.path("TableName").asString(""));
    String type = body.path("BackupType").asString("USER");
    String after = body.path("ExclusiveStartBackupArn").asString("");
    List<Kept> found =
        backups.values().stream()
            .filter(kept -> table.isEmpty() || kept.table().equals(table))
            .filter(kept -> type.equals("ALL") || kept.type().equals(type))
            .filter(kept -> seconds(kept.created()) >= body.path("TimeRangeLowerBound").asDouble(0))
            .filter(kept ->
                seconds(kept.created())
                    < body.path("TimeRangeUpperBound").asDouble(Double.MAX_VALUE))
            .sorted(Comparator.comparing(kept -> kept.arn().replaceAll(".*/backup/", "")))
            .toList();
    if (!after.isEmpty()) {
      String from = after.replaceAll(".*/backup/", "");
      found =
          found.stream()
              .filter(kept -> kept.arn().replaceAll(".*/backup/", "").compareTo(from) > 0)
              .toList();
    }
    List<Kept> page = found.subList(0, Math.min(limit, found.size()));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("BackupSummaries", page.stream().map(this::summary).toList());
    if (page.size() < found.size()) {
      answer.put("LastEvaluatedBackupArn", page.getLast().arn());
    }
    return Reply.json(answer);
  }

  private Reply restore(Request request, JsonNode body) {
    Kept kept = backups.get(body.path("BackupArn").asString(""));
    if (kept == null) {
      return missing(body);
    }
    if (!available(kept)) {
      return Fault.of("BackupInUseException", "Backup is being created: " + kept.arn());
    }
    return restores.begin(request, body, kept.copy(), kept.created(), kept.arn());
  }

  private boolean available(Kept kept) {
    return !clock.instant().isBefore(kept.available());
  }

  private String status(Kept kept) {
    return available(kept) ? "AVAILABLE" : "CREATING";
  }

  private Map<String, Object> summary(Kept kept) {
    Map<String, Object> summary = details(kept);
    summary.put("TableName", kept.table());
    summary.put("TableId", kept.copy().table().path("TableId").asString(""));
    summary.put("TableArn", kept.copy().table().get("TableArn"));
    return summary;
  }

  private Map<String, Object> details(Kept kept) {
    return details(kept, status(kept));
  }

  private static Map<String, Object> details(Kept kept, String status) {
    var details = new LinkedHashMap<String, Object>();
    details.put("BackupArn", kept.arn());
    details.put("BackupName", kept.name());
    details.put("BackupStatus", status);
    details.put("BackupType", kept.type());
    details.put("BackupCreationDateTime", seconds(kept.created()));
    details.put("BackupSizeBytes", kept.size());
    if (kept.expires() != null) {
      details.put("BackupExpiryDateTime", seconds(kept.expires()));
    }
    return details;
  }

  private static Map<String, Object> description(Kept kept, String status) {
    JsonNode table = kept.copy().table();
    var source = new LinkedHashMap<String, Object>();
    for (String field :
        List.of("TableName", "TableArn", "TableId", "KeySchema", "TableSizeBytes")) {
      if (table.has(field)) {
        source.put(field, table.get(field));
      }
    }
    source.put("TableCreationDateTime", table.get("CreationDateTime"));
    source.put("ItemCount", kept.copy().items().size());
    source.put(
        "BillingMode",
        table.path("BillingModeSummary").path("BillingMode").asString("PROVISIONED"));
    source.put("ProvisionedThroughput", table.get("ProvisionedThroughput"));
    var features = new LinkedHashMap<String, Object>();
    features.put("GlobalSecondaryIndexes", indexes(table.path("GlobalSecondaryIndexes")));
    features.put("LocalSecondaryIndexes", indexes(table.path("LocalSecondaryIndexes")));
    if (table.has("StreamSpecification")) {
      features.put("StreamDescription", table.get("StreamSpecification"));
    }
    if (table.has("SSEDescription")) {
      features.put("SSEDescription", table.get("SSEDescription"));
    }
    return Map.of(
        "BackupDescription",
        Map.of(
            "BackupDetails",
            details(kept, status),
            "SourceTableDetails",
            source,
            "SourceTableFeatureDetails",
            features));
  }

  private static List<Object> indexes(JsonNode indexes) {
    List<Object> infos = new ArrayList<>();
    for (JsonNode index : indexes) {
      infos.add(
          Map.of(
              "IndexName",
              index.get("IndexName"),
              "KeySchema",
              index.get("KeySchema"),
              "Projection",
              index.get("Projection")));
    }
    return infos;
  }

  private static Reply missing(JsonNode body) {
    return Fault.of(
        "BackupNotFoundException", "Backup not found: " + body.path("BackupArn").asString(""));
  }

  static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }
}
