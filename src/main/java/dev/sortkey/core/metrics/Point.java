package dev.sortkey.core.metrics;

import java.time.Instant;

/// One figure of the period that begins at a time.
public record Point(Instant at, double value) {}
