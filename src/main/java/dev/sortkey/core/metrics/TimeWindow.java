package dev.sortkey.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The time that a chart shows, in periods of equal length.
///
/// @param until exclusive
public record TimeWindow(Instant from, Instant until, Duration period) {
  /// The beginnings of all periods.
  public List<Instant> periods() {
    return Stream.iterate(from, at -> at.isBefore(until), at -> at.plus(period)).toList();
  }

  /// The beginning of the period that a time lies in.
  Instant periodOf(Instant time) {
    long seconds = period.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  boolean has(Instant time) {
    return !time.isBefore(from) && time.isBefore(until);
  }
}
