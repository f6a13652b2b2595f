package dev.sortkey.core.value;

import dev.sortkey.core.text.Messages;
import java.util.Optional;

/// What DynamoDB takes as a number: up to 38 significant digits, 1E-130 to 9.99…E+125, or 0
/// (Developer Guide, "Supported data types and naming rules", Number).
public final class DynamoNumber {
  private static final int MOST_DIGITS = 38;
  private static final int LEAST_POWER = -130;
  private static final int GREATEST_POWER = 125;

  private DynamoNumber() {}

  /// What is wrong with the digits, in plain words, or empty when DynamoDB takes them unchanged in
  /// value.
  public static Optional<String> flaw(String digits) {
    Decimal number = Decimal.parse(digits);
    if (number == null) {
      return Optional.of(
          digits.isBlank()
              ? Messages.text("value.number-empty")
              : Messages.text("value.number-text", shortened(digits)));
    }
    if (number.digits().length() > MOST_DIGITS) {
      return Optional.of(Messages.text("value.number-digits", number.digits().length()));
    }
    if (number.power() > GREATEST_POWER) {
      return Optional.of(Messages.text("value.number-large"));
    }
    if (number.power() < LEAST_POWER) {
      return Optional.of(Messages.text("value.number-small"));
    }
    return Optional.empty();
  }

  /// Whether the text is a decimal number at all, of any length and size.
  public static boolean isNumber(String digits) {
    return Decimal.parse(digits) != null;
  }

  /// Whether both are the same number to DynamoDB, as 1, 1.0 and 1e0 are. What is no number is the
  /// same only as itself.
  public static boolean same(String one, String other) {
    return one.equals(other) || canonical(one).equals(canonical(other));
  }

  /// A text that two numbers share exactly when they have the same value; what is no number stands
  /// for itself.
  public static String canonical(String digits) {
    Decimal number = Decimal.parse(digits);
    if (number == null) {
      return digits;
    }
    return number.isZero()
        ? "0"
        : (number.negative() ? "-" : "") + number.digits() + "E" + number.power();
  }

  /// By value; never through a double.
  ///
  /// @throws IllegalArgumentException when one of them is no number
  public static int compare(String one, String other) {
    return parsed(one).compareTo(parsed(other));
  }

  private static Decimal parsed(String digits) {
    Decimal number = Decimal.parse(digits);
    if (number == null) {
      throw new IllegalArgumentException(Messages.text("value.number-text", shortened(digits)));
    }
    return number;
  }

  private static String shortened(String digits) {
    return digits.length() <= 40 ? digits : digits.substring(0, 39) + "…";
  }
}
