package dev.sortkey.core.table;

import org.jspecify.annotations.Nullable;

/// Whether items expire, and by which attribute (Number, seconds since 1970).
public record TimeToLive(Status status, @Nullable String attribute) {
  /// A change takes up to an hour, and none can follow it meanwhile (API Reference,
  /// UpdateTimeToLive).
  public enum Status {
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED
  }

  public boolean on() {
    return status == Status.ENABLED || status == Status.ENABLING;
  }
}
