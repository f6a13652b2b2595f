package dev.sortkey.core.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The state of a table's point-in-time recovery.
///
/// @param days the period that was asked for; zero when it is off
/// @param earliest the first second that can be restored; null when off, and just after it was
///   switched on
/// @param latest likewise the last, about five minutes behind
public record Recovery(
    boolean enabled, int days, @Nullable Instant earliest, @Nullable Instant latest) {
  public static Recovery off() {
    return new Recovery(false, 0, null, null);
  }

  /// Whether there is a second that a table can be restored to.
  public boolean usable() {
    return enabled && earliest != null && latest != null && !latest.isBefore(earliest);
  }
}
