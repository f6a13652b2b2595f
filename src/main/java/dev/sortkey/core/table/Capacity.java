package dev.sortkey.core.table;

import org.jspecify.annotations.Nullable;

/// How reads and writes are paid for.
public sealed interface Capacity {
  /// Pay per request; the maxima, in units a second, are null when unlimited.
  record OnDemand(@Nullable Long maxRead, @Nullable Long maxWrite) implements Capacity {}

  /// Read and write capacity units a second.
  record Provisioned(long read, long write) implements Capacity {}

  static Capacity onDemand() {
    return new OnDemand(null, null);
  }
}
