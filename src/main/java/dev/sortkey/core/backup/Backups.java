package dev.sortkey.core.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// AWS on-demand backups and point-in-time recovery. All methods block, end at an interrupt, and
/// throw a [dev.sortkey.core.problem.ProblemException]: UNSUPPORTED_BY_ENDPOINT where the endpoint
/// has no backups, as DynamoDB Local.
public interface Backups {
  /// The backups of one table, every page of them, newest first.
  List<Backup> of(String table);

  /// The backups of all tables of the region, those of deleted tables too, newest first.
  List<Backup> all();

  /// Asks for a backup; it is CREATING until a later [#describe] says AVAILABLE.
  Backup create(String table, String name);

  /// NOT_FOUND when there is no such backup.
  BackupDetails describe(String arn);

  /// Deletes for good; nothing brings a backup back.
  void delete(String arn);

  /// Asks for a new table with the backup's items; it is CREATING until it can be used.
  void restore(String arn, String newTable, RestoreOptions options);

  /// Whether a table can be restored to any second, and from when to when.
  Recovery recovery(String table);

  /// Switches point-in-time recovery on or off. Off loses all that it could restore to.
  ///
  /// @param days how far back, within [BackupRules#LEAST_DAYS] and [BackupRules#MOST_DAYS]; of no
  ///   meaning when it is switched off
  Recovery setRecovery(String table, boolean enabled, int days);

  /// Asks for a new table with the items that the table had at that second.
  ///
  /// @param time null for the latest time there is
  void restoreToTime(String table, String newTable, @Nullable Instant time, RestoreOptions options);
}
