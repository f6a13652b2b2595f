package dev.sortkey.aws;

import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Replica;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.WarmThroughput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ArchivalSummary;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableWitnessDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.RestoreSummary;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// A described table with all its details.
final class DetailsReading {
  private DetailsReading() {}

  static TableDetails details(TableDescription table) {
    SSEDescription sse = table.sseDescription();
    ProvisionedThroughputDescription units = table.provisionedThroughput();
    return new TableDetails(
        SchemaReading.table(table),
        table.tableId(),
        encryption(sse),
        sse == null ? null : sse.statusAsString(),
        sse == null ? null : sse.inaccessibleEncryptionDateTime(),
        table.tableClassSummary() == null ? null : table.tableClassSummary().lastUpdateDateTime(),
        table.billingModeSummary() == null
            ? null
            : table.billingModeSummary().lastUpdateToPayPerRequestDateTime(),
        units == null ? null : happened(units.lastIncreaseDateTime()),
        units == null ? null : happened(units.lastDecreaseDateTime()),
        units == null || units.numberOfDecreasesToday() == null
            ? 0
            : units.numberOfDecreasesToday(),
        stream(table.streamSpecification(), table.latestStreamArn()),
        table.warmThroughput() == null
            ? null
            : new WarmThroughput(
                table.warmThroughput().readUnitsPerSecond(),
                table.warmThroughput().writeUnitsPerSecond()),
        table.warmThroughput() == null ? null : table.warmThroughput().statusAsString(),
        indexWarm(table.globalSecondaryIndexes()),
        table.replicas().stream().map(DetailsReading::replica).toList(),
        table.globalTableVersion(),
        table.multiRegionConsistencyAsString(),
        table.globalTableWitnesses().stream()
            .map(GlobalTableWitnessDescription::regionName)
            .toList(),
        restore(table.restoreSummary()),
        archived(table.archivalSummary()));
  }

  /// None described means the AWS owned key (API Reference, SSEDescription).
  private static Encryption encryption(@Nullable SSEDescription sse) {
    if (sse == null || "DISABLED".equals(sse.statusAsString())) {
      return new Encryption.AwsOwned();
    }
    return sse.kmsMasterKeyArn() == null
        ? new Encryption.AwsManaged()
        : new Encryption.Customer(sse.kmsMasterKeyArn());
  }

  /// DynamoDB Local writes 1970 for what never happened.
  private static @Nullable Instant happened(@Nullable Instant at) {
    return at == null || at.equals(Instant.EPOCH) ? null : at;
  }

  private static TableDetails.Stream stream(
      @Nullable StreamSpecification stream, @Nullable String arn) {
    boolean enabled = stream != null && Boolean.TRUE.equals(stream.streamEnabled());
    return new TableDetails.Stream(
        enabled, enabled ? StreamView.valueOf(stream.streamViewTypeAsString()) : null, arn);
  }

  private static Map<String, WarmThroughput> indexWarm(
      List<GlobalSecondaryIndexDescription> indexes) {
    var warm = new HashMap<String, WarmThroughput>();
    for (GlobalSecondaryIndexDescription index : indexes) {
      var said = index.warmThroughput();
      if (said != null) {
        warm.put(
            index.indexName(),
            new WarmThroughput(said.readUnitsPerSecond(), said.writeUnitsPerSecond()));
      }
    }
    return warm;
  }

  private static Replica replica(ReplicaDescription replica) {
    return new Replica(
        replica.regionName(),
        replica.replicaStatusAsString() == null ? "" : replica.replicaStatusAsString(),
        replica.replicaStatusDescription(),
        replica.replicaStatusPercentProgress(),
        replica.replicaTableClassSummary() == null
            ? null
            : replica.replicaTableClassSummary().tableClassAsString(),
        replica.kmsMasterKeyId(),
        replica.replicaInaccessibleDateTime());
  }

  private static TableDetails.@Nullable Restore restore(@Nullable RestoreSummary restore) {
    return restore == null
        ? null
        : new TableDetails.Restore(
            restore.sourceBackupArn(),
            restore.sourceTableArn(),
            restore.restoreDateTime(),
            Boolean.TRUE.equals(restore.restoreInProgress()));
  }

  private static TableDetails.@Nullable Archived archived(@Nullable ArchivalSummary archived) {
    return archived == null
        ? null
        : new TableDetails.Archived(
            archived.archivalDateTime(), archived.archivalReason(), archived.archivalBackupArn());
  }
}
