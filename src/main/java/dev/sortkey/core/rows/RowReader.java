package dev.sortkey.core.rows;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// Reads one packed row, in the form that [Tag] describes. It stands before a name or a value and
/// moves on with each call.
final class RowReader {
  private final RowDictionary dictionary;
  private final byte[] data;
  private final int end;
  private int at;

  // Of the value entered last.
  private int tag;
  private int stop;

  RowReader(RowDictionary dictionary, byte[] data, int start, int end) {
    this.dictionary = dictionary;
    this.data = data;
    this.at = start;
    this.end = end;
  }

  boolean more() {
    return at < end;
  }

  Item item() {
    return new Item(fields(end));
  }

  /// Moves to the value of one attribute of the row; false when the row lacks it.
  boolean seek(int id, String name) {
    while (at < end) {
      int reference = varint();
      boolean found = reference == 0 ? inlineName().equals(name) : reference - 1 == id;
      if (found) {
        return true;
      }
      skip();
    }
    return false;
  }

  /// Moves from a value to one within it; false when there is none.
  boolean seek(List<AttrPath.Step> steps) {
    for (AttrPath.Step step : steps) {
      enter();
      boolean found =
          switch (step) {
            case AttrPath.Name(String name) -> tag == Tag.MAP && seekField(name, stop);
            case AttrPath.Index(int index) -> tag == Tag.LIST && seekElement(index, stop);
          };
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private boolean seekField(String name, int last) {
    while (at < last) {
      if (name.equals(nameText())) {
        return true;
      }
      skip();
    }
    return false;
  }

  private boolean seekElement(int index, int last) {
    for (int i = 0; i < index && at < last; i++) {
      skip();
    }
    return at < last;
  }

  Attr value() {
    enter();
    int from = at;
    return switch (tag) {
      case Tag.STRING, Tag.STRING_WIDE -> new Attr.S(text());
      case Tag.NUMBER, Tag.NUMBER_WIDE -> new Attr.N(text());
      case Tag.BINARY -> new Attr.B(bytes());
      case Tag.TRUE -> new Attr.Bool(true);
      case Tag.FALSE -> new Attr.Bool(false);
      case Tag.NULL -> new Attr.Null();
      case Tag.LIST -> new Attr.L(elements());
      case Tag.MAP -> new Attr.M(fields(stop));
      case Tag.STRING_SET -> new Attr.SS(texts());
      case Tag.NUMBER_SET -> new Attr.NS(texts());
      case Tag.BINARY_SET -> {
        var values = new LinkedHashSet<Bytes>();
        for (int last = stop; at < last; ) {
          enter();
          values.add(bytes());
        }
        yield new Attr.BS(values);
      }
      default -> throw new IllegalStateException("tag " + tag + " at " + from);
    };
  }

  /// Reads the header of a value, so that [#at] is where its content begins, and [#tag] and [#stop]
  /// speak of it.
  void enter() {
    int head = data[at++];
    tag = head >>> 4 & 15;
    int length = head & 15;
    if (length == Tag.LONG) {
      length += varint();
    }
    stop = at + length;
  }

  int tag() {
    return tag;
  }

  /// What it reads, of which its row is a part.
  byte[] data() {
    return data;
  }

  /// Where the reader stands in the data.
  int at() {
    return at;
  }

  /// Where the content of the value entered last ends.
  int stop() {
    return stop;
  }

  void moveTo(int position) {
    at = position;
  }

  void skip() {
    enter();
    at = stop;
  }

  /// The dictionary's id of the name before which it stands, or [RowDictionary#ABSENT] when the row
  /// spells it out.
  int name() {
    int reference = varint();
    if (reference == 0) {
      skip();
    }
    return reference - 1;
  }

  void skipName() {
    if (varint() == 0) {
      skip();
    }
  }

  /// The name before which it stands.
  String nameText() {
    int reference = varint();
    return reference == 0 ? inlineName() : dictionary.name(reference - 1);
  }

  /// The text of the string or number entered.
  String text() {
    int from = at;
    at = stop;
    return switch (tag) {
      case Tag.STRING -> new String(data, from, stop - from, StandardCharsets.UTF_8);
      case Tag.NUMBER -> digits(data, from, stop);
      default -> {
        var chars = new char[(stop - from) / 2];
        for (int i = 0; i < chars.length; i++) {
          chars[i] = (char) (data[from + 2 * i] << 8 | data[from + 2 * i + 1] & 0xff);
        }
        yield new String(chars);
      }
    };
  }

  /// The content of the binary entered.
  Bytes bytes() {
    int from = at;
    at = stop;
    return Bytes.of(Arrays.copyOfRange(data, from, stop));
  }

  static String digits(byte[] data, int from, int to) {
    var text = new byte[2 * (to - from)];
    int length = 0;
    for (int i = from; i < to; i++) {
      text[length++] = (byte) Tag.DIGITS.charAt(data[i] >>> 4 & 15);
      int low = data[i] & 15;
      if (low != Tag.PAD) {
        text[length++] = (byte) Tag.DIGITS.charAt(low);
      }
    }
    return new String(text, 0, length, StandardCharsets.ISO_8859_1);
  }

  private LinkedHashMap<String, Attr> fields(int last) {
    var fields = new LinkedHashMap<String, Attr>();
    while (at < last) {
      String name = nameText();
      fields.put(name, value());
    }
    return fields;
  }

  private List<Attr> elements() {
    var elements = new ArrayList<Attr>();
    for (int last = stop; at < last; ) {
      elements.add(value());
    }
    return elements;
  }

  private LinkedHashSet<String> texts() {
    var values = new LinkedHashSet<String>();
    for (int last = stop; at < last; ) {
      enter();
      values.add(text());
    }
    return values;
  }

  private String inlineName() {
    enter();
    return text();
  }

  private int varint() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = data[at++];
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
