package dev.sortkey.ui.backups;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.snapshot.Comparison;
import dev.sortkey.core.table.KeySchema;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One restore, from the request to the last setting: what is done, what is under way, what failed.
/// Changes on the FX thread.
final class RestoreRun {
  enum State {
    RUNNING,
    DONE,
    /// Done, but for some of its steps.
    PARTLY,
    FAILED,
    /// The person stopped waiting.
    LEFT
  }

  /// One step as the page shows it.
  record Step(String text, Mark mark, @Nullable String detail) {
    enum Mark {
      WAITING,
      RUNNING,
      DONE,
      FAILED
    }
  }

  /// The original at the left, the restored table at the right.
  ///
  /// @param original the name of the table that was saved
  record Compared(String original, KeySchema keys, Comparison found) {}

  private final String table;
  private final String from;
  private final ObservableList<Step> steps = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();

  /// @param from in words, such as the backup's name
  RestoreRun(String table, String from) {
    this.table = table;
    this.from = from;
  }

  /// The new table.
  String table() {
    return table;
  }

  String from() {
    return from;
  }

  ObservableList<Step> steps() {
    return steps;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What the new table has in common with the original, once they were compared; or null.
  ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
    return compared.getReadOnlyProperty();
  }

  void compared(Compared found) {
    compared.set(found);
  }

  void mark(int step, Step.Mark mark, @Nullable String detail) {
    steps.set(step, new Step(steps.get(step).text(), mark, detail));
  }

  void end(State how, @Nullable Problem why) {
    problem.set(why);
    state.set(how);
  }
}
