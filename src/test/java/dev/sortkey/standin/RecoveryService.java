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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Point-in-time recovery as the API Reference has it: the latest time is five minutes behind, and
/// a restore brings the items of its second, since each write through the stand-in is noted.
public final class RecoveryService implements StandIn.Service {
  private static final Duration BEHIND = Duration.ofMinutes(5);
  private static final int LONGEST = 35;
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  private final Clock clock;
  private final LocalTables tables;
  private final BackupService backups;
  private final Restores restores;
  private final Map<String, Protected> recoveries = new LinkedHashMap<>();
  private final Map<String, Instant> unready = new LinkedHashMap<>();

  public RecoveryService(Clock clock, URI behind, BackupService backups, Restores restores) {
    this.clock = clock;
    this.tables = new LocalTables(behind);
    this.backups = backups;
    this.restores = restores;
  }

  /// @param before the table as it was before each noted write
  private record Protected(Instant since, int days, List<Noted> before) {}

  private record Noted(Instant at, Copy copy) {}

  /// DynamoDB is still preparing the table's backups until then.
  public synchronized void unready(String table, Instant until) {
    unready.put(table, until);
  }

  @Override
  public synchronized Optional<Reply> answer(Request request) {
    if (!request.target().startsWith("DynamoDB_20120810.")) {
      return Optional.empty();
    }
    JsonNode body = request.json();
    String operation = request.operation();
    if (WRITES.contains(operation)) {
      note(request);
    }
    return Optional.ofNullable(
        switch (operation) {
          case "DescribeContinuousBackups" -> describe(request, body);
          case "UpdateContinuousBackups" -> update(request, body);
          case "RestoreTableToPointInTime" -> restore(request, body);
          case "DeleteTable" -> deleted(request, body);
          default -> null;
        });
  }

  private void note(Request request) {
    String body = request.json().toString();
    recoveries.forEach((table, recovery) -> {
      if (body.contains("\"" + table + "\"")) {
        tables
            .copy(request, table)
            .ifPresent(copy -> recovery.before().add(new Noted(clock.instant(), copy)));
      }
    });
  }

  private @Nullable Reply deleted(Request request, JsonNode body) {
    String table = Fault.name(body.path("TableName").asString(""));
    tables
        .copy(request, table)
        .filter(copy -> !copy.table().path("DeletionProtectionEnabled").asBoolean(false))
        .filter(_ -> recoveries.remove(table) != null)
        .ifPresent(backups::keepDeleted);
    return null;
  }

  private Reply describe(Request request, JsonNode body) {
    String table = Fault.name(body.path("TableName").asString(""));
    if (tables.describe(request, table).isEmpty()) {
      return Fault.of("TableNotFoundException", "Table not found: " + table);
    }
    return Reply.json(Map.of("ContinuousBackupsDescription", description(table)));
  }

  private Reply update(Request request, JsonNode body) {
    String table = Fault.name(body.path("TableName").asString(""));
    if (tables.describe(request, table).isEmpty()) {
      return Fault.of("TableNotFoundException", "Table not found: " + table);
    }
    if (clock.instant().isBefore(unready.getOrDefault(table, Instant.MIN))) {
      return Fault.of(
          "ContinuousBackupsUnavailableException",
          "Backups are being enabled for the table: " + table + ". Please retry later");
    }
    JsonNode wanted = body.path("PointInTimeRecoverySpecification");
    boolean enabled = wanted.path("PointInTimeRecoveryEnabled").asBoolean();
    JsonNode days = wanted.path("RecoveryPeriodInDays");
    if (days.isNumber() && (days.asInt() < 1 || days.asInt() > LONGEST)) {
      return Fault.validation(
          "1 validation error detected: Value '"
              + days.asInt()
              + "' at 'pointInTimeRecoverySpecification.recoveryPeriodInDays' failed to satisfy"
              + " constraint: Member must have value between 1 and 35");
    }
    if (!enabled && days.isNumber()) {
      return Fault.validation(
          "RecoveryPeriodInDays can only be set when point in time recovery is enabled");
    }
    Protected before = recoveries.get(table);
    if (!enabled) {
      recoveries.remove(table);
    } else if (before == null) {
      recoveries.put(table, new Protected(clock.instant(), days.asInt(LONGEST), new ArrayList<>()));
    } else {
      // What a shorter period gave up does not come back with a longer one.
      recoveries.put(
          table, new Protected(earliest(before), days.asInt(before.days()), before.before()));
    }
    return Reply.json(Map.of("ContinuousBackupsDescription", description(table)));
  }

  private Reply restore(Request request, JsonNode body) {
    String table =
        Fault.name(
            body.has("SourceTableName")
                ? body.path("SourceTableName").asString("")
                : body.path("SourceTableArn").asString(""));
    Optional<Copy> now = tables.copy(request, table);
    if (now.isEmpty()) {
      return Fault.of("TableNotFoundException", "Table not found: " + table);
    }
    Protected recovery = recoveries.get(table);
    if (recovery == null) {
      return Fault.of(
          "PointInTimeRecoveryUnavailableException",
          "Point in time recovery is not enabled for table '" + table + "'");
    }
    boolean atLatest = body.path("UseLatestRestorableTime").asBoolean(false);
    if (atLatest == body.has("RestoreDateTime")) {
      return Fault.validation(
          "Exactly one of UseLatestRestorableTime and RestoreDateTime must be given");
    }
    Instant time =
        atLatest
            ? latest(recovery)
            : Instant.ofEpochMilli(Math.round(body.path("RestoreDateTime").asDouble() * 1000));
    if (time.isBefore(earliest(recovery)) || time.isAfter(latest(recovery))) {
      return Fault.of(
          "InvalidRestoreTimeException",
          "RestoreDateTime must be between EarliestRestorableDateTime and"
              + " LatestRestorableDateTime");
    }
    Copy then =
        recovery.before().stream()
            .filter(noted -> noted.at().isAfter(time))
            .findFirst()
            .map(Noted::copy)
            .orElse(now.get());
    return restores.begin(request, body, then, time, null);
  }

  private Map<String, Object> description(String table) {
    Protected recovery = recoveries.get(table);
    var pointInTime = new LinkedHashMap<String, Object>();
    pointInTime.put("PointInTimeRecoveryStatus", recovery == null ? "DISABLED" : "ENABLED");
    if (recovery != null) {
      pointInTime.put("RecoveryPeriodInDays", recovery.days());
      pointInTime.put("EarliestRestorableDateTime", BackupService.seconds(earliest(recovery)));
      pointInTime.put("LatestRestorableDateTime", BackupService.seconds(latest(recovery)));
    }
    return Map.of(
        "ContinuousBackupsStatus", "ENABLED", "PointInTimeRecoveryDescription", pointInTime);
  }

  private Instant earliest(Protected recovery) {
    Instant reach = clock.instant().minus(Duration.ofDays(recovery.days()));
    return reach.isAfter(recovery.since()) ? reach : recovery.since();
  }

  private Instant latest(Protected recovery) {
    Instant behind = clock.instant().minus(BEHIND);
    return behind.isAfter(earliest(recovery)) ? behind : earliest(recovery);
  }
}
