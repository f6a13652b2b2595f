package dev.sortkey.core.codegen;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteRequest;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What code is wanted for, beyond the table itself.
public sealed interface CodeSubject {
  record Query(QuerySpec spec) implements CodeSubject {}

  /// What a program can do with one item.
  enum Operation {
    GET,
    PUT,
    UPDATE,
    DELETE
  }

  /// @param whole whether all attributes were read; of some alone, nothing can be said but the key
  /// @param change what is about to be done with the item, or null when nothing is
  record OneItem(Item item, boolean whole, @Nullable Change change) implements CodeSubject {
    /// The item as it is, or as it is about to be.
    public static OneItem of(Change change) {
      return new OneItem(
          switch (change) {
            case Change.Insert(Item item) -> item;
            case Change.Update(Item _, Item edited) -> edited;
            case Change.Delete(Item original) -> original;
          },
          true,
          change);
    }

    /// What code there is for it; first what is about to be done.
    public List<Operation> operations() {
      return switch (change) {
        case null ->
            whole
                ? List.of(Operation.GET, Operation.PUT, Operation.DELETE)
                : List.of(Operation.GET);
        case Change.Insert _ -> List.of(Operation.PUT, Operation.GET);
        case Change.Update _ -> List.of(Operation.UPDATE, Operation.GET);
        case Change.Delete _ -> List.of(Operation.DELETE, Operation.GET);
      };
    }

    /// Sends what Sortkey itself would send.
    ///
    /// @throws IllegalArgumentException when one request cannot say it; the message is for the
    ///   person
    public Program program(TableSchema table, Operation operation) {
      return switch (operation) {
        case GET -> Program.get(table, table.keyOf(item));
        case PUT -> Program.of(table, WriteRequest.of(table, new Change.Insert(item)));
        case DELETE -> Program.of(table, WriteRequest.of(table, new Change.Delete(item)));
        case UPDATE -> {
          if (change == null) {
            throw new IllegalArgumentException("an update without a change");
          }
          yield Program.of(table, WriteRequest.of(table, change));
        }
      };
    }
  }
}
