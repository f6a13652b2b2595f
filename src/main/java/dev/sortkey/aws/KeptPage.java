package dev.sortkey.aws;

import dev.sortkey.core.value.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one page brought to a result.
///
/// @param lastEvaluatedKey where its request goes on, or null
/// @param scanned items read before any filter
/// @param readUnits with those of the fetches it led to
record KeptPage(
    List<Item> items, @Nullable Item lastEvaluatedKey, long scanned, double readUnits) {}
