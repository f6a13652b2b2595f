package dev.sortkey.core.snapshot;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.value.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a restore.
///
/// @param expected how many items the snapshot has
/// @param refusals how many items could not be restored
/// @param refused some of them
/// @param ended what ended it early, or null
/// @param cancelled whether the person stopped it
public record RestoreReport(
    String table,
    long expected,
    long written,
    long refusals,
    List<Refused> refused,
    List<Step> steps,
    @Nullable Problem ended,
    boolean cancelled) {
  /// @param item null where the file itself could not be read
  public record Refused(@Nullable Item item, String why) {}

  /// A setting that was set again, or, where it failed, why.
  public record Step(Setting setting, @Nullable String failure) {}

  public RestoreReport {
    refused = List.copyOf(refused);
    steps = List.copyOf(steps);
  }

  /// Every item and every setting is there.
  public boolean whole() {
    return written == expected
        && refused.isEmpty()
        && ended == null
        && !cancelled
        && steps.stream().allMatch(step -> step.failure() == null);
  }
}
