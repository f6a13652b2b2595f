package dev.sortkey.core.query;

import static dev.sortkey.core.query.Planner.wrong;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.DynamoNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What DynamoDB asks of the values that conditions compare with.
final class Operands {
  private Operands() {}

  /// Between is refused unless both ends are of one type, low first.
  static void checkBetween(Condition.Between between) {
    checkOrdered(between.path(), between.low());
    checkOrdered(between.path(), between.high());
    if (between.low().type() != between.high().type()) {
      throw wrong(
          "query.between-types",
          between.path(),
          word(between.low().type()),
          word(between.high().type()));
    }
    if (compare(between.low(), between.high()) > 0) {
      throw wrong("query.between-order", between.path(), text(between.low()), text(between.high()));
    }
  }

  /// Only strings, numbers and binary have an order.
  static void checkOrdered(AttrPath path, Attr value) {
    switch (value) {
      case Attr.S _, Attr.B _ -> {}
      case Attr.N _ -> checkNumber(path, value);
      default -> throw wrong("query.no-order", path, word(value.type()));
    }
  }

  static void checkNumber(AttrPath path, Attr value) {
    if (value instanceof Attr.N(String digits)) {
      DynamoNumber.flaw(digits)
          .ifPresent(flaw -> {
            throw wrong("query.number", path, digits, flaw);
          });
    }
  }

  static String word(AttrType type) {
    return Messages.text("query.type." + type);
  }

  private static int compare(Attr low, Attr high) {
    return switch (low) {
      case Attr.N(String digits) -> DynamoNumber.compare(digits, ((Attr.N) high).digits());
      default -> Arrays.compareUnsigned(bytes(low), bytes(high));
    };
  }

  private static byte[] bytes(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text.getBytes(StandardCharsets.UTF_8);
      case Attr.B(Bytes bytes) -> bytes.toArray();
      default -> throw new IllegalStateException("no order on " + value.type());
    };
  }

  private static String text(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text;
      case Attr.N(String digits) -> digits;
      case Attr.B(Bytes bytes) -> bytes.toBase64();
      default -> throw new IllegalStateException("no order on " + value.type());
    };
  }
}
