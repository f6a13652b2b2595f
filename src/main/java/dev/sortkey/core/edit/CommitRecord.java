package dev.sortkey.core.edit;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// One commit as it was made from this computer: what each item was before, what it was to be, and
/// what became of it. From it a commit can be taken back.
///
/// @param fates of the changes, in their order
public record CommitRecord(Head head, List<Change> changes, List<Fate> fates) {
  /// What is known of a commit without its items.
  ///
  /// @param connection the id of the connection
  /// @param who the identity under which it was sent, as [dev.sortkey.core.session.Identity] calls
  ///   it
  public record Head(
      String id, Instant at, String connection, String table, String who, int changes) {}

  /// What became of a change.
  public enum Fate {
    MADE,
    NOT_MADE,
    /// The answer was lost, or Sortkey ended before it came.
    UNKNOWN
  }

  public CommitRecord {
    changes = List.copyOf(changes);
    fates = List.copyOf(fates);
  }

  public static List<Fate> fates(WriteReport report) {
    return report.entries().stream().map(entry -> fate(entry.outcome())).toList();
  }

  private static Fate fate(WriteOutcome outcome) {
    return switch (outcome) {
      case WriteOutcome.Applied _ -> Fate.MADE;
      case WriteOutcome.InDoubt _ -> Fate.UNKNOWN;
      case WriteOutcome.Conflict _, WriteOutcome.Rejected _, WriteOutcome.NotAttempted _ ->
          Fate.NOT_MADE;
    };
  }

  public int count(Fate fate) {
    return (int) fates.stream().filter(fate::equals).count();
  }

  /// The changes that take back what was made, each on the condition that what it touches is still
  /// as the commit left it. What may or may not have been made is taken back likewise: where it was
  /// not, nothing is left to be done.
  public List<Change> reverting() {
    return IntStream.range(0, changes.size())
        .filter(i -> fates.get(i) != Fate.NOT_MADE)
        .mapToObj(i -> reversed(changes.get(i)))
        .toList();
  }

  private static Change reversed(Change change) {
    return switch (change) {
      case Change.Insert(var item) -> new Change.Delete(item);
      case Change.Update(var original, var edited) -> new Change.Update(edited, original);
      case Change.Delete(var original) -> new Change.Insert(original);
    };
  }
}
