package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.BackupDetails;
import dev.sortkey.core.backup.Backups;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The AWS backups of one table, or of all; each one that is being made is followed to its end.
final class BackupsViewModel {
  private final Backups port;
  private final Work work;
  private final @Nullable String table;
  private final Duration every;
  private final Slot reading;
  private final ObservableList<Backup> backups = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Set<String> followed = new HashSet<>();

  /// @param table null for the backups of all tables
  /// @param every how often AWS is asked whether a backup is ready
  BackupsViewModel(Backups port, Work work, @Nullable String table, Duration every) {
    this.port = port;
    this.work = work;
    this.table = table;
    this.every = every;
    this.reading = work.slot();
  }

  /// Null where these are the backups of all tables.
  @Nullable String table() {
    return table;
  }

  /// Newest first.
  ObservableList<Backup> backups() {
    return backups;
  }

  /// Why the list could not be read, or why the last thing asked for was not done; or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// True once the list was read.
  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty readingProperty() {
    return reading.busyProperty();
  }

  void reload() {
    reading.read(
        table == null
            ? Messages.text("backups.job.list-all")
            : Messages.text("backups.job.list", table),
        _ -> table == null ? port.all() : port.of(table),
        (Outcome<List<Backup>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<List<Backup>>(List<Backup> read) -> {
              problem.set(null);
              loaded.set(true);
              backups.setAll(read);
              read.stream()
                  .filter(backup -> backup.status() == Backup.Status.CREATING)
                  .forEach(this::follow);
            }
            case Outcome.Failed<List<Backup>>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<List<Backup>> _ -> {}
          }
        });
  }

  /// Asks for a backup and follows it until it can be used.
  ///
  /// @param settled told the problem, or null when it is being made
  void create(String of, String name, Consumer<@Nullable Problem> settled) {
    work.write(
        Messages.text("backups.job.create", name, of),
        _ -> port.create(of, name),
        (Outcome<Backup> outcome) -> {
          if (outcome instanceof Outcome.Done<Backup>(Backup made)) {
            put(made);
            follow(made);
          }
          settled.accept(problem(outcome));
        });
  }

  void delete(Backup backup, Consumer<@Nullable Problem> settled) {
    work.write(
        Messages.text("backups.job.delete", backup.name()),
        _ -> {
          port.delete(backup.arn());
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Done<Boolean>) {
            backups.removeIf(one -> one.arn().equals(backup.arn()));
          }
          settled.accept(problem(outcome));
        });
  }

  void describe(Backup backup, Consumer<Outcome<BackupDetails>> settled) {
    work.read(
        Messages.text("backups.job.describe", backup.name()),
        _ -> port.describe(backup.arn()),
        settled);
  }

  /// Lets go of what is being read; a backup that is being made is made all the same.
  void close() {
    reading.abandon();
  }

  private void follow(Backup creating) {
    if (!followed.add(creating.arn())) {
      return;
    }
    work.read(
        Messages.text("backups.job.follow", creating.name()),
        _ -> {
          BackupDetails details = port.describe(creating.arn());
          while (details.backup().status() == Backup.Status.CREATING) {
            Thread.sleep(every);
            details = port.describe(creating.arn());
          }
          return details.backup();
        },
        (Outcome<Backup> outcome) -> {
          followed.remove(creating.arn());
          switch (outcome) {
            case Outcome.Done<Backup>(Backup ready) -> put(ready);
            case Outcome.Failed<Backup>(Problem failure)
                when failure.kind() == Problem.Kind.NOT_FOUND ->
                backups.removeIf(one -> one.arn().equals(creating.arn()));
            case Outcome.Failed<Backup>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<Backup> _ -> {}
          }
        });
  }

  private void put(Backup backup) {
    for (int i = 0; i < backups.size(); i++) {
      if (backups.get(i).arn().equals(backup.arn())) {
        backups.set(i, backup);
        return;
      }
    }
    List<Backup> all = new ArrayList<>(backups);
    all.addFirst(backup);
    backups.setAll(all);
  }

  private static @Nullable Problem problem(Outcome<?> outcome) {
    return outcome instanceof Outcome.Failed<?>(Problem failure) ? failure : null;
  }
}
