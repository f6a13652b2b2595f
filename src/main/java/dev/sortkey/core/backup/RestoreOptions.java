package dev.sortkey.core.backup;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import org.jspecify.annotations.Nullable;

/// How a restored table differs from the table that was saved.
///
/// @param globalIndexes false to restore without the global secondary indexes, which is faster
/// @param localIndexes likewise; local indexes cannot be added later
/// @param encryption null as it was
/// @param capacity null as it was
public record RestoreOptions(
    boolean globalIndexes,
    boolean localIndexes,
    @Nullable Encryption encryption,
    @Nullable Capacity capacity) {
  public static RestoreOptions asItWas() {
    return new RestoreOptions(true, true, null, null);
  }
}
