package dev.sortkey.core.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One UpdateTable: DynamoDB takes one at a time, and each of these needs one of its own.
public sealed interface TableUpdate {
  /// Billing mode and units, of the table and of its global indexes.
  ///
  /// @param table null to leave the table's units as they are
  /// @param indexes by name; those that change, and all of them when the table becomes provisioned
  record Units(@Nullable Capacity table, SequencedMap<String, Capacity> indexes)
      implements TableUpdate {
    public Units {
      indexes = new LinkedHashMap<>(indexes);
    }
  }

  record ToClass(TableClass tableClass) implements TableUpdate {}

  record Encrypt(Encryption encryption) implements TableUpdate {}

  record Protect(boolean on) implements TableUpdate {}

  /// @param table null to leave the table's as it is
  /// @param indexes by name
  record Warm(@Nullable WarmThroughput table, Map<String, WarmThroughput> indexes)
      implements TableUpdate {
    public Warm {
      indexes = Map.copyOf(indexes);
    }
  }

  /// Switches the stream on with this view, or off for null. A view is changed by switching off and
  /// on again.
  record Stream(@Nullable StreamView view) implements TableUpdate {}

  /// A new global secondary index; it is CREATING, backfilling, then ACTIVE.
  record CreateIndex(TableDraft.IndexDraft index) implements TableUpdate {}

  record DeleteIndex(String name) implements TableUpdate {}

  /// @param key a KMS key in that region, or null for the AWS owned one
  /// @param tableClass null to follow the table
  record AddReplica(String region, @Nullable String key, @Nullable TableClass tableClass)
      implements TableUpdate {}

  record RemoveReplica(String region) implements TableUpdate {}
}
