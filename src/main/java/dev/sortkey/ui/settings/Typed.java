package dev.sortkey.ui.settings;

import org.jspecify.annotations.Nullable;

/// Reads numbers as people type them; what is none becomes zero, which the rules refuse.
final class Typed {
  private static final int MOST_DIGITS = 9;

  private Typed() {}

  static long number(String text) {
    String digits = text.strip().replace(",", "");
    boolean sound =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return sound ? Long.parseLong(digits) : 0;
  }

  /// Null where nothing is typed.
  static @Nullable Long optional(String text) {
    return text.isBlank() ? null : Long.valueOf(number(text));
  }

  static String text(@Nullable Long number) {
    return number == null ? "" : number.toString();
  }
}
