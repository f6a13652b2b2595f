package dev.sortkey.core.edit;

import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.SequencedMap;

/// One conditional write, ready to be sent.
public sealed interface WriteRequest {
  String condition();

  SequencedMap<String, String> names();

  SequencedMap<String, Attr> values();

  record Put(
      Item item,
      String condition,
      SequencedMap<String, String> names,
      SequencedMap<String, Attr> values)
      implements WriteRequest {}

  record Update(
      ItemKey key,
      String update,
      String condition,
      SequencedMap<String, String> names,
      SequencedMap<String, Attr> values)
      implements WriteRequest {}

  record Delete(
      ItemKey key,
      String condition,
      SequencedMap<String, String> names,
      SequencedMap<String, Attr> values)
      implements WriteRequest {}

  /// The request that makes a change, on the conditions that [Change] states.
  static WriteRequest of(TableSchema table, Change change) {
    throw new UnsupportedOperationException("to be built");
  }
}
