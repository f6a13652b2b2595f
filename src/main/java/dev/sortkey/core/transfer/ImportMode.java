package dev.sortkey.core.transfer;

/// What happens to items that are there.
public enum ImportMode {
  /// An item with the same key is overwritten.
  PUT,
  /// Only items whose key is free are written; the others are rejected.
  INSERT
}
