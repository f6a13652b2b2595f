package dev.sortkey.core.rows;

import java.util.BitSet;

/// What a varying part of a key is.
enum KeyKind {
  /// At least one character, up to a separator.
  TEXT("{text}"),
  NUMBER("{number}"),
  /// As in ISO 8601, from the month to fractions of a second and a zone.
  DATE("{date}"),
  UUID("{uuid}"),
  ANY("*");

  /// What people put between the parts of a key, and not into these.
  static final String STRONG = "#|~";

  /// What may as well be within a part.
  static final String WEAK = ":/_-.";

  private static final int UUID_LENGTH = 36;

  private final String word;

  KeyKind(String word) {
    this.word = word;
  }

  /// What a pattern writes.
  String word() {
    return word;
  }

  /// Whether it has one length only at any place.
  boolean isWhole() {
    return this == DATE || this == UUID;
  }

  /// Where the longest one that begins here ends, or -1.
  int end(byte[] data, int at, int to, BitSet ends) {
    return switch (this) {
      case TEXT -> {
        int end = at;
        while (end < to && !ends.get(data[end] & 0xff)) {
          end++;
        }
        yield end;
      }
      case NUMBER -> digits(data, at, to);
      case DATE -> date(data, at, to);
      case UUID -> isUuid(data, at, to) ? at + UUID_LENGTH : -1;
      case ANY -> to;
    };
  }

  /// What a whole part is.
  static KeyKind of(byte[] data, int from, int to) {
    if (from == to) {
      return ANY;
    }
    if (digits(data, from, to) == to) {
      return NUMBER;
    }
    if (date(data, from, to) == to) {
      return DATE;
    }
    return to - from == UUID_LENGTH && isUuid(data, from, to) ? UUID : TEXT;
  }

  private static int digits(byte[] data, int from, int to) {
    int at = from;
    while (at < to && isDigit(data[at])) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isUuid(byte[] data, int from, int to) {
    if (to - from < UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      byte b = data[from + i];
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? b != '-' : Character.digit(b, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Where a date that begins here ends at the latest, or -1.
  static int date(byte[] data, int from, int to) {
    int at = digits(data, from, Math.min(to, from + 4));
    if (at != from + 4 || !pair(data, at, to, '-', 1, 12)) {
      return -1;
    }
    at += 3;
    if (!pair(data, at, to, '-', 1, 31)) {
      return at;
    }
    at += 3;
    if (!(pair(data, at, to, 'T', 0, 24) || pair(data, at, to, ' ', 0, 24))
        || !pair(data, at + 3, to, ':', 0, 59)) {
      return at;
    }
    at += 6;
    if (pair(data, at, to, ':', 0, 60)) {
      at += 3;
      if (at + 1 < to && (data[at] == '.' || data[at] == ',') && isDigit(data[at + 1])) {
        at = digits(data, at + 1, to);
      }
    }
    return zone(data, at, to);
  }

  private static int zone(byte[] data, int at, int to) {
    if (at < to && data[at] == 'Z') {
      return at + 1;
    }
    if (pair(data, at, to, '+', 0, 14) || pair(data, at, to, '-', 0, 14)) {
      int hours = at + 3;
      if (pair(data, hours, to, ':', 0, 59)) {
        return hours + 3;
      }
      return digits(data, hours, Math.min(to, hours + 2)) == hours + 2 ? hours + 2 : hours;
    }
    return at;
  }

  /// Whether a sign and two digits in a range stand here.
  private static boolean pair(byte[] data, int at, int to, char sign, int least, int most) {
    if (at + 3 > to || data[at] != sign || !isDigit(data[at + 1]) || !isDigit(data[at + 2])) {
      return false;
    }
    int value = 10 * (data[at + 1] - '0') + data[at + 2] - '0';
    return value >= least && value <= most;
  }
}
