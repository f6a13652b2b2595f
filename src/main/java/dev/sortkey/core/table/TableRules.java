package dev.sortkey.core.table;

import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.util.List;

/// What DynamoDB would refuse in a table's draft or in an item's key, said before it is sent
/// (Developer Guide, "Constraints in Amazon DynamoDB").
public final class TableRules {
  /// The longest values of a partition and of a sort key, in bytes.
  public static final int LONGEST_PARTITION = 2048;

  public static final int LONGEST_SORT = 1024;

  /// DynamoDB's default quotas of indexes for one table.
  public static final int MOST_GSIS = 20;

  public static final int MOST_LSIS = 5;

  public static final int MOST_TAGS = 50;

  private TableRules() {}

  /// @param field which field of the draft: `name`, `partition`, `sort`, `capacity`, `indexes`,
  ///   `index[2].name`, `index[2].partition`, `index[2].sort`, `index[2].projection`,
  ///   `index[2].capacity`, `scaling.read.least`, `.most`, `.target` and likewise `scaling.write`,
  ///   `capacity.read`, `capacity.write`, `warm.read`, `warm.write`, `encryption.key`, `policy`,
  ///   `tags`, `tag[2].key`, `tag[2].value`, `ttl`, `recovery`
  public record Flaw(String field, String message) {}

  public static List<Flaw> check(TableDraft draft) {
    return new DraftRules(draft).check();
  }

  /// The flaws of an item's key attributes for this table and its indexes: missing, of the wrong
  /// type, empty, too long. An item may lack the key of an index; it then is not in that index.
  public static List<ItemRules.Flaw> checkKey(TableSchema table, Item item) {
    return new KeyRules(item).check(table);
  }
}
