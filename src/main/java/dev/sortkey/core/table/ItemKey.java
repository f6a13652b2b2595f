package dev.sortkey.core.table;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.Item;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The key that identifies one item of a table.
public record ItemKey(SequencedMap<String, Attr> values) {
  public ItemKey {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// The key in an item, by the names of its attributes.
  ///
  /// @throws IllegalArgumentException when the item lacks one
  public static ItemKey of(Item item, Collection<String> names) {
    var values = new LinkedHashMap<String, Attr>();
    for (String name : names) {
      Attr value = item.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no key attribute " + name);
      }
      values.put(name, value);
    }
    return new ItemKey(values);
  }

  /// The values as a person reads them, such as `c-17 / 2026-11-27`; binary as Base64.
  public String words() {
    return values.values().stream()
        .map(value ->
            switch (value) {
              case Attr.S(String text) -> text;
              case Attr.N(String digits) -> digits;
              case Attr.B(Bytes bytes) -> bytes.toBase64();
              default -> value.toString();
            })
        .collect(Collectors.joining(" / "));
  }

  /// The same key in the one form that two keys share exactly when they name the same item: 1 and
  /// 1.0 are one number.
  public ItemKey byValue() {
    var canonical = new LinkedHashMap<String, Attr>();
    values.forEach((name, value) ->
        canonical.put(
            name,
            value instanceof Attr.N(String digits)
                ? new Attr.N(DynamoNumber.canonical(digits))
                : value));
    return new ItemKey(canonical);
  }
}
