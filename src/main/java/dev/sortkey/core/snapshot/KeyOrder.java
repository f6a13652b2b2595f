package dev.sortkey.core.snapshot;

import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.DynamoNumber;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Differences in the order of their keys, as a person would look for them.
final class KeyOrder {
  private KeyOrder() {}

  static Comparator<Comparison.Difference> of(KeySchema keys) {
    return (one, other) -> {
      for (KeyAttribute key : keys.all()) {
        int order = compare(one.item().get(key.name()), other.item().get(key.name()));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static int compare(@Nullable Attr one, @Nullable Attr other) {
    if (one instanceof Attr.N(String digits) && other instanceof Attr.N(String digits2)) {
      return DynamoNumber.compare(digits, digits2);
    }
    return text(one).compareTo(text(other));
  }

  private static String text(@Nullable Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text;
      case Attr.B(var bytes) -> bytes.toBase64();
      case null, default -> String.valueOf(value);
    };
  }
}
