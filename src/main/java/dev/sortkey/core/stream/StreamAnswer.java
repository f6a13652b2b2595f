package dev.sortkey.core.stream;

/// What reading a stream came to. All but [Got] are part of every long read and no problem yet.
public sealed interface StreamAnswer<T> {
  record Got<T>(T value) implements StreamAnswer<T> {}

  /// The iterator is older than 15 minutes.
  record Expired<T>() implements StreamAnswer<T> {}

  /// The position is older than 24 hours, so that its records are gone.
  record Trimmed<T>() implements StreamAnswer<T> {}

  /// Too many calls or readers; to be asked again later.
  record Busy<T>() implements StreamAnswer<T> {}

  /// The shard, or the stream, is there no more.
  record Gone<T>() implements StreamAnswer<T> {}
}
