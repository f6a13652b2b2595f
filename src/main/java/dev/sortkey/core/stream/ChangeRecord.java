package dev.sortkey.core.stream;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One change of one item, as the stream tells it.
///
/// @param time about when it happened: AWS gives seconds, DynamoDB Local minutes
/// @param sequence as written: up to 40 digits
/// @param key the key attributes alone
/// @param before the item as it was, where the view type has it
/// @param after the item as it became, where the view type has it
/// @param bytes what the record counts in size
/// @param byTtl whether DynamoDB removed it because its time to live had passed
public record ChangeRecord(
    String id,
    Event event,
    @Nullable Instant time,
    String sequence,
    Item key,
    @Nullable Item before,
    @Nullable Item after,
    long bytes,
    boolean byTtl) {
  public enum Event {
    INSERT,
    MODIFY,
    REMOVE
  }

  /// The same with the key's attributes in this order, and before all others in the images.
  ChangeRecord keysFirst(List<String> keys) {
    return new ChangeRecord(
        id,
        event,
        time,
        sequence,
        Objects.requireNonNull(first(keys, key)),
        first(keys, before),
        first(keys, after),
        bytes,
        byTtl);
  }

  private static @Nullable Item first(List<String> keys, @Nullable Item item) {
    if (item == null) {
      return null;
    }
    var sorted = LinkedHashMap.<String, Attr>newLinkedHashMap(item.attributes().size());
    for (String name : keys) {
      Attr value = item.get(name);
      if (value != null) {
        sorted.put(name, value);
      }
    }
    item.attributes().forEach(sorted::putIfAbsent);
    return new Item(sorted);
  }

  /// Sequence numbers are compared as the numbers they are, however many digits they have.
  public static int compareSequences(String one, String other) {
    String a = one.replaceFirst("^0+", "");
    String b = other.replaceFirst("^0+", "");
    return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
  }
}
