package dev.sortkey.core.edit;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How staged changes will be written: in transactions as large as DynamoDB takes them, or each by
/// itself.
public record CommitPlan(List<Batch> batches) {
  /// API Reference, TransactWriteItems: "up to 100 action requests", and no more than 4 MB of items
  /// in all.
  public static final int MOST = 100;

  private static final int LARGEST = 4 * 1024 * 1024;

  /// How many single writes lie between two questions whether to stop, at the most.
  private static final int SINGLES = 25;

  /// Changes that are written after one another.
  ///
  /// @param together in one transaction: all of them or none
  public record Batch(List<Change> changes, boolean together) {
    public Batch {
      changes = List.copyOf(changes);
    }
  }

  public CommitPlan {
    batches = List.copyOf(batches);
  }

  /// @param staged of which those that wait for a merge, or of which nothing is left, are passed
  ///   over
  /// @param together whether the person wants all or nothing. More changes than one transaction
  ///   takes need several, each of which is made or not; a lone change needs none
  public static CommitPlan of(Collection<Staged> staged, boolean together) {
    List<Batch> batches = new ArrayList<>();
    List<Change> open = new ArrayList<>();
    long size = 0;
    for (Staged each : staged) {
      Optional<Change> change = each.conflicting() ? Optional.empty() : each.effective();
      if (change.isEmpty()) {
        continue;
      }
      long more = Math.max(size(change.get().before()), size(change.get().after()));
      if (open.size() == (together ? MOST : SINGLES)
          || together && !open.isEmpty() && size + more > LARGEST) {
        batches.add(batch(open, together));
        open.clear();
        size = 0;
      }
      open.add(change.get());
      size += more;
    }
    if (!open.isEmpty()) {
      batches.add(batch(open, together));
    }
    return new CommitPlan(batches);
  }

  public int changes() {
    return batches.stream().mapToInt(batch -> batch.changes().size()).sum();
  }

  public long transactions() {
    return batches.stream().filter(Batch::together).count();
  }

  /// What it will cost.
  public WriteUnits units(TableSchema table) {
    WriteUnits all = WriteUnits.NONE;
    for (Batch batch : batches) {
      for (Change change : batch.changes()) {
        all = all.plus(WriteUnits.of(table, change, batch.together()));
      }
    }
    return all;
  }

  private static Batch batch(List<Change> changes, boolean together) {
    return new Batch(changes, together && changes.size() > 1);
  }

  private static long size(@Nullable Item item) {
    return item == null ? 0 : ItemSize.of(item);
  }
}
