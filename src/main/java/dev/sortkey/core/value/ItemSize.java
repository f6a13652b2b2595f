package dev.sortkey.core.value;

/// The size of items by DynamoDB's own rules (Developer Guide, "DynamoDB item sizes and formats").
public final class ItemSize {
  /// The largest item, names included, in bytes: 400 KB.
  public static final int LIMIT = 400 * 1024;

  private ItemSize() {}

  /// In bytes, names and values.
  public static int of(Item item) {
    throw new UnsupportedOperationException("to be built");
  }
}
