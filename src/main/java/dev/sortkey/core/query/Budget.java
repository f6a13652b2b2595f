package dev.sortkey.core.query;

import java.time.Duration;

/// How far one read may go before it stops and asks: it ends after the first page at which any of
/// these is reached.
///
/// @param items matching items returned
/// @param scanned items read, matching or not
/// @param readUnits read capacity units consumed
/// @param time since the read began
public record Budget(long items, long scanned, double readUnits, Duration time) {
  /// One screenful and some: what Run reads first.
  public static Budget firstPage() {
    return new Budget(300, 40_000, 500, Duration.ofSeconds(20));
  }
}
