package dev.sortkey.core.transfer;

import dev.sortkey.core.value.Item;

/// One row of a file of items.
public sealed interface Row {
  /// The line in the file where it begins, from 1.
  long line();

  /// The row as it is written in the file.
  String text();

  record Good(long line, String text, Item item) implements Row {}

  /// @param reason why there is no item in it, in plain words
  /// @param last whether the file cannot be read beyond it
  record Bad(long line, String text, String reason, boolean last) implements Row {}
}
