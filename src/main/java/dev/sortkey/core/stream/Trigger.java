package dev.sortkey.core.stream;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A Lambda function that is called with the records of a stream (an event source mapping).
///
/// @param id Lambda's UUID
/// @param lastResult what came of the last call, in Lambda's words, or null
/// @param reason why it is in its state, in Lambda's words, or null
public record Trigger(
    String id,
    String functionArn,
    State state,
    int batchSize,
    Duration window,
    String position,
    @Nullable Instant modified,
    @Nullable String lastResult,
    @Nullable String reason) {
  public enum State {
    CREATING,
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED,
    UPDATING,
    DELETING,
    UNKNOWN;

    /// Whether it stays so until someone changes it.
    public boolean settled() {
      return this == ENABLED || this == DISABLED || this == UNKNOWN;
    }
  }

  /// The function's name, which stands in its ARN after `function:`.
  public String function() {
    int at = functionArn.indexOf(":function:");
    return at < 0 ? functionArn : functionArn.substring(at + ":function:".length());
  }
}
