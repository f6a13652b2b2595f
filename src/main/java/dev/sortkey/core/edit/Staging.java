package dev.sortkey.core.edit;

import java.util.ArrayList;
import java.util.List;

/// A set of changes with the way back: undo and redo are stacks of values.
///
/// @param past what led here, oldest first
/// @param future what was taken back, to be made again from the last on
public record Staging(ChangeSet now, List<Step> past, List<Step> future) {
  /// How far undo reaches.
  public static final int MOST_STEPS = 1_000;

  public Staging {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  public static Staging of(ChangeSet changes) {
    return new Staging(changes, List.of(), List.of());
  }

  /// After an action of the person's; one that changed nothing leaves no step.
  public Staging then(ChangeSet next) {
    Step step = now.to(next);
    return step.isEmpty() ? this : new Staging(next, pushed(past, step), List.of());
  }

  /// After a commit. What was written cannot be undone here, see [CommitRecord#reverting]; what led
  /// to it is forgotten, lest an undo stage it anew.
  public Staging settled(ChangeSet rest) {
    return now.to(rest).isEmpty() ? this : of(rest);
  }

  public boolean canUndo() {
    return !past.isEmpty();
  }

  public boolean canRedo() {
    return !future.isEmpty();
  }

  public Staging undo() {
    if (!canUndo()) {
      return this;
    }
    Step last = past.getLast();
    return new Staging(
        now.after(last.back()), past.subList(0, past.size() - 1), pushed(future, last));
  }

  public Staging redo() {
    if (!canRedo()) {
      return this;
    }
    Step next = future.getLast();
    return new Staging(now.after(next), pushed(past, next), future.subList(0, future.size() - 1));
  }

  private static List<Step> pushed(List<Step> steps, Step step) {
    List<Step> more =
        new ArrayList<>(steps.size() < MOST_STEPS ? steps : steps.subList(1, steps.size()));
    more.add(step);
    return more;
  }
}
