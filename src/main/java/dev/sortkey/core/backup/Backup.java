package dev.sortkey.core.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One backup as a list shows it.
///
/// @param table the table it was taken of, which may be gone
/// @param expires when AWS deletes it by itself, or null
/// @param sizeBytes zero while it is being created
public record Backup(
    String arn,
    String name,
    String table,
    Status status,
    Type type,
    Instant created,
    @Nullable Instant expires,
    long sizeBytes) {
  public enum Status {
    CREATING,
    AVAILABLE,
    DELETED,
    /// A state that this Sortkey does not know.
    OTHER
  }

  public enum Type {
    /// On demand, kept until someone deletes it.
    USER,
    /// Made by DynamoDB when a table with point-in-time recovery was deleted; kept for 35 days.
    SYSTEM,
    /// Made by the service AWS Backup, and deleted only there.
    AWS_BACKUP,
    OTHER
  }

  public boolean available() {
    return status == Status.AVAILABLE;
  }
}
