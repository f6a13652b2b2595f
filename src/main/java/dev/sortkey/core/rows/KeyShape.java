package dev.sortkey.core.rows;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// Writes down what a key looks like: the words that may name an entity as they are, and the kind
/// of what varies. After a word that names comes a value, after a value perhaps another word.
final class KeyShape {
  /// Stands for a kind, plus its ordinal. Keys with such characters have no words.
  static final char VARIES = '\u0001';

  private static final int LONGEST_WORD = 40;

  /// How many parts are looked at.
  static final int MOST_PARTS = 10;

  /// How many digits a word may have: `v2` or `employees_1`, not an id.
  private static final int MOST_DIGITS = 2;

  private final StringBuilder shape = new StringBuilder();

  static char of(KeyKind kind) {
    return (char) (VARIES + kind.ordinal());
  }

  static boolean varies(char c) {
    return c >= VARIES && c < VARIES + KeyKind.values().length;
  }

  static KeyKind kind(char c) {
    return KeyKind.values()[c - VARIES];
  }

  /// The shape of a key in UTF-8.
  String write(byte[] key, int from, int to) {
    shape.setLength(0);
    KeyKind whole = KeyKind.of(key, from, to);
    if (whole != KeyKind.TEXT) {
      return shape.append(of(whole)).toString();
    }
    if (first(KeyKind.STRONG, key, from, to) < to) {
      parts(KeyKind.STRONG, key, from, to);
    } else {
      int first = first(KeyKind.WEAK, key, from, to);
      if (first == to) {
        part(key, from, to, isWord(key, from, to, 2, 0));
      } else if (isWord(key, from, first, 2, 0)
          && (key[first] == ':' || key[first] == '/' || isId(key, first, to))) {
        parts(Character.toString(key[first]), key, from, to);
      } else {
        part(key, from, to, false);
      }
    }
    return shape.toString();
  }

  private void parts(String separators, byte[] key, int from, int to) {
    int at = from;
    while (at < to && at - from < 2 && separators.indexOf(key[at]) >= 0) {
      shape.append((char) key[at++]);
    }
    boolean naming = true;
    for (int count = 0; count < MOST_PARTS; count++) {
      int end = end(separators, key, at, to);
      boolean leading = count == 0;
      boolean word =
          naming && isWord(key, at, end, leading && end < to ? 1 : 2, leading ? MOST_DIGITS : 0);
      part(key, at, end, word);
      naming = !word;
      if (end == to) {
        return;
      }
      shape.append((char) key[end]);
      at = end + 1;
    }
    shape.append(of(KeyKind.ANY));
  }

  private void part(byte[] key, int from, int to, boolean word) {
    if (word) {
      shape.append(new String(key, from, to - from, StandardCharsets.US_ASCII));
    } else {
      shape.append(of(KeyKind.of(key, from, to)));
    }
  }

  /// A weak separator may be within a date or UUID, which is taken whole.
  private static int end(String separators, byte[] key, int at, int to) {
    int date = KeyKind.date(key, at, to);
    int whole = date > 0 ? date : KeyKind.UUID.end(key, at, to, new BitSet());
    if (whole == to || whole > 0 && separators.indexOf(key[whole]) >= 0) {
      return whole;
    }
    return first(separators, key, at, to);
  }

  private static int first(String separators, byte[] key, int from, int to) {
    int at = from;
    while (at < to && separators.indexOf(key[at]) < 0) {
      at++;
    }
    return at;
  }

  /// Whether after the separator comes what no word is: only this tells `order_17` from `red_shoe`.
  private static boolean isId(byte[] key, int separator, int to) {
    int from = separator + 1;
    return switch (KeyKind.of(key, from, to)) {
      case NUMBER, DATE, UUID -> true;
      case ANY -> false;
      case TEXT ->
          first(Character.toString(key[separator]), key, from, to) == to
              && digits(key, from, to) > 0;
    };
  }

  private static int digits(byte[] key, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      if (key[i] >= '0' && key[i] <= '9') {
        digits++;
      }
    }
    return digits;
  }

  private static boolean isWord(byte[] key, int from, int to, int least, int mostDigits) {
    int start = from < to && (key[from] == '$' || key[from] == '@' || key[from] == '_') ? 1 : 0;
    if (to - from - start < least
        || to - from > LONGEST_WORD
        || !isLetter(key[from + start])
        || digits(key, from, to) > mostDigits) {
      return false;
    }
    for (int i = from + start; i < to; i++) {
      byte b = key[i];
      if (!isLetter(b) && b != '_' && b != '-' && b != '.' && !(b >= '0' && b <= '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(byte b) {
    return (b | 32) >= 'a' && (b | 32) <= 'z';
  }
}
