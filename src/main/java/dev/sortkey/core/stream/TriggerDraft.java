package dev.sortkey.core.stream;

import java.time.Duration;

/// A Lambda trigger that is to be created.
///
/// @param function its name or its ARN
/// @param batchSize 1 to 10,000 records a call
/// @param window how long to gather records for a call, up to 5 minutes
/// @param fromHorizon whether it gets what the stream still holds, or only what is new
public record TriggerDraft(
    String streamArn,
    String function,
    int batchSize,
    Duration window,
    boolean fromHorizon,
    boolean enabled) {
  public static final int MOST_BATCH = 10_000;
  public static final int MOST_WINDOW_SECONDS = 300;
}
