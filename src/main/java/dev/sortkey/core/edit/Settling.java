package dev.sortkey.core.edit;

import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is left of a staged change once a commit has come to it.
final class Settling {
  private Settling() {}

  /// Null when nothing is left.
  static @Nullable Staged of(Staged staged, WriteReport.Entry entry, Instant now) {
    return switch (entry.outcome()) {
      case WriteOutcome.Applied _ -> upon(staged, entry.change(), now);
      case WriteOutcome.Conflict(Item theirs) ->
          entry.already()
              ? upon(staged, entry.change(), now)
              : staged.with(new Standing.Changed(theirs, now));
      case WriteOutcome.Rejected(var problem) -> staged.with(new Standing.Refused(problem));
      case WriteOutcome.InDoubt(var problem) -> staged.with(new Standing.Refused(problem));
      case WriteOutcome.NotAttempted _ -> staged;
    };
  }

  /// What the person made of a change since it was sent, on top of what was made.
  private static @Nullable Staged upon(Staged staged, Change made, Instant now) {
    if (staged.effective().equals(Optional.of(made))) {
      return null;
    }
    Item base = made.after();
    Item wanted = staged.item();
    Change left =
        wanted == null
            ? base == null ? null : new Change.Delete(base)
            : base == null ? new Change.Insert(wanted) : new Change.Update(base, wanted);
    return left == null || left.diff().isEmpty()
        ? null
        : new Staged(
            staged.number(),
            left,
            Set.of(),
            base == null ? null : now,
            staged.staged(),
            new Standing.Ready());
  }
}
