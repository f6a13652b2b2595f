package dev.sortkey.core.value;

import org.jspecify.annotations.Nullable;

/// A decimal number taken apart: its sign, its significant digits without zeros around them, and
/// the power of ten of the first digit (`123.40` is `1234` at 2). Linear in the length of the text
/// whatever its exponent says, which [java.math.BigDecimal] is not.
///
/// @param digits empty for zero
record Decimal(boolean negative, String digits, long power) implements Comparable<Decimal> {
  /// Far beyond what DynamoDB takes, and far from an overflow.
  private static final long EXPONENT_BOUND = 1_000_000_000_000L;

  private static final Decimal ZERO = new Decimal(false, "", 0);

  /// Null when the text is no decimal number: digits with at most one point, then perhaps an
  /// exponent; a sign before each.
  static @Nullable Decimal parse(String text) {
    int end = text.length();
    int at = signed(text, 0) ? 1 : 0;
    var digits = new StringBuilder(Math.min(end, 64));
    int point = -1;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c == '.' && point < 0) {
        point = digits.length();
      } else {
        break;
      }
    }
    if (digits.isEmpty()) {
      return null;
    }
    long exponent = 0;
    if (at < end) {
      if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
        return null;
      }
      Long written = exponent(text, at + 1);
      if (written == null) {
        return null;
      }
      exponent = written;
    }
    int whole = point < 0 ? digits.length() : point;
    return trimmed(text.charAt(0) == '-', digits, whole + exponent - 1);
  }

  private static Decimal trimmed(boolean negative, CharSequence digits, long powerOfFirst) {
    int from = 0;
    int to = digits.length();
    while (from < to && digits.charAt(from) == '0') {
      from++;
    }
    while (to > from && digits.charAt(to - 1) == '0') {
      to--;
    }
    return from == to
        ? ZERO
        : new Decimal(negative, digits.subSequence(from, to).toString(), powerOfFirst - from);
  }

  private static @Nullable Long exponent(String text, int start) {
    int at = signed(text, start) ? start + 1 : start;
    if (at == text.length()) {
      return null;
    }
    long exponent = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        return null;
      }
      exponent = Math.min(exponent * 10 + (c - '0'), EXPONENT_BOUND);
    }
    return text.charAt(start) == '-' ? -exponent : exponent;
  }

  private static boolean signed(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
  }

  boolean isZero() {
    return digits.isEmpty();
  }

  @Override
  public int compareTo(Decimal other) {
    int signs = Integer.compare(sign(), other.sign());
    if (signs != 0 || isZero()) {
      return signs;
    }
    int sizes = Long.compare(power, other.power);
    if (sizes == 0) {
      sizes = Integer.signum(digits.compareTo(other.digits));
    }
    return negative ? -sizes : sizes;
  }

  private int sign() {
    return isZero() ? 0 : negative ? -1 : 1;
  }
}
