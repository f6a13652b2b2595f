package dev.sortkey.aws;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether two values are the same to DynamoDB, which keeps a number's value but not its spelling:
/// `1e3` comes back as `1000`.
final class SameValue {
  private SameValue() {}

  static boolean of(Item one, Item other) {
    return of(new Attr.M(one.attributes()), new Attr.M(other.attributes()));
  }

  static boolean of(@Nullable Attr one, @Nullable Attr other) {
    return one == null || other == null ? one == other : normal(one).equals(normal(other));
  }

  private static Attr normal(Attr value) {
    return switch (value) {
      case Attr.N(String digits) -> new Attr.N(normal(digits));
      case Attr.NS(var values) -> Attr.NS.of(values.stream().map(SameValue::normal).toList());
      case Attr.L(var elements) -> new Attr.L(elements.stream().map(SameValue::normal).toList());
      case Attr.M(var fields) ->
          Attr.M.of(
              fields.entrySet().stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, field -> normal(field.getValue()))));
      default -> value;
    };
  }

  private static String normal(String digits) {
    var number = new BigDecimal(digits);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
  }
}
