package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.Recovery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a new table's items come from.
sealed interface RestoreSource {
  /// The table that was saved, which may be gone.
  String table();

  record FromBackup(Backup backup) implements RestoreSource {
    @Override
    public String table() {
      return backup.table();
    }
  }

  /// @param chosen the second proposed, or null for the latest
  record ToTime(String table, Recovery recovery, @Nullable Instant chosen)
      implements RestoreSource {}
}
