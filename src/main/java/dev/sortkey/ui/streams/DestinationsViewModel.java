package dev.sortkey.ui.streams;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.stream.KinesisDestination;
import dev.sortkey.core.stream.KinesisDestination.Precision;
import dev.sortkey.core.stream.StreamDestinations;
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

/// The Kinesis destinations of a table; each change is followed until DynamoDB is done with it.
final class DestinationsViewModel {
  private final String table;
  private final StreamDestinations port;
  private final Work work;
  private final Pace pace;
  private final Slot loading;
  private final Slot changing;
  private final Slot following;
  private final ObservableList<KinesisDestination> destinations =
      FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

  DestinationsViewModel(String table, StreamDestinations port, Work work, Pace pace) {
    this.table = table;
    this.port = port;
    this.work = work;
    this.pace = pace;
    this.loading = work.slot();
    this.changing = work.slot();
    this.following = work.slot();
  }

  ObservableList<KinesisDestination> destinations() {
    return destinations;
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

  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  void load() {
    loading.read(
        Messages.text("streams.kinesis.loading"),
        _ -> port.list(table),
        (Outcome<List<KinesisDestination>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<List<KinesisDestination>>(List<KinesisDestination> now) -> {
              problem.set(null);
              loaded.set(true);
              destinations.setAll(now);
              if (moving(now)) {
                follow();
              }
            }
            case Outcome.Failed<List<KinesisDestination>>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<List<KinesisDestination>> _ -> {}
          }
        });
  }

  /// @param then gets the problem, or null when the destination was accepted
  void enable(String streamArn, Precision precision, Consumer<@Nullable Problem> then) {
    change(
        Messages.text("streams.kinesis.enabling", table),
        _ -> {
          port.enable(table, streamArn, precision);
          return true;
        },
        then);
  }

  void disable(KinesisDestination destination) {
    change(
        Messages.text("streams.kinesis.disabling", table),
        _ -> {
          port.disable(table, destination.streamArn());
          return true;
        },
        problem::set);
  }

  void close() {
    loading.abandon();
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
          if (problem.get() == null) {
            load();
          }
        });
  }

  private static boolean moving(List<KinesisDestination> destinations) {
    return destinations.stream().anyMatch(destination -> !destination.status().settled());
  }

  /// Looks again and again until no destination is on its way to another status.
  private void follow() {
    following.read(
        Messages.text("streams.kinesis.following"),
        progress -> {
          List<KinesisDestination> now;
          do {
            pace.rest();
            now = port.list(table);
            List<KinesisDestination> seen = now;
            work.onFx(() -> destinations.setAll(seen));
          } while (!progress.cancelled() && moving(now));
          return now;
        },
        (Outcome<List<KinesisDestination>> outcome) -> {
          if (outcome instanceof Outcome.Failed<List<KinesisDestination>>(Problem why)) {
            problem.set(why);
          }
        });
  }
}
