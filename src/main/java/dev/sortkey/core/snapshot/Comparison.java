package dev.sortkey.core.snapshot;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.value.Item;
import java.util.List;

/// What two sets of items have in common and where they differ. Items are the same when DynamoDB
/// would hold them for the same: numbers by value, sets without order, all else exactly.
///
/// @param same items that are in both and equal
/// @param shown some of the differences, in the order of the items' keys
public record Comparison(
    long same, long onlyLeft, long onlyRight, long differing, List<Difference> shown) {
  /// One item that is not the same in both.
  public sealed interface Difference {
    /// The item, or the left one of two.
    Item item();

    record OnlyLeft(Item item) implements Difference {}

    record OnlyRight(Item item) implements Difference {}

    /// @param diff from left to right
    record Differs(Item item, Item right, ItemDiff diff) implements Difference {}
  }

  public Comparison {
    shown = List.copyOf(shown);
  }

  public boolean equal() {
    return differences() == 0;
  }

  public long differences() {
    return onlyLeft + onlyRight + differing;
  }
}
