package dev.sortkey.core.rows;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Packs items into bytes, in the form that [Tag] describes.
final class RowWriter {
  private final RowDictionary dictionary;
  private final ColumnCounts.Builder counts = new ColumnCounts.Builder();
  private byte[] buffer = new byte[16 * 1024];
  private int size;

  RowWriter(RowDictionary dictionary) {
    this.dictionary = dictionary;
  }

  int size() {
    return size;
  }

  byte[] toArray() {
    return Arrays.copyOf(buffer, size);
  }

  ColumnCounts counts() {
    return counts.build();
  }

  void item(Item item) {
    item.attributes()
        .forEach((name, value) -> {
          int id = dictionary.attribute(name);
          name(id, name);
          value(value);
          if (id != RowDictionary.ABSENT) {
            counts.add(id, value.type());
          }
        });
  }

  private void name(int id, String name) {
    varint(id + 1);
    if (id == RowDictionary.ABSENT) {
      string(name);
    }
  }

  private void value(Attr value) {
    switch (value) {
      case Attr.S(String text) -> string(text);
      case Attr.N(String digits) -> number(digits);
      case Attr.B(Bytes bytes) -> content(Tag.BINARY, bytes.toArray());
      case Attr.Bool(boolean truth) -> header(truth ? Tag.TRUE : Tag.FALSE, 0);
      case Attr.Null() -> header(Tag.NULL, 0);
      case Attr.SS(var values) -> {
        int start = size;
        values.forEach(this::string);
        enclose(Tag.STRING_SET, start);
      }
      case Attr.NS(var values) -> {
        int start = size;
        values.forEach(this::number);
        enclose(Tag.NUMBER_SET, start);
      }
      case Attr.BS(var values) -> {
        int start = size;
        values.forEach(bytes -> content(Tag.BINARY, bytes.toArray()));
        enclose(Tag.BINARY_SET, start);
      }
      case Attr.L(var elements) -> {
        int start = size;
        elements.forEach(this::value);
        enclose(Tag.LIST, start);
      }
      case Attr.M(var fields) -> {
        int start = size;
        fields.forEach((name, field) -> {
          name(dictionary.field(name), name);
          value(field);
        });
        enclose(Tag.MAP, start);
      }
    }
  }

  private void string(String text) {
    if (wellFormed(text)) {
      content(Tag.STRING, text.getBytes(StandardCharsets.UTF_8));
    } else {
      content(Tag.STRING_WIDE, wide(text));
    }
  }

  private static boolean wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static byte[] wide(String text) {
    var bytes = new byte[text.length() * 2];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >>> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return bytes;
  }

  private void number(String digits) {
    int length = (digits.length() + 1) / 2;
    var packed = new byte[length];
    for (int i = 0; i < 2 * length; i++) {
      int nibble = i < digits.length() ? Tag.DIGITS.indexOf(digits.charAt(i)) : Tag.PAD;
      if (nibble < 0) {
        content(Tag.NUMBER_WIDE, wide(digits));
        return;
      }
      packed[i / 2] |= (byte) (i % 2 == 0 ? nibble << 4 : nibble);
    }
    content(Tag.NUMBER, packed);
  }

  private void content(int tag, byte[] bytes) {
    header(tag, bytes.length);
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  /// Puts a header before what was written since `start`.
  private void enclose(int tag, int start) {
    int length = size - start;
    header(tag, length);
    int headerLength = size - start - length;
    byte[] header = Arrays.copyOfRange(buffer, size - headerLength, size);
    System.arraycopy(buffer, start, buffer, start + headerLength, length);
    System.arraycopy(header, 0, buffer, start, headerLength);
  }

  private void header(int tag, int length) {
    room(1);
    buffer[size++] = (byte) (tag << 4 | Math.min(length, Tag.LONG));
    if (length >= Tag.LONG) {
      varint(length - Tag.LONG);
    }
  }

  private void varint(int value) {
    room(5);
    int rest = value;
    while (rest >= 0x80) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  private void room(int bytes) {
    if (buffer.length - size < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + bytes));
    }
  }
}
