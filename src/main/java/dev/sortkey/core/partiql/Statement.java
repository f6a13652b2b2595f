package dev.sortkey.core.partiql;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement as it is understood. Where a parameter stands for a value, the value is what the
/// person gave for it.
public sealed interface Statement {
  String table();

  /// @param index null for the table
  /// @param attributes empty for all
  /// @param where null for every item
  /// @param descending whether the order by the sort key is turned round
  record Select(
      String table,
      @Nullable String index,
      List<AttrPath> attributes,
      @Nullable Condition where,
      boolean descending)
      implements Statement {}

  record Insert(String table, Attr.M item) implements Statement {}

  /// One part of an update: what a path becomes, or null where that is worked out by DynamoDB, as a
  /// sum is.
  record Assignment(AttrPath path, @Nullable Attr value) {}

  /// @param removed the paths that go
  record Update(
      String table, List<Assignment> set, List<AttrPath> removed, @Nullable Condition where)
      implements Statement {}

  record Delete(String table, @Nullable Condition where) implements Statement {}

  /// Whether something is there, inside a transaction.
  record Exists(Select select) implements Statement {
    @Override
    public String table() {
      return select.table();
    }
  }

  default boolean reads() {
    return this instanceof Select || this instanceof Exists;
  }
}
