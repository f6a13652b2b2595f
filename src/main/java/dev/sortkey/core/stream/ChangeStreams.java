package dev.sortkey.core.stream;

/// Reads the change records of a table. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface ChangeStreams {
  /// What the table says of its stream.
  StreamState state(String table);

  /// Asks for a stream; it is there once [#state] is settled. Refused while there is one.
  void enable(String table, ViewType view);

  /// Asks to turn the stream off; done once [#state] is settled.
  void disable(String table);

  /// All shards, every page of them.
  StreamShards shards(String arn);

  /// The place to read a shard from.
  StreamAnswer<String> iterator(String arn, String shard, StreamPosition from);

  /// The next records, at most 1,000 and 1 MB; often none although more follow.
  StreamAnswer<RecordPage> records(String iterator, int limit);
}
