package dev.sortkey.core.bulk;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.query.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a bulk run is. It goes from one such point to the next by steps that are written down,
/// so that what is read from the disk is what the run was.
///
/// @param cursor where the next page begins; null before the first one and after the last
/// @param read whether there is no next page
/// @param reasons which items were left alone and why, the first 100
/// @param doubtful sent, or about to be; whether they were written is not known yet
/// @param waiting of the pages that were read, what is still to be sent
public record RunPoint(
    @Nullable Cursor cursor,
    boolean read,
    Counts counts,
    List<String> reasons,
    List<Change> doubtful,
    List<Change> waiting) {
  /// How many reasons are kept.
  private static final int MOST_REASONS = 100;

  public static final RunPoint START =
      new RunPoint(null, false, new Counts(0, 0, 0, 0, 0, 0, 0), List.of(), List.of(), List.of());

  /// @param failed not written, for another reason than someone else's change
  public record Counts(
      long read,
      long changed,
      long same,
      long unfit,
      long conflicts,
      long failed,
      double writeUnits) {}

  /// What became of a change that was sent.
  public enum Fate {
    MADE('M'),
    /// Someone else has changed the item since it was read.
    CONFLICT('C'),
    FAILED('F'),
    /// Not made, and to be sent again.
    WAITING('W'),
    /// Nobody knows.
    DOUBTFUL('D');

    private final char letter;

    Fate(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }

  public sealed interface Step {
    /// The first so many of those that wait are about to be sent.
    record Send(int count) implements Step {}

    /// What became of those in doubt, in their order.
    record Came(List<Fate> fates, double writeUnits, List<String> reasons) implements Step {
      public Came {
        fates = List.copyOf(fates);
        reasons = List.copyOf(reasons);
      }
    }
  }

  public RunPoint {
    reasons = List.copyOf(reasons);
    doubtful = List.copyOf(doubtful);
    waiting = List.copyOf(waiting);
  }

  /// Whether all was read and written.
  public boolean ended() {
    return read && doubtful.isEmpty() && waiting.isEmpty();
  }

  /// After a page was read.
  ///
  /// @param next null when it was the last one
  /// @param same how many items are so already
  /// @param unfit why each of the others is left alone
  RunPoint page(@Nullable Cursor next, List<Change> changes, long same, List<String> unfit) {
    List<Change> all = new ArrayList<>(waiting);
    all.addAll(changes);
    var now =
        new Counts(
            counts.read + changes.size() + same + unfit.size(),
            counts.changed,
            counts.same + same,
            counts.unfit + unfit.size(),
            counts.conflicts,
            counts.failed,
            counts.writeUnits);
    return new RunPoint(next, next == null, now, with(unfit), doubtful, all);
  }

  /// @throws IllegalArgumentException when the step cannot follow
  public RunPoint after(Step step) {
    return switch (step) {
      case Step.Send(int count) -> {
        if (!doubtful.isEmpty() || count > waiting.size()) {
          throw new IllegalArgumentException("nothing of the kind waits");
        }
        yield new RunPoint(
            cursor,
            read,
            counts,
            reasons,
            waiting.subList(0, count),
            waiting.subList(count, waiting.size()));
      }
      case Step.Came came -> after(came);
    };
  }

  private RunPoint after(Step.Came came) {
    if (came.fates.size() != doubtful.size()) {
      throw new IllegalArgumentException("another number was sent");
    }
    List<Change> doubts = new ArrayList<>();
    List<Change> waits = new ArrayList<>();
    long made = 0;
    long conflicts = 0;
    long failed = 0;
    for (int i = 0; i < doubtful.size(); i++) {
      switch (came.fates.get(i)) {
        case MADE -> made++;
        case CONFLICT -> conflicts++;
        case FAILED -> failed++;
        case WAITING -> waits.add(doubtful.get(i));
        case DOUBTFUL -> doubts.add(doubtful.get(i));
      }
    }
    waits.addAll(waiting);
    var now =
        new Counts(
            counts.read,
            counts.changed + made,
            counts.same,
            counts.unfit,
            counts.conflicts + conflicts,
            counts.failed + failed,
            counts.writeUnits + came.writeUnits);
    return new RunPoint(cursor, read, now, with(came.reasons), doubts, waits);
  }

  private List<String> with(List<String> more) {
    List<String> all = new ArrayList<>(reasons);
    for (String why : more) {
      if (all.size() < MOST_REASONS && !all.contains(why)) {
        all.add(why);
      }
    }
    return all;
  }
}
