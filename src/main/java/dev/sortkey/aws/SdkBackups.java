package dev.sortkey.aws;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.BackupDetails;
import dev.sortkey.core.backup.Backups;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.backup.RestoreOptions;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.dynamodb.model.BackupTypeFilter;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ListBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableFromBackupRequest;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEType;

/// Backups over the AWS SDK. What creates something is sent once only: sent again after a lost
/// answer it would make a second backup, or meet its own table.
final class SdkBackups implements Backups {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkBackups(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }

  @Override
  public List<Backup> of(String table) {
    return list(table);
  }

  @Override
  public List<Backup> all() {
    return list(null);
  }

  private List<Backup> list(@Nullable String table) {
    return problems.call(() -> {
      List<BackupSummary> summaries = new ArrayList<>();
      String after = null;
      do {
        ListBackupsResponse page =
            clients
                .dynamo()
                .listBackups(
                    ListBackupsRequest.builder()
                        .tableName(table)
                        .backupType(BackupTypeFilter.ALL)
                        .exclusiveStartBackupArn(after)
                        .build());
        summaries.addAll(page.backupSummaries());
        after = page.lastEvaluatedBackupArn();
      } while (after != null);
      return summaries.stream()
          .map(BackupReading::backup)
          .sorted(Comparator.comparing(Backup::created).reversed())
          .toList();
    });
  }

  @Override
  public Backup create(String table, String name) {
    return problems.call(() ->
        BackupReading.backup(
            clients
                .onceOnly()
                .createBackup(request -> request.tableName(table).backupName(name))
                .backupDetails(),
            table));
  }

  @Override
  public BackupDetails describe(String arn) {
    return problems.call(() ->
        BackupReading.details(
            clients
                .dynamo()
                .describeBackup(request -> request.backupArn(arn))
                .backupDescription()));
  }

  @Override
  public void delete(String arn) {
    problems.call(() -> clients.onceOnly().deleteBackup(request -> request.backupArn(arn)));
  }

  @Override
  public void restore(String arn, String newTable, RestoreOptions options) {
    var request = RestoreTableFromBackupRequest.builder().backupArn(arn).targetTableName(newTable);
    if (!options.globalIndexes()) {
      request.globalSecondaryIndexOverride(List.of());
    }
    if (!options.localIndexes()) {
      request.localSecondaryIndexOverride(List.of());
    }
    request.sseSpecificationOverride(encryption(options.encryption()));
    Capacity capacity = options.capacity();
    if (capacity != null) {
      request
          .billingModeOverride(billing(capacity))
          .provisionedThroughputOverride(DraftWriting.provisioned(capacity))
          .onDemandThroughputOverride(DraftWriting.limits(capacity));
    }
    problems.call(() -> clients.onceOnly().restoreTableFromBackup(request.build()));
  }

  @Override
  public Recovery recovery(String table) {
    return problems.call(() ->
        BackupReading.recovery(
            clients
                .dynamo()
                .describeContinuousBackups(request -> request.tableName(table))
                .continuousBackupsDescription()));
  }

  @Override
  public Recovery setRecovery(String table, boolean enabled, int days) {
    return problems.call(() ->
        BackupReading.recovery(
            clients
                .dynamo()
                .updateContinuousBackups(request ->
                    request
                        .tableName(table)
                        .pointInTimeRecoverySpecification(recovery ->
                            recovery
                                .pointInTimeRecoveryEnabled(enabled)
                                .recoveryPeriodInDays(enabled ? days : null)))
                .continuousBackupsDescription()));
  }

  @Override
  public void restoreToTime(
      String table, String newTable, @Nullable Instant time, RestoreOptions options) {
    var request =
        RestoreTableToPointInTimeRequest.builder().sourceTableName(table).targetTableName(newTable);
    if (time == null) {
      request.useLatestRestorableTime(true);
    } else {
      request.restoreDateTime(time.truncatedTo(ChronoUnit.SECONDS));
    }
    if (!options.globalIndexes()) {
      request.globalSecondaryIndexOverride(List.of());
    }
    if (!options.localIndexes()) {
      request.localSecondaryIndexOverride(List.of());
    }
    request.sseSpecificationOverride(encryption(options.encryption()));
    Capacity capacity = options.capacity();
    if (capacity != null) {
      request
          .billingModeOverride(billing(capacity))
          .provisionedThroughputOverride(DraftWriting.provisioned(capacity))
          .onDemandThroughputOverride(DraftWriting.limits(capacity));
    }
    problems.call(() -> clients.onceOnly().restoreTableToPointInTime(request.build()));
  }

  private static BillingMode billing(Capacity capacity) {
    return capacity instanceof Capacity.OnDemand
        ? BillingMode.PAY_PER_REQUEST
        : BillingMode.PROVISIONED;
  }

  private static @Nullable SSESpecification encryption(@Nullable Encryption encryption) {
    return switch (encryption) {
      case null -> null;
      case Encryption.AwsOwned _ -> SSESpecification.builder().enabled(false).build();
      case Encryption.AwsManaged _ ->
          SSESpecification.builder().enabled(true).sseType(SSEType.KMS).build();
      case Encryption.Customer(String key) ->
          SSESpecification.builder().enabled(true).sseType(SSEType.KMS).kmsMasterKeyId(key).build();
    };
  }
}
