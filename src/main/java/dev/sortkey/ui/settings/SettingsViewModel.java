package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.table.SettingsChange;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.table.TableSettings;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Reads a table's settings, holds what the person types, and says what applying it would do.
final class SettingsViewModel {
  private final Desk desk;
  private final String table;
  private final Duration every;
  private final Slot slot;
  private final SettingsForm form = new SettingsForm(this::typed);
  private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private @Nullable ApplyViewModel applying;
  private @Nullable TableSettings wanted;

  /// @param every how often a change under way is asked for
  SettingsViewModel(Desk desk, String table, Duration every) {
    this.desk = desk;
    this.table = table;
    this.every = every;
    this.slot = desk.work().slot();
  }

  String table() {
    return table;
  }

  SettingsForm form() {
    return form;
  }

  /// As last read, or null.
  ReadOnlyObjectProperty<@Nullable Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /// Grows with each edit and each reading.
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /// A word on what happened last, or empty.
  ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// DynamoDB Local takes these settings and forgets them.
  boolean sandbox() {
    return desk.session().connection().kind() == Connection.Kind.SANDBOX;
  }

  /// Reads all settings anew; what is typed stays, over what came.
  void read() {
    read(_ -> {});
  }

  private void read(Consumer<Reading> then) {
    TableAdmin admin = desk.session().admin();
    slot.read(
        Messages.text("settings.reading", table),
        _ -> Reading.of(admin, table),
        (Outcome<Reading> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Reading>(Reading now) -> {
              problem.set(null);
              take(now);
              then.accept(now);
            }
            case Outcome.Failed<Reading>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<Reading> _ -> {}
          }
        });
  }

  private void take(Reading now) {
    Reading before = reading.get();
    TableSettings mine = before == null ? null : form.settings(before.settings());
    reading.set(now);
    desk.tables().put(now.details().schema());
    form.fill(
        mine == null || before == null
            ? now.settings()
            : mine.over(before.settings(), now.settings()));
    typed();
  }

  void discard() {
    Reading now = reading.get();
    if (now != null) {
      form.fill(now.settings());
      typed();
    }
  }

  private void typed() {
    edited.set(!change().none());
    revision.set(revision.get() + 1);
  }

  /// From what was read to what is typed.
  SettingsChange change() {
    Reading now = reading.get();
    if (now == null) {
      throw new IllegalStateException("nothing was read yet");
    }
    return new SettingsChange(now.settings(), form.settings(now.settings()));
  }

  List<Flaw> flaws() {
    Reading now = reading.get();
    return now == null || !edited.get() ? List.of() : change().flaws(now.details().schema());
  }

  /// Reads the table once more, since someone may have changed it meanwhile, and then shows what
  /// would be done.
  void review(Consumer<ApplyViewModel> show) {
    if (applying != null && applying.busyProperty().get()) {
      show.accept(applying);
      return;
    }
    if (!edited.get() || !flaws().isEmpty() || slot.busy()) {
      return;
    }
    TableSettings before = change().before();
    read(now -> {
      SettingsChange change = change();
      if (!change.none() && flaws().isEmpty()) {
        boolean moved = !new SettingsChange(before, now.settings()).lines().isEmpty();
        notice.set(moved ? Messages.text("settings.moved") : "");
        wanted = change.after();
        applying =
            new ApplyViewModel(
                desk,
                now.details().schema(),
                change,
                now.keys().or(List.of()),
                every,
                moved,
                this::applied);
        show.accept(applying);
      }
    });
  }

  /// Settings that the endpoint took and does not show are named: AWS may take some seconds, and
  /// other endpoints may ignore them.
  private void applied(boolean whole) {
    TableSettings asked = wanted;
    read(now -> {
      if (asked == null || !whole) {
        return;
      }
      List<SettingsChange.Line> missing = new SettingsChange(now.settings(), asked).lines();
      form.fill(now.settings());
      typed();
      notice.set(
          missing.isEmpty()
              ? ""
              : Messages.text(
                  "settings.not-shown",
                  missing.stream()
                      .map(SettingsChange.Line::setting)
                      .collect(Collectors.joining(", "))));
    });
  }

  void close() {
    slot.abandon();
  }
}
