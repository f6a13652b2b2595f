package dev.sortkey.standin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The global index of a table that is being created or deleted. Resources are allocated while the
/// table is UPDATING; then the table is ACTIVE, and the index CREATING and backfilling, until it is
/// ACTIVE. One that goes is DELETING while the table is UPDATING (Developer Guide, "Managing Global
/// Secondary Indexes").
///
/// @param leaving the index as it was, if it is being deleted
/// @param allocated when the table is ACTIVE again
/// @param filled when the index is
record IndexChange(String name, @Nullable ObjectNode leaving, Instant allocated, Instant filled) {
  private static final String INDEXES = "GlobalSecondaryIndexes";

  /// What an UpdateTable asks for; null when it creates and deletes no index.
  static @Nullable IndexChange of(JsonNode asked, ObjectNode table, Instant now, Duration takes) {
    IndexChange change = null;
    for (JsonNode update : asked.path("GlobalSecondaryIndexUpdates")) {
      if (!update.has("Create") && !update.has("Delete")) {
        continue;
      }
      if (change != null) {
        throw oneAtATime();
      }
      String name =
          update.path(update.has("Create") ? "Create" : "Delete").path("IndexName").asString("");
      Instant allocated = now.plus(takes);
      change =
          update.has("Create")
              ? new IndexChange(name, null, allocated, allocated.plus(takes))
              : new IndexChange(name, find(table, name), allocated, allocated);
    }
    return change;
  }

  /// While an index is backfilling, it can be deleted, and no other be created or deleted.
  void refuse(IndexChange next, Instant now) {
    if (now.isBefore(filled) && !(next.leaving != null && next.name.equals(name))) {
      throw oneAtATime();
    }
  }

  void show(ObjectNode table, Instant now) {
    if (leaving != null && now.isBefore(allocated)) {
      ObjectNode going = leaving.deepCopy();
      going.put("IndexStatus", "DELETING");
      table.withArray(INDEXES).add(going);
    } else if (leaving == null && now.isBefore(filled)) {
      ObjectNode coming = find(table, name);
      if (coming != null) {
        coming.put("IndexStatus", "CREATING");
        coming.put("Backfilling", !now.isBefore(allocated));
      }
    }
  }

  private static @Nullable ObjectNode find(ObjectNode table, String name) {
    for (JsonNode index : table.path(INDEXES)) {
      if (index.path("IndexName").asString("").equals(name)) {
        return (ObjectNode) index;
      }
    }
    return null;
  }

  private static Refusal oneAtATime() {
    return Refusal.dynamo(
        "LimitExceededException",
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
            + " per table");
  }
}
