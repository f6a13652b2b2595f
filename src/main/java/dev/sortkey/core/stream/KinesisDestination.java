package dev.sortkey.core.stream;

import org.jspecify.annotations.Nullable;

/// A Kinesis data stream that receives a table's changes.
///
/// @param said why it is in its status, in DynamoDB's words, or null
/// @param precision null where the endpoint does not say
public record KinesisDestination(
    String streamArn, Status status, @Nullable String said, @Nullable Precision precision) {
  public enum Status {
    ENABLING,
    ACTIVE,
    DISABLING,
    DISABLED,
    ENABLE_FAILED,
    UPDATING,
    UNKNOWN;

    /// Whether it stays so until someone changes it.
    public boolean settled() {
      return this != ENABLING && this != DISABLING && this != UPDATING;
    }
  }

  /// How exactly the records say when a change happened.
  public enum Precision {
    MILLISECOND,
    MICROSECOND
  }

  /// The stream's name, which stands in its ARN after `stream/`.
  public String name() {
    return streamArn.substring(streamArn.indexOf('/') + 1);
  }
}
