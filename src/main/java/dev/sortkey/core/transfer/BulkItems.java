package dev.sortkey.core.transfer;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads and writes whole tables in parallel parts. All methods block, end at an interrupt, and
/// throw a [dev.sortkey.core.problem.ProblemException].
public interface BulkItems {
  /// Reads one part of a table to its end, page by page. Every request carries a Limit, since
  /// DynamoDB Local reads the whole table without one. Where DynamoDB throttles, it waits and goes
  /// on, for as long as it is not interrupted.
  void scan(Part part, Pages pages);

  /// Makes writes in batches, one batch at a time and in the order given; two writes of one key
  /// never share a batch. What comes back unprocessed is sent again, where DynamoDB throttles it
  /// waits, and of a batch that DynamoDB refuses each write is tried until the guilty are found.
  ///
  /// Each write is told to the outcomes once; one that is not told, because of a cancel or of a
  /// problem that ended the run, was not written as far as is known, and may be made again. A batch
  /// is never broken off in the middle. For several batches at a time call this on several threads,
  /// with iterators that share out the writes.
  ///
  /// @param progress asked between requests whether to stop; nothing is reported to it
  void write(
      TableSchema table, Iterator<? extends Write> writes, Outcomes outcomes, Progress progress);

  /// One of several scans that together read a table whole.
  ///
  /// @param from where an earlier read of this part stopped, or null to begin
  record Part(String table, int segment, int segments, @Nullable Cursor from, boolean consistent) {
    /// All parts of a table, from the beginning.
    public static List<Part> of(String table, int segments, boolean consistent) {
      return IntStream.range(0, segments)
          .mapToObj(segment -> new Part(table, segment, segments, null, consistent))
          .toList();
    }
  }

  /// Some items of a part.
  ///
  /// @param next where the part goes on, or null at its end
  /// @param readUnits read capacity units, zero where the endpoint reports none
  record Page(List<Item> items, @Nullable Cursor next, double readUnits) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /// Takes the pages of a part as they come.
  interface Pages {
    /// @return false to read no further
    boolean take(Page page);
  }

  /// A write without conditions.
  sealed interface Write {
    /// What the caller knows it by, such as its line in a file.
    long number();

    /// Puts an item, overwriting.
    record Put(long number, Item item) implements Write {}

    /// Deletes an item, whether or not it is there.
    record Delete(long number, ItemKey key) implements Write {}
  }

  /// Is told what became of each write.
  interface Outcomes {
    /// @param writeUnits write capacity units, zero where the endpoint reports none
    void written(List<Write> writes, double writeUnits);

    /// DynamoDB refuses this write itself; it would refuse it again.
    void refused(Write write, Problem why);
  }
}
