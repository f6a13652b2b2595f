package dev.sortkey.core.library;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One run, as the history keeps it; without the items that came back.
///
/// @param connection the name of the connection it ran on
/// @param way how it was read, in words, or null for a statement
/// @param low at least how many read units were expected, zero when nothing was
/// @param high at most, or null when nobody knew
/// @param units capacity units used, or null where the endpoint reported none
/// @param failure what went wrong, in words, or null
public record RunRecord(
    Instant at,
    String connection,
    Asked asked,
    @Nullable String way,
    double low,
    @Nullable Double high,
    @Nullable Double units,
    long matched,
    long scanned,
    Duration time,
    @Nullable String failure) {}
