package dev.sortkey.core.backup;

import dev.sortkey.core.table.Encryption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A backup and the table as it was when the backup was made.
///
/// @param tableCreated tells the table from a later one of the same name
/// @param ttlAttribute the attribute of the expiry time, or null
/// @param streamView the stream's view type, or null
public record BackupDetails(
    Backup backup,
    String tableArn,
    @Nullable Instant tableCreated,
    long itemCount,
    boolean onDemand,
    List<String> keys,
    List<String> globalIndexes,
    List<String> localIndexes,
    Encryption encryption,
    @Nullable String ttlAttribute,
    @Nullable String streamView) {
  public BackupDetails {
    keys = List.copyOf(keys);
    globalIndexes = List.copyOf(globalIndexes);
    localIndexes = List.copyOf(localIndexes);
  }
}
