package dev.sortkey.core.bulk;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.util.List;

/// What is done to each of many items.
public sealed interface BulkEdit {
  /// Deletes the item.
  record Delete() implements BulkEdit {}

  /// Does one thing after the other.
  record Steps(List<Operation> operations) implements BulkEdit {
    public Steps {
      operations = List.copyOf(operations);
    }
  }

  /// What comes of an item.
  sealed interface Effect {
    record Changed(Change change) implements Effect {}

    /// It is so already.
    record Same() implements Effect {}

    /// It is left alone.
    ///
    /// @param why for the person
    record Unfit(String why) implements Effect {}
  }

  /// Whether it would move items within the index over which they are read, so that one could be
  /// read again further on and be changed twice. Operations that find nothing to do the second time
  /// may do so.
  default boolean movesIn(Index index) {
    return this instanceof Steps(List<Operation> operations)
        && operations.stream()
            .filter(one ->
                switch (one) {
                  case Operation.Add _, Operation.Append _ -> true;
                  case Operation.Replace _, Operation.Compute _ -> true;
                  case Operation.Put _, Operation.Remove _ -> false;
                  case Operation.Rename _, Operation.Convert _ -> false;
                })
            .anyMatch(one ->
                index.keys().all().stream()
                    .anyMatch(key -> one.path().startsWith(AttrPath.of(key.name()))));
  }

  /// What comes of an item; it throws nothing.
  default Effect of(TableSchema table, Item item) {
    return switch (this) {
      case Delete _ -> new Effect.Changed(new Change.Delete(item));
      case Steps(List<Operation> operations) -> {
        try {
          Item now = item;
          for (Operation operation : operations) {
            check(table, operation);
            now = operation.apply(now);
          }
          if (ItemDiff.between(item, now).isEmpty()) {
            yield new Effect.Same();
          }
          yield ItemRules.check(now).stream()
              .findFirst()
              .<Effect>map(flaw -> new Effect.Unfit(flaw.message()))
              .orElse(new Effect.Changed(new Change.Update(item, now)));
        } catch (IllegalArgumentException e) {
          yield new Effect.Unfit(String.valueOf(e.getMessage()));
        }
      }
    };
  }

  /// The key of an item that is there does not change (API Reference, UpdateItem).
  private static void check(TableSchema table, Operation operation) {
    for (KeyAttribute key : table.keys().all()) {
      if (operation.path().startsWith(AttrPath.of(key.name()))) {
        throw new IllegalArgumentException(Messages.text("edit.key-changed", key.name()));
      }
    }
  }
}
