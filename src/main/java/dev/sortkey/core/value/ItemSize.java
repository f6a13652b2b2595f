package dev.sortkey.core.value;

/// The size of items by DynamoDB's own rules (Developer Guide, "DynamoDB item sizes and formats").
/// The guide calls its size of a number, a byte for two significant digits, approximate: DynamoDB
/// pairs digits from the decimal point, so that 12 is one pair and 1.2 are two, as measured.
public final class ItemSize {
  /// The largest item, names included, in bytes: 400 KB.
  public static final int LIMIT = 400 * 1024;

  /// Of a list or a map, whatever it holds.
  private static final int DOCUMENT = 3;

  /// Of each element of a list and each field of a map.
  private static final int ELEMENT = 1;

  /// No number takes more bytes: one of 38 digits whose first stands alone is as large when it is
  /// negative, as measured.
  private static final int LARGEST_NUMBER = 21;

  private ItemSize() {}

  /// In bytes, names and values.
  public static int of(Item item) {
    int size = 0;
    for (var attribute : item.attributes().entrySet()) {
      size += of(attribute.getKey()) + of(attribute.getValue());
    }
    return size;
  }

  /// Of a value without its name, in bytes.
  public static int of(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> of(text);
      case Attr.N(String digits) -> number(digits);
      case Attr.B(Bytes bytes) -> bytes.length();
      case Attr.Bool _, Attr.Null _ -> 1;
      case Attr.SS(var texts) -> texts.stream().mapToInt(ItemSize::of).sum();
      case Attr.NS(var numbers) -> numbers.stream().mapToInt(ItemSize::number).sum();
      case Attr.BS(var binaries) -> binaries.stream().mapToInt(Bytes::length).sum();
      case Attr.L(var elements) ->
          DOCUMENT + elements.stream().mapToInt(element -> ELEMENT + of(element)).sum();
      case Attr.M(var fields) ->
          DOCUMENT
              + fields.entrySet().stream()
                  .mapToInt(field -> ELEMENT + of(field.getKey()) + of(field.getValue()))
                  .sum();
    };
  }

  /// Of a text in UTF-8, in bytes.
  public static int of(String text) {
    int size = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < 0x80) {
        size += 1;
      } else if (c < 0x800) {
        size += 2;
      } else if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        size += 4;
        at++;
      } else {
        size += 3;
      }
    }
    return size;
  }

  private static int number(String digits) {
    Decimal number = Decimal.parse(digits);
    if (number == null) {
      return of(digits);
    }
    boolean firstAlone = !number.isZero() && number.power() % 2 == 0;
    int pairs = (number.digits().length() + (firstAlone ? 1 : 0) + 1) / 2;
    return Math.min(LARGEST_NUMBER, pairs + 1 + (number.negative() ? 1 : 0));
  }
}
