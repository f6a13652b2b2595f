package dev.sortkey.core.edit;

import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What became of each change, in the order given.
public record WriteReport(List<Entry> entries) {
  public record Entry(Change change, WriteOutcome outcome) {
    /// Whether someone else has made the very same change, so that nothing is left to be done.
    public boolean already() {
      return outcome instanceof WriteOutcome.Conflict(@Nullable Item theirs) && change.made(theirs);
    }
  }

  public WriteReport {
    entries = List.copyOf(entries);
  }

  public long applied() {
    return count(entry -> entry.outcome() instanceof WriteOutcome.Applied);
  }

  /// Those that someone else had made just so.
  public long already() {
    return count(Entry::already);
  }

  /// Those that need a merge.
  public long conflicts() {
    return count(entry -> entry.outcome() instanceof WriteOutcome.Conflict && !entry.already());
  }

  public long rejected() {
    return count(entry -> entry.outcome() instanceof WriteOutcome.Rejected);
  }

  /// Those of which it is not known whether they were made.
  public long inDoubt() {
    return count(entry -> entry.outcome() instanceof WriteOutcome.InDoubt);
  }

  public long notAttempted() {
    return count(entry -> entry.outcome() instanceof WriteOutcome.NotAttempted);
  }

  /// Write capacity units, as far as the endpoint reports them.
  public double writeUnits() {
    return entries.stream()
        .mapToDouble(
            entry -> entry.outcome() instanceof WriteOutcome.Applied(double units) ? units : 0)
        .sum();
  }

  private long count(Predicate<Entry> which) {
    return entries.stream().filter(which).count();
  }
}
