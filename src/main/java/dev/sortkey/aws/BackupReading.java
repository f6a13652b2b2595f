package dev.sortkey.aws;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.BackupDetails;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.table.Encryption;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BackupDescription;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.dynamodb.model.BackupType;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexInfo;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexInfo;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SourceTableFeatureDetails;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/// What AWS says of backups, as Sortkey's records.
final class BackupReading {
  /// What PITR keeps when no period was ever given (API Reference, PointInTimeRecoveryDescription).
  private static final int DEFAULT_DAYS = 35;

  private BackupReading() {}

  static Backup backup(BackupSummary summary) {
    return new Backup(
        summary.backupArn(),
        summary.backupName(),
        Objects.requireNonNullElse(summary.tableName(), ""),
        status(summary.backupStatus()),
        type(summary.backupType()),
        Objects.requireNonNullElse(summary.backupCreationDateTime(), Instant.EPOCH),
        summary.backupExpiryDateTime(),
        orZero(summary.backupSizeBytes()));
  }

  static Backup backup(
      software.amazon.awssdk.services.dynamodb.model.BackupDetails details, String table) {
    return new Backup(
        details.backupArn(),
        details.backupName(),
        table,
        status(details.backupStatus()),
        type(details.backupType()),
        Objects.requireNonNullElse(details.backupCreationDateTime(), Instant.EPOCH),
        details.backupExpiryDateTime(),
        orZero(details.backupSizeBytes()));
  }

  static BackupDetails details(BackupDescription description) {
    var source = description.sourceTableDetails();
    SourceTableFeatureDetails features =
        description.sourceTableFeatureDetails() == null
            ? SourceTableFeatureDetails.builder().build()
            : description.sourceTableFeatureDetails();
    return new BackupDetails(
        backup(description.backupDetails(), source.tableName()),
        Objects.requireNonNullElse(source.tableArn(), ""),
        source.tableCreationDateTime(),
        orZero(source.itemCount()),
        source.billingMode() == BillingMode.PAY_PER_REQUEST,
        source.keySchema().stream().map(KeySchemaElement::attributeName).toList(),
        features.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexInfo::indexName)
            .toList(),
        features.localSecondaryIndexes().stream().map(LocalSecondaryIndexInfo::indexName).toList(),
        encryption(features.sseDescription()),
        ttl(features),
        stream(features));
  }

  static Recovery recovery(ContinuousBackupsDescription description) {
    var recovery = description.pointInTimeRecoveryDescription();
    if (recovery == null
        || recovery.pointInTimeRecoveryStatus() != PointInTimeRecoveryStatus.ENABLED) {
      return Recovery.off();
    }
    return new Recovery(
        true,
        Objects.requireNonNullElse(recovery.recoveryPeriodInDays(), DEFAULT_DAYS),
        recovery.earliestRestorableDateTime(),
        recovery.latestRestorableDateTime());
  }

  /// A table under DynamoDB's own key has no description of its encryption. The account's
  /// `aws/dynamodb` key cannot be told from one of the person's own by its ARN alone; it is only
  /// named so where the description leaves the key out.
  private static Encryption encryption(@Nullable SSEDescription sse) {
    if (sse == null || sse.status() == null || sse.statusAsString().startsWith("DISABL")) {
      return new Encryption.AwsOwned();
    }
    return sse.kmsMasterKeyArn() == null
        ? new Encryption.AwsManaged()
        : new Encryption.Customer(sse.kmsMasterKeyArn());
  }

  private static @Nullable String ttl(SourceTableFeatureDetails features) {
    var ttl = features.timeToLiveDescription();
    return ttl != null
            && (ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING)
        ? ttl.attributeName()
        : null;
  }

  private static @Nullable String stream(SourceTableFeatureDetails features) {
    var stream = features.streamDescription();
    return stream != null && Boolean.TRUE.equals(stream.streamEnabled())
        ? stream.streamViewTypeAsString()
        : null;
  }

  private static Backup.Status status(@Nullable BackupStatus status) {
    return switch (status) {
      case CREATING -> Backup.Status.CREATING;
      case AVAILABLE -> Backup.Status.AVAILABLE;
      case DELETED -> Backup.Status.DELETED;
      case UNKNOWN_TO_SDK_VERSION -> Backup.Status.OTHER;
      case null -> Backup.Status.OTHER;
    };
  }

  private static Backup.Type type(@Nullable BackupType type) {
    return switch (type) {
      case USER -> Backup.Type.USER;
      case SYSTEM -> Backup.Type.SYSTEM;
      case AWS_BACKUP -> Backup.Type.AWS_BACKUP;
      case UNKNOWN_TO_SDK_VERSION -> Backup.Type.OTHER;
      case null -> Backup.Type.OTHER;
    };
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
