package dev.sortkey.core.value;

import java.util.List;

/// What DynamoDB would refuse in an item, said before it is sent.
public final class ItemRules {
  private ItemRules() {}

  /// @param path where it is, or null when it is the item as a whole
  /// @param message in plain words, with what to do
  public record Flaw(@org.jspecify.annotations.Nullable AttrPath path, String message) {}

  /// Types, numbers, sets, depth (32 levels), names and size; not the key, see TableRules.
  public static List<Flaw> check(Item item) {
    throw new UnsupportedOperationException("to be built");
  }
}
