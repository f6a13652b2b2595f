package dev.sortkey.core.query;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads items. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface ItemReader {
  /// Reads pages until the budget is reached or the results end. Each page is packed into a chunk
  /// with the given dictionary as soon as it arrives. Every request carries a Limit (at most 3000),
  /// since DynamoDB Local reads the whole table without one.
  ///
  /// @param cursor where an earlier read stopped, or null to begin
  /// @param progress told items matched, out of items scanned, after each page
  ReadResult read(
      ReadPlan plan,
      @Nullable Cursor cursor,
      Budget budget,
      RowDictionary dictionary,
      Progress progress);

  /// One whole item, read consistently.
  Optional<Item> get(TableSchema table, ItemKey key);
}
