package dev.sortkey.core.query;

import dev.sortkey.core.value.Item;

/// Where a read goes on: `LastEvaluatedKey`, kept whole and never rebuilt.
public record Cursor(Item lastEvaluatedKey) {}
