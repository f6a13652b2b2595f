package dev.sortkey.core.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records of one shard in their order.
///
/// @param next the iterator to go on with, or null at the end of a closed shard
public record RecordPage(List<ChangeRecord> records, @Nullable String next) {
  public RecordPage {
    records = List.copyOf(records);
  }
}
