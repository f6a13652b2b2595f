package dev.sortkey.core.table;

import org.jspecify.annotations.Nullable;

/// The reads and writes a second that a table can take at once, without growing into them; null
/// where DynamoDB's own figure is left.
public record WarmThroughput(@Nullable Long read, @Nullable Long write) {}
