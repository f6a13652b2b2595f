package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.DynamoNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what a person types into a condition as a value of the condition's type.
final class TypedValue {
  private TypedValue() {}

  /// @throws IllegalArgumentException when the text is no such value; the message is for the person
  static Attr read(AttrType type, String text) {
    return switch (type) {
      case S -> new Attr.S(text);
      case N -> number(text.strip());
      case B -> binary(text.strip());
      case BOOL -> new Attr.Bool(Boolean.parseBoolean(text));
      case NULL, L, M, SS, NS, BS ->
          throw new IllegalArgumentException(Messages.text("items.flaw.no-value"));
    };
  }

  /// Whether a value comes before another of the same type, as DynamoDB orders them: numbers by
  /// value, strings by their UTF-8 bytes, binary by unsigned bytes (Developer Guide, "Query").
  static boolean before(Attr value, Attr other) {
    if (value instanceof Attr.N(String one) && other instanceof Attr.N(String two)) {
      return DynamoNumber.compare(one, two) < 0;
    }
    return Arrays.compareUnsigned(bytes(value), bytes(other)) < 0;
  }

  /// The bytes that count towards the limits of a key value.
  static byte[] bytes(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text.getBytes(StandardCharsets.UTF_8);
      case Attr.B(Bytes content) -> content.toArray();
      default -> new byte[0];
    };
  }

  private static Attr number(String digits) {
    if (digits.isEmpty()) {
      throw new IllegalArgumentException(Messages.text("items.flaw.number-missing"));
    }
    DynamoNumber.flaw(digits)
        .ifPresent(flaw -> {
          throw new IllegalArgumentException(flaw);
        });
    return new Attr.N(digits);
  }

  private static Attr binary(String text) {
    try {
      return new Attr.B(Bytes.fromBase64(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Messages.text("items.flaw.base64"), e);
    }
  }
}
