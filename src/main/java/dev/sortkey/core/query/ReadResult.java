package dev.sortkey.core.query;

import dev.sortkey.core.rows.RowChunk;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one read brought.
///
/// @param cursor where to go on, or null at the end of the results
/// @param scanned how many items DynamoDB read for it, before the filter
/// @param readUnits read capacity units, zero where the endpoint reports none
public record ReadResult(
    List<RowChunk> chunks,
    @Nullable Cursor cursor,
    long count,
    long scanned,
    double readUnits,
    int pages,
    Duration time) {
  public ReadResult {
    chunks = List.copyOf(chunks);
  }
}
