package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.stream.Trigger;
import dev.sortkey.core.stream.TriggerDraft;
import dev.sortkey.core.stream.Triggers;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Task;
import dev.sortkey.ui.work.Work;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The Lambda triggers of a stream; each change is followed until Lambda is done with it.
final class TriggersViewModel {
  private final Triggers port;
  private final Work work;
  private final Pace pace;
  private final Slot loading;
  private final Slot choosing;
  private final Slot changing;
  private final Slot following;
  private final ObservableList<Trigger> triggers = FXCollections.observableArrayList();
  private final ObservableList<String> functions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private @Nullable String arn;

  TriggersViewModel(Triggers port, Work work, Pace pace) {
    this.port = port;
    this.work = work;
    this.pace = pace;
    this.loading = work.slot();
    this.choosing = work.slot();
    this.changing = work.slot();
    this.following = work.slot();
  }

  ObservableList<Trigger> triggers() {
    return triggers;
  }

  /// The names of the functions that can be picked; empty until [#choose] or where they may not be
  /// listed.
  ObservableList<String> functions() {
    return functions;
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loadingProperty() {
    return loading.busyProperty();
  }

  ReadOnlyBooleanProperty changingProperty() {
    return changing.busyProperty();
  }

  /// True once the list was read.
  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  void load(String streamArn) {
    if (!streamArn.equals(arn)) {
      triggers.clear();
      loaded.set(false);
    }
    arn = streamArn;
    loading.read(
        Messages.text("streams.triggers.loading"),
        _ -> port.list(streamArn),
        (Outcome<List<Trigger>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<List<Trigger>>(List<Trigger> now) -> {
              problem.set(null);
              loaded.set(true);
              triggers.setAll(now);
              if (now.stream().anyMatch(trigger -> !trigger.state().settled())) {
                follow(streamArn);
              }
            }
            case Outcome.Failed<List<Trigger>>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<List<Trigger>> _ -> {}
          }
        });
  }

  /// Reads the names of the functions, for the form.
  void choose() {
    choosing.read(
        Messages.text("streams.functions.loading"),
        _ -> port.functions(),
        (Outcome<List<String>> outcome) -> {
          if (outcome instanceof Outcome.Done<List<String>>(List<String> names)) {
            functions.setAll(names);
          }
        });
  }

  /// @param then gets the problem, or null when the trigger was accepted
  void create(TriggerDraft draft, Consumer<@Nullable Problem> then) {
    change(
        Messages.text("streams.trigger.creating", draft.function()),
        _ -> {
          port.create(draft);
          return true;
        },
        then);
  }

  void setEnabled(Trigger trigger, boolean enabled) {
    change(
        Messages.text("streams.trigger.changing", trigger.function()),
        _ -> {
          port.setEnabled(trigger.id(), enabled);
          return true;
        },
        problem::set);
  }

  void delete(Trigger trigger) {
    change(
        Messages.text("streams.trigger.deleting", trigger.function()),
        _ -> {
          port.delete(trigger.id());
          return true;
        },
        problem::set);
  }

  void close() {
    loading.abandon();
    choosing.abandon();
    following.abandon();
  }

  private void change(String title, Task<Boolean> task, Consumer<@Nullable Problem> then) {
    if (changing.busy()) {
      return;
    }
    problem.set(null);
    changing.write(
        title,
        task,
        (Outcome<Boolean> outcome) -> {
          then.accept(outcome instanceof Outcome.Failed<Boolean>(Problem why) ? why : null);
          String stream = arn;
          if (stream != null && problem.get() == null) {
            load(stream);
          }
        });
  }

  /// Looks again and again until no trigger is on its way to another state.
  private void follow(String streamArn) {
    following.read(
        Messages.text("streams.triggers.following"),
        (Progress progress) -> {
          List<Trigger> now;
          do {
            pace.rest();
            now = port.list(streamArn);
            List<Trigger> seen = now;
            work.onFx(() -> {
              if (streamArn.equals(arn)) {
                triggers.setAll(seen);
              }
            });
          } while (!progress.cancelled()
              && now.stream().anyMatch(trigger -> !trigger.state().settled()));
          return now;
        },
        (Outcome<List<Trigger>> outcome) -> {
          if (outcome instanceof Outcome.Failed<List<Trigger>>(Problem why)) {
            problem.set(why);
          }
        });
  }
}
