package dev.sortkey.core.stream;

/// Where reading a shard begins.
public sealed interface StreamPosition {
  /// The oldest record that is kept, at most 24 hours old.
  record Horizon() implements StreamPosition {}

  /// Behind the newest record.
  record Latest() implements StreamPosition {}

  /// At a record.
  record At(String sequence) implements StreamPosition {}

  /// Behind a record.
  record After(String sequence) implements StreamPosition {}
}
