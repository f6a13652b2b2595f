package dev.sortkey.core.metrics;

/// What one chart is about, and in what its figures are.
public enum Topic {
  READ_CAPACITY(Unit.PER_SECOND),
  WRITE_CAPACITY(Unit.PER_SECOND),
  THROTTLED_READS(Unit.COUNT),
  THROTTLED_WRITES(Unit.COUNT),
  THROTTLED_REQUESTS(Unit.COUNT),
  LATENCY(Unit.MILLIS),
  ERRORS(Unit.COUNT),
  RETURNED_ITEMS(Unit.COUNT),
  OWN_READ_UNITS(Unit.UNITS),
  OWN_WRITE_UNITS(Unit.UNITS),
  OWN_CALLS(Unit.COUNT),
  OWN_LATENCY(Unit.MILLIS),
  OWN_ERRORS(Unit.COUNT),
  OWN_RETRIES(Unit.COUNT);

  /// What the figures of a chart count.
  public enum Unit {
    /// Capacity units a second.
    PER_SECOND,
    /// Capacity units.
    UNITS,
    MILLIS,
    COUNT
  }

  private final Unit unit;

  Topic(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }
}
