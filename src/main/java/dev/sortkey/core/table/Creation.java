package dev.sortkey.core.table;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be done until a draft's table is as described, one step after the other, and how far
/// it is. What CreateTable cannot take along comes after the table is ACTIVE, since DynamoDB
/// refuses it before (API Reference, UpdateTimeToLive, UpdateContinuousBackups).
public record Creation(TableDraft draft, List<Step> steps) {
  /// What one step does.
  public sealed interface Task {
    /// Asks for the table, with all that CreateTable takes along.
    record Create(TableDraft draft) implements Task {}

    /// Waits until the table and its indexes are ACTIVE.
    record Follow() implements Task {}

    record Expiry(String attribute) implements Task {}

    record Recovery(int days) implements Task {}

    record Scale(ScaledUnits units) implements Task {}

    /// In words.
    default String title() {
      return switch (this) {
        case Create _ -> Messages.text("table.step.create");
        case Follow _ -> Messages.text("table.step.follow");
        case Expiry(String attribute) -> Messages.text("table.step.expiry", attribute);
        case Recovery(int days) -> Messages.text("table.step.recovery", days);
        case Scale(ScaledUnits units) ->
            Messages.text(
                "table.step.scale." + units.side(),
                units.index() == null ? Messages.text("table.step.scale.table") : units.index());
      };
    }
  }

  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    /// Left out by the person after it failed.
    LEFT_OUT
  }

  /// @param problem why it failed
  public record Step(Task task, State state, @Nullable Problem problem) {}

  public Creation {
    steps = List.copyOf(steps);
  }

  public static Creation of(TableDraft draft) {
    TableDraft.Settings settings = draft.settings();
    List<Task> tasks = new ArrayList<>(List.of(new Task.Create(draft), new Task.Follow()));
    if (settings.ttl() != null) {
      tasks.add(new Task.Expiry(settings.ttl()));
    }
    if (settings.recoveryDays() != null) {
      tasks.add(new Task.Recovery(settings.recoveryDays()));
    }
    if (draft.capacity() instanceof Capacity.Provisioned) {
      settings.scaling().forEach(units -> tasks.add(new Task.Scale(units)));
    }
    return new Creation(
        draft, tasks.stream().map(task -> new Step(task, State.WAITING, null)).toList());
  }

  /// The step to do now: the first that waits, unless one before it failed.
  public Optional<Step> next() {
    return failed().isPresent()
        ? Optional.empty()
        : steps.stream().filter(step -> step.state() == State.WAITING).findFirst();
  }

  public Optional<Step> failed() {
    return steps.stream().filter(step -> step.state() == State.FAILED).findFirst();
  }

  /// Whether every step is done or was left out.
  public boolean finished() {
    return steps.stream()
        .allMatch(step -> step.state() == State.DONE || step.state() == State.LEFT_OUT);
  }

  /// Whether the endpoint has been asked for the table, so that there is something to undo.
  public boolean begun() {
    return steps.getFirst().state() == State.DONE;
  }

  /// Whether the person may go on without the step that failed: not without the table itself.
  public boolean canLeaveOut() {
    return failed()
        .filter(
            step -> !(step.task() instanceof Task.Create) && !(step.task() instanceof Task.Follow))
        .isPresent();
  }

  /// With the state that a step has come to.
  public Creation at(Task task, State state, @Nullable Problem problem) {
    return new Creation(
        draft,
        steps.stream()
            .map(step -> step.task().equals(task) ? new Step(task, state, problem) : step)
            .toList());
  }

  /// Tries the step that failed once more.
  public Creation retried() {
    return settleFailed(State.WAITING);
  }

  /// Goes on without the step that failed.
  public Creation leftOut() {
    return settleFailed(State.LEFT_OUT);
  }

  private Creation settleFailed(State state) {
    return failed().map(step -> at(step.task(), state, step.problem())).orElse(this);
  }
}
