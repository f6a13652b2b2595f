package dev.sortkey.core.stream;

import org.jspecify.annotations.Nullable;

/// A part of a stream. Its records must be read after all of its parent's, or the changes of an
/// item come out of order (Developer Guide, "Reading and processing a stream").
///
/// @param parent null for a first one
/// @param start null while it holds no record
/// @param end null while it is open
public record Shard(
    String id, @Nullable String parent, @Nullable String start, @Nullable String end) {
  public boolean closed() {
    return end != null;
  }
}
