package dev.sortkey.core.calls;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call to an endpoint, without its item contents.
///
/// @param table the table it was about, or null
/// @param readUnits read capacity units consumed, zero where none were reported
/// @param retries attempts beyond the first
/// @param error the AWS error code or the exception's name, or null when it went well
/// @param cli the same call as an AWS CLI command
public record CallRecord(
    long number,
    Instant began,
    Duration time,
    String operation,
    @Nullable String table,
    double readUnits,
    double writeUnits,
    int retries,
    @Nullable String error,
    @Nullable String requestId,
    String cli) {}
