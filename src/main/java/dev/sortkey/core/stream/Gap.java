package dev.sortkey.core.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Changes that were gone before they could be read: a stream keeps them for 24 hours.
///
/// @param after the last change that was seen before the gap, or null when none was
public record Gap(String shard, @Nullable Instant after) {}
