package dev.sortkey.core.query;

import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.Attr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One request of a plan with its expressions.
///
/// @param key of the item, for a GetItem; else null
/// @param keyCondition for a Query; else null
/// @param names the placeholders of names, empty when no expression needs one
public record ReadRequest(
    @Nullable ItemKey key,
    @Nullable String keyCondition,
    @Nullable String filter,
    @Nullable String projection,
    SequencedMap<String, String> names,
    SequencedMap<String, Attr> values) {
  public ReadRequest {
    names = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(names));
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }
}
