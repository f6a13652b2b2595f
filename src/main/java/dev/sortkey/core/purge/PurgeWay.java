package dev.sortkey.core.purge;

import java.time.Duration;

/// How a table is emptied.
public enum PurgeWay {
  /// Each item is deleted; the table stays.
  EACH,
  /// The table is dropped and created anew.
  ANEW;

  /// About how long a table is gone while it is created anew.
  public static final Duration ABSENCE = Duration.ofMinutes(1);

  /// The cheaper way. Creating anew uses no units; but where deleting each item takes no longer
  /// than the table would be gone, it costs next to nothing and takes nothing else away.
  ///
  /// @param canDrop whether the table can be created anew as it is
  public static PurgeWay cheaper(PurgeEstimate estimate, double unitsPerSecond, boolean canDrop) {
    return canDrop && estimate.most(unitsPerSecond).compareTo(ABSENCE) > 0 ? ANEW : EACH;
  }
}
