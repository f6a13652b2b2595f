package dev.sortkey.core.value;

import java.util.Optional;

/// What DynamoDB takes as a number: up to 38 significant digits, 1E-130 to 9.99…E+125, or 0.
public final class DynamoNumber {
  private DynamoNumber() {}

  /// What is wrong with the digits, in plain words, or empty when DynamoDB takes them unchanged in
  /// value.
  public static Optional<String> flaw(String digits) {
    throw new UnsupportedOperationException("to be built");
  }
}
