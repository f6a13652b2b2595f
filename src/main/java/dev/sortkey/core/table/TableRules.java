package dev.sortkey.core.table;

import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.util.List;

/// What DynamoDB would refuse in a table's draft or in an item's key, said before it is sent.
public final class TableRules {
  private TableRules() {}

  /// @param field which field of the draft: `name`, `partition`, `sort`, `capacity`,
  ///   `index[2].name`, `index[2].partition`, `index[2].sort`, `index[2].projection` …
  public record Flaw(String field, String message) {}

  public static List<Flaw> check(TableDraft draft) {
    throw new UnsupportedOperationException("to be built");
  }

  /// The flaws of an item's key attributes for this table and its indexes: missing, of the wrong
  /// type, empty, too long.
  public static List<ItemRules.Flaw> checkKey(TableSchema table, Item item) {
    throw new UnsupportedOperationException("to be built");
  }
}
