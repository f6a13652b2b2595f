package dev.sortkey.ui.snapshots;

import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.ui.work.Job;
import org.jspecify.annotations.Nullable;

/// One line of the list: a snapshot, or one that is being taken.
///
/// @param table whose items it has
/// @param snapshot null while it is being taken
/// @param running what is being done with it, or null
record SnapshotRow(
    String name, String table, @Nullable Snapshot snapshot, @Nullable Running running) {
  enum Doing {
    TAKING,
    VERIFYING,
    RESTORING,
    COMPARING,
    DELETING
  }

  record Running(Doing doing, Job job) {}
}
