package dev.sortkey.core.stream;

import java.util.List;

/// A stream with all its shards as they are now.
///
/// @param status ENABLING, ENABLED, DISABLING or DISABLED
public record StreamShards(String status, List<Shard> shards) {
  public StreamShards {
    shards = List.copyOf(shards);
  }
}
