package dev.sortkey.core.metrics;

import java.time.Duration;
import java.time.Instant;

/// How far back the charts reach. Longer ranges have longer periods, so that a chart has a few
/// hundred points at most.
public enum Range {
  HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
  THREE_HOURS(Duration.ofHours(3), Duration.ofMinutes(1)),
  TWELVE_HOURS(Duration.ofHours(12), Duration.ofMinutes(5)),
  DAY(Duration.ofDays(1), Duration.ofMinutes(5)),
  THREE_DAYS(Duration.ofDays(3), Duration.ofMinutes(15)),
  WEEK(Duration.ofDays(7), Duration.ofHours(1));

  private final Duration length;
  private final Duration period;

  Range(Duration length, Duration period) {
    this.length = length;
    this.period = period;
  }

  /// Up to the last period that is over: half a period would look like a fall.
  public TimeWindow finished(Instant now) {
    return upTo(floor(now));
  }

  /// Including the period that runs.
  public TimeWindow running(Instant now) {
    return upTo(floor(now).plus(period));
  }

  private TimeWindow upTo(Instant until) {
    return new TimeWindow(until.minus(length), until, period);
  }

  private Instant floor(Instant time) {
    long seconds = period.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }
}
