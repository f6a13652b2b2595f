package dev.sortkey.ui.globaltables;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.table.ReplicaNeeds;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.SettingsStep;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Reads the replicas of a table, adds and removes them, and follows them until they are active.
final class ReplicasViewModel {
  private final Desk desk;
  private final String table;
  private final Duration every;
  private final Slot reading;
  private final Slot writing;
  private final ReadOnlyObjectWrapper<@Nullable ReplicaNeeds> needs = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /// @param every how often a change under way is asked for
  ReplicasViewModel(Desk desk, String table, Duration every) {
    this.desk = desk;
    this.table = table;
    this.every = every;
    this.reading = desk.work().slot();
    this.writing = desk.work().slot();
  }

  String table() {
    return table;
  }

  /// The table with its replicas, and what another would need; null until it is read.
  ReadOnlyObjectProperty<@Nullable ReplicaNeeds> needsProperty() {
    return needs.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty writingProperty() {
    return writing.busyProperty();
  }

  /// DynamoDB Local has one region.
  boolean unsupported() {
    return desk.session().connection().kind() == Connection.Kind.SANDBOX;
  }

  String region() {
    return desk.session().connection().region();
  }

  void read() {
    TableAdmin admin = desk.session().admin();
    reading.read(
        Messages.text("globaltables.reading", table),
        _ -> {
          TableDetails details = admin.details(table);
          return new ReplicaNeeds(details, scaling(admin, details));
        },
        (Outcome<ReplicaNeeds> outcome) -> {
          switch (outcome) {
            case Outcome.Done<ReplicaNeeds>(ReplicaNeeds now) -> {
              problem.set(null);
              needs.set(now);
              if (!now.details().settled()) {
                follow();
              }
            }
            case Outcome.Failed<ReplicaNeeds>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<ReplicaNeeds> _ -> {}
          }
        });
  }

  private static @Nullable List<ScaledUnits> scaling(TableAdmin admin, TableDetails details) {
    try {
      return admin.autoScaling(details.schema());
    } catch (ProblemException _) {
      return null;
    }
  }

  /// Somebody, or an earlier Sortkey, has begun something.
  private void follow() {
    if (writing.busy()) {
      return;
    }
    TableAdmin admin = desk.session().admin();
    reading.read(
        Messages.text("globaltables.following", table),
        progress -> admin.follow(table, every, progress, this::seen),
        (Outcome<TableDetails> outcome) -> {
          if (outcome instanceof Outcome.Failed<TableDetails>(Problem failure)) {
            problem.set(failure);
          }
        });
  }

  /// Why no replica can be added there, or nothing.
  Optional<String> flaw(String region) {
    ReplicaNeeds now = needs.get();
    if (now == null || region.isBlank()) {
      return Optional.of("");
    }
    if (region.equals(region())) {
      return Optional.of(Messages.text("globaltables.dialog.same", region));
    }
    return now.details().replicas().stream().anyMatch(known -> known.region().equals(region))
        ? Optional.of(Messages.text("globaltables.dialog.there", region))
        : Optional.empty();
  }

  List<SettingsStep> steps(String region, String key) {
    ReplicaNeeds now = needs.get();
    return now == null
        ? List.of()
        : now.steps(new TableUpdate.AddReplica(region, key.isBlank() ? null : key.strip(), null));
  }

  void add(String region, String key) {
    if (flaw(region).isEmpty()) {
      run(
          Messages.text("globaltables.adding", table, region),
          steps(region, key),
          Messages.text("globaltables.added", table, region));
    }
  }

  void remove(String region) {
    run(
        Messages.text("globaltables.removing", table, region),
        List.of(new SettingsStep.Update(new TableUpdate.RemoveReplica(region))),
        Messages.text("globaltables.removed", table, region));
  }

  private void run(String title, List<SettingsStep> steps, String done) {
    ReplicaNeeds now = needs.get();
    if (now == null || writing.busy()) {
      return;
    }
    reading.abandon();
    TableAdmin admin = desk.session().admin();
    writing.write(
        title,
        progress -> run(admin, now, steps, progress),
        (Outcome<Boolean> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Boolean>(Boolean whole) -> {
              problem.set(null);
              if (whole) {
                desk.workbench().toast(done);
              }
              read();
            }
            case Outcome.Failed<Boolean>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<Boolean> _ -> read();
          }
        });
  }

  private boolean run(
      TableAdmin admin, ReplicaNeeds now, List<SettingsStep> steps, Progress progress) {
    for (SettingsStep step : steps) {
      if (progress.cancelled()) {
        return false;
      }
      step.run(admin, now.details().schema(), every, progress, this::seen);
    }
    return !progress.cancelled();
  }

  private void seen(TableDetails details) {
    desk.work()
        .onFx(() -> {
          ReplicaNeeds before = needs.get();
          needs.set(new ReplicaNeeds(details, before == null ? null : before.scaling()));
          desk.tables().put(details.schema());
        });
  }

  /// A change under way goes on.
  void close() {
    reading.abandon();
  }
}
