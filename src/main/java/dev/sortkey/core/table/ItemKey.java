package dev.sortkey.core.table;

import dev.sortkey.core.value.Attr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The key that identifies one item of a table.
public record ItemKey(SequencedMap<String, Attr> values) {
  public ItemKey {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }
}
