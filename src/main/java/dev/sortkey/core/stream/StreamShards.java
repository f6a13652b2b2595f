package dev.sortkey.core.stream;

import java.util.List;

/// A stream with all its shards as they are now.
///
/// @param status ENABLING, ENABLED, DISABLING or DISABLED
/// @param keys the names of the table's key attributes, the partition key first
public record StreamShards(String status, List<String> keys, List<Shard> shards) {
  public StreamShards {
    keys = List.copyOf(keys);
    shards = List.copyOf(shards);
  }
}
