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

  /// The request that makes a change, on the conditions that [Change] states. An update whose
  /// expressions would pass DynamoDB's limits writes and compares the maps and lists around its
  /// changes instead. The condition of a delete leaves out what DynamoDB cannot say or has no room
  /// for: attributes added since the read, and those beyond the first 149.
  ///
  /// @throws IllegalArgumentException when nothing or a key attribute differs, or when more
  ///   attributes differ than one write can name; the message says so in plain words
  static WriteRequest of(TableSchema table, Change change) {
    return switch (change) {
      case Change.Insert(Item item) -> ConditionalWrites.insert(table, item);
      case Change.Update(Item original, Item edited) ->
          ConditionalWrites.update(table, original, edited);
      case Change.Delete(Item original) -> ConditionalWrites.delete(table, original);
    };
  }
}
