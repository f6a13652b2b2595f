package dev.sortkey.ui.items;

import java.time.Duration;

/// How far a read has come, for the result bar.
///
/// @param count items that came back
/// @param scanned items that were read for it
/// @param readUnits capacity units used
record ReadState(Stage stage, long count, long scanned, double readUnits, Duration time) {
  enum Stage {
    /// Nothing was run yet.
    NONE,
    /// There is more, read as the person scrolls.
    MORE,
    /// A budget was used up with few matches; the person says whether it goes on.
    PAUSED,
    /// The person stopped it before the end.
    STOPPED,
    /// All was read.
    COMPLETE
  }

  static ReadState none() {
    return new ReadState(Stage.NONE, 0, 0, 0, Duration.ZERO);
  }

  ReadState plus(Stage now, long more, long read, double units, Duration took) {
    return new ReadState(now, count + more, scanned + read, readUnits + units, time.plus(took));
  }

  ReadState at(Stage now) {
    return new ReadState(now, count, scanned, readUnits, time);
  }
}
