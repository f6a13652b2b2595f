package dev.sortkey.core.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a table says of its stream. A stream that was turned off keeps its ARN, since its records
/// can be read until they are 24 hours old.
///
/// @param settled false while the table is being changed
/// @param view null while the stream is off
/// @param arn null when the table never had a stream
/// @param created when the stream was turned on, as far as its label says
public record StreamState(
    boolean settled, @Nullable ViewType view, @Nullable String arn, @Nullable Instant created) {
  public boolean on() {
    return view != null;
  }
}
