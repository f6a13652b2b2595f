package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.SettingsChange;
import dev.sortkey.core.table.SettingsStep;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Applies a change of settings step by step. A step that fails stops the rest until the person
/// says how to go on. It goes on when the page is closed.
final class ApplyViewModel {
  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    SKIPPED
  }

  /// @param problem why it failed, or null
  record Row(SettingsStep step, State state, @Nullable Problem problem) {}

  private final Desk desk;
  private final TableSchema table;
  private final SettingsChange change;
  private final List<KmsKey> keys;
  private final Duration every;
  private final boolean moved;
  private final Consumer<Boolean> ended;
  private final Slot slot;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();

  /// @param keys to name keys as people do
  /// @param moved whether the table changed while the person was typing
  /// @param ended told once it is over, with whether every step was done
  ApplyViewModel(
      Desk desk,
      TableSchema table,
      SettingsChange change,
      List<KmsKey> keys,
      Duration every,
      boolean moved,
      Consumer<Boolean> ended) {
    this.desk = desk;
    this.table = table;
    this.change = change;
    this.keys = keys;
    this.every = every;
    this.moved = moved;
    this.ended = ended;
    this.slot = desk.work().slot();
    change.steps().forEach(step -> rows.add(new Row(step, State.WAITING, null)));
  }

  String table() {
    return table.name();
  }

  /// The diff, with keys by their aliases.
  List<SettingsChange.Line> lines() {
    return change.lines().stream()
        .map(line ->
            new SettingsChange.Line(line.setting(), named(line.before()), named(line.after())))
        .toList();
  }

  private String named(String text) {
    String named = text;
    for (KmsKey key : keys) {
      named = named.replace(key.arn(), key.label());
    }
    return named;
  }

  boolean moved() {
    return moved;
  }

  ObservableList<Row> rows() {
    return rows;
  }

  ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  ReadOnlyBooleanProperty begunProperty() {
    return begun.getReadOnlyProperty();
  }

  /// True once all steps are done or skipped, or the person has stopped it.
  ReadOnlyBooleanProperty overProperty() {
    return over.getReadOnlyProperty();
  }

  /// The step that failed, or -1.
  int failed() {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).state() == State.FAILED) {
        return i;
      }
    }
    return -1;
  }

  /// Begins, or tries the step that failed again.
  void run() {
    if (slot.busy() || over.get()) {
      return;
    }
    begun.set(true);
    int from = next();
    if (from < 0) {
      end();
      return;
    }
    TableAdmin admin = desk.session().admin();
    slot.write(
        Messages.text("settings.applying", table.name()),
        progress -> run(admin, from, progress),
        this::settled);
  }

  void skip() {
    int failed = failed();
    if (!slot.busy() && failed >= 0) {
      Row row = rows.get(failed);
      rows.set(failed, new Row(row.step(), State.SKIPPED, row.problem()));
      run();
    }
  }

  /// Ends it: while a step runs, once it is done; after a failure, at once.
  void stop() {
    if (slot.busy()) {
      slot.cancel();
    } else {
      end();
    }
  }

  private int next() {
    for (int i = 0; i < rows.size(); i++) {
      State state = rows.get(i).state();
      if (state == State.WAITING || state == State.FAILED || state == State.RUNNING) {
        return i;
      }
    }
    return -1;
  }

  /// True when every step was done, false when one failed or the person stopped it.
  private boolean run(TableAdmin admin, int from, Progress progress) {
    for (int i = from; i < change.steps().size(); i++) {
      SettingsStep step = change.steps().get(i);
      if (progress.cancelled()) {
        return false;
      }
      progress.report(i, change.steps().size());
      tell(i, State.RUNNING, null);
      try {
        step.run(admin, table, every, progress, this::seen);
      } catch (CancellationException _) {
        tell(i, State.WAITING, null);
        return false;
      } catch (ProblemException e) {
        tell(i, State.FAILED, e.problem());
        return false;
      }
      tell(i, State.DONE, null);
    }
    return true;
  }

  private void seen(TableDetails now) {
    desk.work().onFx(() -> desk.tables().put(now.schema()));
  }

  private void tell(int index, State state, @Nullable Problem problem) {
    desk.work().onFx(() -> rows.set(index, new Row(rows.get(index).step(), state, problem)));
  }

  private void settled(Outcome<Boolean> outcome) {
    switch (outcome) {
      case Outcome.Done<Boolean>(Boolean whole) when whole -> end();
      case Outcome.Done<Boolean> _, Outcome.Cancelled<Boolean> _ -> {
        if (failed() < 0) {
          end();
        }
      }
      case Outcome.Failed<Boolean>(Problem failure) -> {
        desk.workbench().toast(failure);
        end();
      }
    }
  }

  private void end() {
    over.set(true);
    boolean whole = rows.stream().allMatch(row -> row.state() == State.DONE);
    if (whole) {
      desk.workbench().toast(Messages.text("settings.applied", table.name()));
    }
    ended.accept(whole);
  }
}
