package dev.sortkey.core.query;

import java.time.Duration;

/// How long a read may take.
public record Span(Duration low, Duration high) {}
