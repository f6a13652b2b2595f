package dev.sortkey.core.typing;

import dev.sortkey.core.expr.Expressions;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.DynamoNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads what a person types into a condition as a value of the condition's type.
public final class TypedValue {
  private TypedValue() {}

  /// @throws IllegalArgumentException when the text is no such value; the message is for the person
  public static Attr read(AttrType type, String text) {
    return switch (type) {
      case S -> new Attr.S(text);
      case N -> number(text.strip());
      case B -> binary(text.strip());
      case BOOL -> new Attr.Bool(Boolean.parseBoolean(text));
      case NULL -> new Attr.Null();
      case SS -> Attr.SS.of(some(text));
      case NS -> Attr.NS.of(numbers(some(text)));
      case BS -> Attr.BS.of(binaries(some(text)));
      case L, M -> document(type, text);
    };
  }

  /// As it is typed.
  public static String write(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text;
      case Attr.N(String digits) -> digits;
      case Attr.B(Bytes bytes) -> bytes.toBase64();
      case Attr.Bool(boolean flag) -> Boolean.toString(flag);
      case Attr.Null _ -> "";
      case Attr.SS(var texts) -> ListText.write(List.copyOf(texts));
      case Attr.NS(var digits) -> ListText.write(List.copyOf(digits));
      case Attr.BS(var binaries) -> ListText.write(binaries.stream().map(Bytes::toBase64).toList());
      case Attr.L _, Attr.M _ -> PlainJson.write(value, false);
    };
  }

  /// The values of an IN.
  public static List<Attr> several(AttrType type, String text) {
    List<String> texts = some(text);
    if (texts.size() > Expressions.MOST_OPTIONS) {
      throw new IllegalArgumentException(
          Messages.text("items.flaw.in", Expressions.MOST_OPTIONS, texts.size()));
    }
    return texts.stream().map(one -> read(type, one)).toList();
  }

  private static List<String> some(String text) {
    List<String> texts = ListText.read(text);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(Messages.text("items.flaw.list"));
    }
    return texts;
  }

  private static List<String> numbers(List<String> texts) {
    texts.forEach(TypedValue::number);
    return texts;
  }

  private static List<Bytes> binaries(List<String> texts) {
    return texts.stream().map(text -> ((Attr.B) binary(text)).value()).toList();
  }

  /// A list or a map as JSON.
  private static Attr document(AttrType type, String text) {
    try {
      Attr value = PlainJson.readAttr(text);
      if (value.type() == type) {
        return value;
      }
    } catch (JsonFault _) {
      // said below
    }
    throw new IllegalArgumentException(Messages.text("items.flaw.json-" + type));
  }

  /// Whether a value comes before another of the same type, as DynamoDB orders them: numbers by
  /// value, strings by their UTF-8 bytes, binary by unsigned bytes (Developer Guide, "Query").
  public static boolean before(Attr value, Attr other) {
    if (value instanceof Attr.N(String one) && other instanceof Attr.N(String two)) {
      return DynamoNumber.compare(one, two) < 0;
    }
    return Arrays.compareUnsigned(bytes(value), bytes(other)) < 0;
  }

  /// The bytes that count towards the limits of a key value.
  public static byte[] bytes(Attr value) {
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
