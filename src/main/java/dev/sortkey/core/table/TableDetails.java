package dev.sortkey.core.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that one DescribeTable says.
///
/// @param id of this very table; another table of the same name has another
/// @param encryption a key of AWS's own shows as [Encryption.Customer] too, since DescribeTable
///   names a key and not whose it is; [KmsKey#whose] tells
/// @param encryptionStatus such as `ENABLED`, `UPDATING`; null for the AWS owned key
/// @param classChanged when the table class last changed
/// @param onDemandSince when the table last became on-demand
/// @param decreasesToday how often provisioned units were lowered today (UTC)
/// @param warm null where the endpoint does not say
/// @param warmStatus such as `ACTIVE`, `UPDATING`
/// @param indexWarm by the index's name
/// @param replicas the other regions of a global table
/// @param globalTableVersion such as `2019.11.21`, or null
/// @param consistency `EVENTUAL` or `STRONG`, or null
/// @param witnesses regions that hold no data and vote, for strong consistency
/// @param restore where the table was restored from, or null
/// @param archived why and when DynamoDB archived the table, or null
public record TableDetails(
    TableSchema schema,
    @Nullable String id,
    Encryption encryption,
    @Nullable String encryptionStatus,
    @Nullable Instant encryptionInaccessible,
    @Nullable Instant classChanged,
    @Nullable Instant onDemandSince,
    @Nullable Instant lastIncrease,
    @Nullable Instant lastDecrease,
    long decreasesToday,
    Stream stream,
    @Nullable WarmThroughput warm,
    @Nullable String warmStatus,
    Map<String, WarmThroughput> indexWarm,
    List<Replica> replicas,
    @Nullable String globalTableVersion,
    @Nullable String consistency,
    List<String> witnesses,
    @Nullable Restore restore,
    @Nullable Archived archived) {
  /// @param arn of the latest stream, also when it is switched off
  public record Stream(boolean enabled, @Nullable StreamView view, @Nullable String arn) {}

  /// @param backup the ARN of the backup, or null for a restore to a point in time
  public record Restore(
      @Nullable String backup, @Nullable String table, @Nullable Instant at, boolean inProgress) {}

  public record Archived(@Nullable Instant at, @Nullable String reason, @Nullable String backup) {}

  public TableDetails {
    indexWarm = Map.copyOf(indexWarm);
    replicas = List.copyOf(replicas);
    witnesses = List.copyOf(witnesses);
  }

  /// True once nothing about the table is under way: then it takes the next change.
  public boolean settled() {
    return schema.active()
        && schema.indexes().stream().allMatch(index -> index.status().equals(TableSchema.ACTIVE))
        && !"UPDATING".equals(encryptionStatus)
        && replicas.stream().noneMatch(TableDetails::moving);
  }

  private static boolean moving(Replica replica) {
    return switch (replica.status()) {
      case "CREATING", "UPDATING", "DELETING" -> true;
      default -> false;
    };
  }
}
