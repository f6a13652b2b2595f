package dev.sortkey.core.rows;

/// How a packed value begins. One byte holds the tag and a length up to 14; a longer length follows
/// as a varint of the rest. After it come as many bytes of content, so that any value can be
/// skipped without a look inside.
final class Tag {
  /// UTF-8.
  static final int STRING = 0;

  /// UTF-16, for a string with half a surrogate pair, which UTF-8 cannot say.
  static final int STRING_WIDE = 1;

  /// The characters of [#DIGITS], two in a byte, [#PAD] at the end when they are odd.
  static final int NUMBER = 2;

  /// UTF-16, for what is no number at all.
  static final int NUMBER_WIDE = 3;

  static final int BINARY = 4;
  static final int TRUE = 5;
  static final int FALSE = 6;
  static final int NULL = 7;

  /// Values, one after another; likewise in sets.
  static final int LIST = 8;

  /// Names and values in turn. A name is a varint: an id of the dictionary plus one, or zero and
  /// the name as a string.
  static final int MAP = 9;

  static final int STRING_SET = 10;
  static final int NUMBER_SET = 11;
  static final int BINARY_SET = 12;

  static final String DIGITS = "0123456789.-+Ee";
  static final int PAD = 15;

  /// Lengths from here on are varints.
  static final int LONG = 15;

  private Tag() {}
}
