package dev.sortkey.core.expr;

import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.Item;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Looks at an item as DynamoDB's filter would: for conditions that DynamoDB does not take where
/// they are needed, and for rows that are here already. Held against DynamoDB by a test.
public final class Matcher {
  private Matcher() {}

  public static boolean holds(Condition condition, Item item) {
    return switch (condition) {
      case Condition.And(var parts) -> all(parts, item);
      case Condition.Or(var parts) -> any(parts, item);
      case Condition.Not(Condition part) -> !holds(part, item);
      case Condition.Exists(AttrPath path) -> item.get(path) != null;
      case Condition.NotExists(AttrPath path) -> item.get(path) == null;
      case Condition.Compare(AttrPath path, var comparison, Attr value) ->
          compare(item.get(path), comparison, value);
      case Condition.Between(AttrPath path, Attr low, Attr high) -> {
        Attr value = item.get(path);
        yield compare(value, Comparison.GE, low) && compare(value, Comparison.LE, high);
      }
      case Condition.In(AttrPath path, var values) -> {
        Attr value = item.get(path);
        yield value != null && values.stream().anyMatch(value::same);
      }
      case Condition.HasType(AttrPath path, var type) -> {
        Attr value = item.get(path);
        yield value != null && value.type() == type;
      }
      case Condition.BeginsWith(AttrPath path, Attr prefix) -> begins(item.get(path), prefix);
      case Condition.Contains(AttrPath path, Attr operand) -> contains(item.get(path), operand);
      case Condition.Size(AttrPath path, var comparison, long size) -> {
        OptionalLong actual = size(item.get(path));
        yield actual.isPresent() && is(Long.compare(actual.getAsLong(), size), comparison);
      }
    };
  }

  private static boolean all(List<Condition> parts, Item item) {
    for (Condition part : parts) {
      if (!holds(part, item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(List<Condition> parts, Item item) {
    for (Condition part : parts) {
      if (holds(part, item)) {
        return true;
      }
    }
    return false;
  }

  /// How two values stand to each other, or empty when they have no order: strings and binary by
  /// their bytes, numbers by value.
  public static OptionalInt order(Attr one, Attr other) {
    if (one instanceof Attr.S(String text) && other instanceof Attr.S(String text2)) {
      return OptionalInt.of(Arrays.compareUnsigned(utf8(text), utf8(text2)));
    }
    if (one instanceof Attr.N(String digits) && other instanceof Attr.N(String digits2)) {
      return OptionalInt.of(DynamoNumber.compare(digits, digits2));
    }
    if (one instanceof Attr.B(Bytes bytes) && other instanceof Attr.B(Bytes bytes2)) {
      return OptionalInt.of(Arrays.compareUnsigned(bytes.toArray(), bytes2.toArray()));
    }
    return OptionalInt.empty();
  }

  private static boolean compare(@Nullable Attr value, Comparison comparison, Attr operand) {
    if (value == null) {
      return comparison == Comparison.NE;
    }
    return switch (comparison) {
      case EQ -> value.same(operand);
      case NE -> !value.same(operand);
      case LT, LE, GT, GE -> {
        OptionalInt order = order(value, operand);
        yield order.isPresent() && is(order.getAsInt(), comparison);
      }
    };
  }

  private static boolean is(int order, Comparison comparison) {
    return switch (comparison) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  private static boolean begins(@Nullable Attr value, Attr prefix) {
    if (value instanceof Attr.S(String text) && prefix instanceof Attr.S(String start)) {
      return text.startsWith(start);
    }
    return value instanceof Attr.B(Bytes bytes)
        && prefix instanceof Attr.B(Bytes start)
        && bytes.length() >= start.length()
        && Arrays.equals(Arrays.copyOf(bytes.toArray(), start.length()), start.toArray());
  }

  private static boolean contains(@Nullable Attr value, Attr operand) {
    return switch (value) {
      case Attr.S(String text) -> operand instanceof Attr.S(String part) && text.contains(part);
      case Attr.B(Bytes bytes) ->
          operand instanceof Attr.B(Bytes part) && within(bytes.toArray(), part.toArray());
      case Attr.SS(var texts) -> operand instanceof Attr.S(String text) && texts.contains(text);
      case Attr.BS(var binaries) ->
          operand instanceof Attr.B(Bytes bytes) && binaries.contains(bytes);
      case Attr.NS(var numbers) ->
          operand instanceof Attr.N(String digits)
              && numbers.stream().anyMatch(number -> DynamoNumber.same(number, digits));
      case Attr.L(var elements) -> elements.stream().anyMatch(operand::same);
      case null, default -> false;
    };
  }

  private static boolean within(byte[] whole, byte[] part) {
    for (int at = 0; at + part.length <= whole.length; at++) {
      if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private static OptionalLong size(@Nullable Attr value) {
    return switch (value) {
      case Attr.S(String text) -> OptionalLong.of(text.length());
      case Attr.B(Bytes bytes) -> OptionalLong.of(bytes.length());
      case Attr.SS(var texts) -> OptionalLong.of(texts.size());
      case Attr.NS(var numbers) -> OptionalLong.of(numbers.size());
      case Attr.BS(var binaries) -> OptionalLong.of(binaries.size());
      case Attr.L(var elements) -> OptionalLong.of(elements.size());
      case Attr.M(var fields) -> OptionalLong.of(fields.size());
      case null, default -> OptionalLong.empty();
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
