package dev.sortkey.core.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Looks for a text in the values of packed rows, without decoding them where that can be helped. A
/// value holds the text that the grid would show for it: binary its Base64, the others their words.
/// For one thread, and the rows of one dictionary.
final class TextSearch {
  private static final byte UNKNOWN = 0;
  private static final byte HOLDS = 1;
  private static final byte LACKS = 2;

  private final Sought sought;
  private final boolean names;
  private final byte[] ascii;
  private final boolean numeric;

  /// What is known of the dictionary's names, by their ids.
  private byte[] known = new byte[64];

  /// @param names whether the names in maps are looked at too
  TextSearch(Sought sought, boolean names) {
    String text = sought.text();
    this.sought = sought;
    this.names = names;
    String needle = sought.matchCase() ? text : text.toLowerCase(Locale.ROOT);
    boolean plain = needle.chars().allMatch(c -> c < 0x80);
    this.ascii = plain ? needle.getBytes(StandardCharsets.US_ASCII) : new byte[0];
    this.numeric = text.chars().allMatch(c -> Tag.DIGITS.indexOf(c) >= 0);
  }

  /// Whether one of the values of a row holds it.
  boolean in(RowReader row) {
    while (row.more()) {
      row.skipName();
      if (inValue(row)) {
        return true;
      }
    }
    return false;
  }

  /// Looks into the value before which the reader stands, and moves behind it.
  boolean inValue(RowReader row) {
    row.enter();
    int stop = row.stop();
    boolean found =
        switch (row.tag()) {
          case Tag.STRING ->
              ascii.length > 0 ? inBytes(row.data(), row.at(), stop) : inText(row.text());
          case Tag.STRING_WIDE, Tag.NUMBER_WIDE -> inText(row.text());
          case Tag.NUMBER -> numeric && inText(row.text());
          case Tag.BINARY -> inText(row.bytes().toBase64());
          case Tag.TRUE -> inText("true");
          case Tag.FALSE -> inText("false");
          case Tag.NULL -> inText("null");
          default -> inParts(row, row.tag() == Tag.MAP, stop);
        };
    row.moveTo(stop);
    return found;
  }

  private boolean inParts(RowReader row, boolean named, int stop) {
    while (row.at() < stop) {
      if (named && !names) {
        row.skipName();
      }
      if (named && names && inName(row) || inValue(row)) {
        return true;
      }
    }
    return false;
  }

  private boolean inName(RowReader row) {
    int from = row.at();
    int id = row.name();
    if (id >= 0 && id < known.length && known[id] != UNKNOWN) {
      return known[id] == HOLDS;
    }
    row.moveTo(from);
    boolean found = inText(row.nameText());
    if (id >= 0) {
      known = id < known.length ? known : Arrays.copyOf(known, Math.max(id + 1, 2 * known.length));
      known[id] = found ? HOLDS : LACKS;
    }
    return found;
  }

  private boolean inText(String text) {
    String needle = sought.text();
    int last = text.length() - needle.length();
    for (int i = 0; i <= (sought.whole() ? Math.min(last, 0) : last); i++) {
      if (text.regionMatches(!sought.matchCase(), i, needle, 0, needle.length())) {
        return !sought.whole() || last == 0;
      }
    }
    return false;
  }

  private boolean inBytes(byte[] data, int from, int to) {
    int last = to - ascii.length;
    if (sought.whole() && last != from) {
      return false;
    }
    for (int i = from; i <= last; i++) {
      int j = 0;
      while (j < ascii.length && folded(data[i + j]) == ascii[j]) {
        j++;
      }
      if (j == ascii.length) {
        return true;
      }
    }
    return false;
  }

  private int folded(byte b) {
    return !sought.matchCase() && b >= 'A' && b <= 'Z' ? b + 32 : b;
  }
}
