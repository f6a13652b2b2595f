package dev.sortkey.core.rows;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Looks for a text in the values of packed rows, without decoding them where that can be helped. A
/// value holds the text that the grid would show for it: binary its Base64, the others their words.
final class TextSearch {
  private final String needle;
  private final byte[] ascii;
  private final boolean numeric;

  TextSearch(String text) {
    this.needle = text.toLowerCase(Locale.ROOT);
    boolean plain = needle.chars().allMatch(c -> c < 0x80);
    this.ascii = plain ? needle.getBytes(StandardCharsets.US_ASCII) : new byte[0];
    this.numeric = needle.chars().allMatch(c -> Tag.DIGITS.indexOf(c) >= 0);
  }

  boolean in(RowReader row, byte[] data) {
    while (row.more()) {
      row.skipName();
      if (inValue(row, data)) {
        return true;
      }
    }
    return false;
  }

  private boolean inValue(RowReader row, byte[] data) {
    row.enter();
    int stop = row.stop();
    boolean found =
        switch (row.tag()) {
          case Tag.STRING -> ascii.length > 0 ? inBytes(data, row.at(), stop) : inText(row.text());
          case Tag.STRING_WIDE, Tag.NUMBER_WIDE -> inText(row.text());
          case Tag.NUMBER -> numeric && inText(row.text());
          case Tag.BINARY -> inText(row.bytes().toBase64());
          case Tag.TRUE -> inText("true");
          case Tag.FALSE -> inText("false");
          case Tag.NULL -> inText("null");
          default -> inParts(row, data, row.tag() == Tag.MAP, stop);
        };
    row.moveTo(stop);
    return found;
  }

  private boolean inParts(RowReader row, byte[] data, boolean named, int stop) {
    while (row.at() < stop) {
      if (named) {
        row.skipName();
      }
      if (inValue(row, data)) {
        return true;
      }
    }
    return false;
  }

  private boolean inText(String text) {
    for (int i = 0; i <= text.length() - needle.length(); i++) {
      if (text.regionMatches(true, i, needle, 0, needle.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean inBytes(byte[] data, int from, int to) {
    int last = to - ascii.length;
    for (int i = from; i <= last; i++) {
      int j = 0;
      while (j < ascii.length && lower(data[i + j]) == ascii[j]) {
        j++;
      }
      if (j == ascii.length) {
        return true;
      }
    }
    return false;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }
}
