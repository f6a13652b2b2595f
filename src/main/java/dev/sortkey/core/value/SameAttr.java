package dev.sortkey.core.value;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Equality as DynamoDB has it.
final class SameAttr {
  private SameAttr() {}

  static boolean same(Attr one, Attr other) {
    return switch (one) {
      case Attr.N(String digits) ->
          other instanceof Attr.N(String digits2) && DynamoNumber.same(digits, digits2);
      case Attr.NS(var numbers) ->
          other instanceof Attr.NS(var numbers2) && canonical(numbers).equals(canonical(numbers2));
      case Attr.L(var elements) ->
          other instanceof Attr.L(var elements2)
              && elements.size() == elements2.size()
              && IntStream.range(0, elements.size())
                  .allMatch(i -> same(elements.get(i), elements2.get(i)));
      case Attr.M(var fields) ->
          other instanceof Attr.M(var fields2)
              && fields.size() == fields2.size()
              && fields.entrySet().stream().allMatch(field -> same(field, fields2));
      default -> one.equals(other);
    };
  }

  private static boolean same(Map.Entry<String, Attr> field, Map<String, Attr> others) {
    Attr other = others.get(field.getKey());
    return other != null && same(field.getValue(), other);
  }

  private static Set<String> canonical(Set<String> numbers) {
    return numbers.stream().map(DynamoNumber::canonical).collect(Collectors.toSet());
  }
}
