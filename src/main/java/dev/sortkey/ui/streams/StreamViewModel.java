package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.stream.ChangeStreams;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.stream.ViewType;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Task;
import dev.sortkey.ui.work.Work;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Whether a table has a stream, and turning it on, off or over, followed until it is settled.
final class StreamViewModel {
  private final String table;
  private final ChangeStreams streams;
  private final Work work;
  private final Pace pace;
  private final Slot reading;
  private final Slot changing;
  private final ReadOnlyObjectWrapper<@Nullable StreamState> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");

  StreamViewModel(String table, ChangeStreams streams, Work work, Pace pace) {
    this.table = table;
    this.streams = streams;
    this.work = work;
    this.pace = pace;
    this.reading = work.slot();
    this.changing = work.slot();
  }

  /// Null until it was read.
  ReadOnlyObjectProperty<@Nullable StreamState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loadingProperty() {
    return reading.busyProperty();
  }

  ReadOnlyBooleanProperty changingProperty() {
    return changing.busyProperty();
  }

  /// What is being done, or empty.
  ReadOnlyStringProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  void load() {
    if (changing.busy()) {
      return;
    }
    reading.read(Messages.text("streams.loading", table), _ -> streams.state(table), this::settled);
  }

  /// Turns the stream on with a view type, or from the one it has to another: that takes a new
  /// stream, since DynamoDB changes no view type (Developer Guide, "Enabling a stream").
  void turnOn(ViewType wanted) {
    change(
        Messages.text("streams.turning-on.job", table),
        progress -> {
          StreamState now = streams.state(table);
          if (now.view() == wanted) {
            return now;
          }
          if (now.on()) {
            say("streams.turning-off");
            streams.disable(table);
            now = settle(progress);
          }
          if (progress.cancelled()) {
            return now;
          }
          say("streams.turning-on");
          streams.enable(table, wanted);
          return settle(progress);
        });
  }

  void turnOff() {
    change(
        Messages.text("streams.turning-off.job", table),
        progress -> {
          say("streams.turning-off");
          streams.disable(table);
          return settle(progress);
        });
  }

  void cancel() {
    changing.cancel();
  }

  /// A change under way goes on in the activity list.
  void close() {
    reading.abandon();
  }

  private void change(String title, Task<StreamState> task) {
    if (changing.busy()) {
      return;
    }
    reading.abandon();
    problem.set(null);
    changing.write(
        title,
        task,
        (Outcome<StreamState> outcome) -> {
          step.set("");
          settled(outcome);
          if (outcome instanceof Outcome.Failed<StreamState>) {
            loadKeepingProblem();
          }
        });
  }

  /// Waits until DynamoDB is done, or the person no longer cares to.
  private StreamState settle(Progress progress) throws InterruptedException {
    StreamState now = streams.state(table);
    while (!now.settled() && !progress.cancelled()) {
      pace.rest();
      now = streams.state(table);
    }
    return now;
  }

  private void say(String key) {
    String words = Messages.text(key);
    work.onFx(() -> step.set(words));
  }

  private void loadKeepingProblem() {
    reading.read(
        Messages.text("streams.loading", table),
        _ -> streams.state(table),
        (Outcome<StreamState> outcome) -> {
          if (outcome instanceof Outcome.Done<StreamState>(StreamState now)) {
            state.set(now);
          }
        });
  }

  private void settled(Outcome<StreamState> outcome) {
    switch (outcome) {
      case Outcome.Done<StreamState>(StreamState now) -> {
        problem.set(null);
        state.set(now);
      }
      case Outcome.Failed<StreamState>(Problem why) -> problem.set(why);
      case Outcome.Cancelled<StreamState> _ -> {}
    }
  }
}
