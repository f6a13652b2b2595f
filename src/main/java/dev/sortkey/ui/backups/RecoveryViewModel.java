package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.Backups;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A table's point-in-time recovery: its state, its period, and the time that is chosen in it.
final class RecoveryViewModel {
  private final Backups port;
  private final Work work;
  private final String table;
  private final Slot slot;
  private final ReadOnlyObjectWrapper<@Nullable Recovery> recovery = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Instant> chosen = new SimpleObjectProperty<>();

  RecoveryViewModel(Backups port, Work work, String table) {
    this.port = port;
    this.work = work;
    this.table = table;
    this.slot = work.slot();
  }

  String table() {
    return table;
  }

  /// Null until it was read.
  ReadOnlyObjectProperty<@Nullable Recovery> recoveryProperty() {
    return recovery.getReadOnlyProperty();
  }

  /// Why it could not be read, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The second to restore to, or null for the latest.
  ObjectProperty<@Nullable Instant> chosenProperty() {
    return chosen;
  }

  /// Chooses a second, the nearest there is.
  void choose(Instant time) {
    Recovery now = recovery.get();
    if (now == null || now.earliest() == null || now.latest() == null) {
      return;
    }
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    if (second.isBefore(now.earliest())) {
      // the first whole second within
      Instant first = now.earliest().truncatedTo(ChronoUnit.SECONDS);
      chosen.set(first.isBefore(now.earliest()) ? first.plusSeconds(1) : first);
    } else {
      chosen.set(
          second.isAfter(now.latest()) ? now.latest().truncatedTo(ChronoUnit.SECONDS) : second);
    }
  }

  void reload() {
    slot.read(
        Messages.text("backups.job.recovery", table), _ -> port.recovery(table), this::settled);
  }

  /// Switches it on or changes its period; null days switch it off.
  ///
  /// @param told the problem, or null when it is done
  void set(@Nullable Integer days, Consumer<@Nullable Problem> told) {
    work.write(
        Messages.text(days == null ? "backups.job.disable" : "backups.job.enable", table),
        _ -> port.setRecovery(table, days != null, days == null ? 0 : days),
        (Outcome<Recovery> outcome) -> {
          if (outcome instanceof Outcome.Done<Recovery>) {
            slot.abandon();
            settled(outcome);
          }
          told.accept(outcome instanceof Outcome.Failed<?>(Problem failure) ? failure : null);
        });
  }

  void close() {
    slot.abandon();
  }

  private void settled(Outcome<Recovery> outcome) {
    switch (outcome) {
      case Outcome.Done<Recovery>(Recovery read) -> {
        problem.set(null);
        recovery.set(read);
        Instant time = chosen.get();
        if (!read.usable()) {
          chosen.set(null);
        } else if (time != null) {
          choose(time);
        }
      }
      case Outcome.Failed<Recovery>(Problem failure) -> problem.set(failure);
      case Outcome.Cancelled<Recovery> _ -> {}
    }
  }
}
