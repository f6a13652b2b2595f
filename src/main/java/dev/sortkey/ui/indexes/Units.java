package dev.sortkey.ui.indexes;

import java.util.Optional;

/// Reads capacity units as they are typed.
final class Units {
  private Units() {}

  /// Empty unless the text is a whole number of at least one.
  static Optional<Long> of(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,12}") && Long.parseLong(digits) > 0
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }
}
