package dev.sortkey.ui.purge;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.purge.Dropped;
import dev.sortkey.core.purge.Emptying;
import dev.sortkey.core.purge.PurgeEstimate;
import dev.sortkey.core.purge.PurgeWay;
import dev.sortkey.core.purge.Rebuild;
import dev.sortkey.core.purge.Rebuilding;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Which of the two ways empties a table, what each would cost, and the run under way.
final class PurgeViewModel {
  private static final double USUAL_RATE = 25;

  /// What was read of the table.
  record Facts(TableSchema table, PurgeEstimate estimate, Rebuild rebuild) {}

  private final Desk desk;
  private final String table;
  private final Duration every;
  private final Slot reading;
  private final Slot running;
  private final ObjectProperty<PurgeWay> way = new SimpleObjectProperty<>(PurgeWay.EACH);
  private final StringProperty rate = new SimpleStringProperty("25");
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Facts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Emptying.@Nullable Standing> emptying =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RebuildViewModel> rebuild =
      new ReadOnlyObjectWrapper<>();
  private @Nullable Emptying run;

  PurgeViewModel(Desk desk, String table, Duration every) {
    this.desk = desk;
    this.table = table;
    this.every = every;
    reading = desk.work().slot();
    running = desk.work().slot();
    read();
  }

  String table() {
    return table;
  }

  ObjectProperty<PurgeWay> wayProperty() {
    return way;
  }

  /// Write units a second.
  StringProperty rateProperty() {
    return rate;
  }

  /// What was typed to confirm.
  StringProperty typedProperty() {
    return typed;
  }

  /// Null until they are read.
  ReadOnlyObjectProperty<@Nullable Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty readingProperty() {
    return reading.busyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.busyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// How far the deletion of each item is, or null before.
  ReadOnlyObjectProperty<Emptying.@Nullable Standing> emptyingProperty() {
    return emptying.getReadOnlyProperty();
  }

  /// The drop and creation, or null before.
  ReadOnlyObjectProperty<@Nullable RebuildViewModel> rebuildProperty() {
    return rebuild.getReadOnlyProperty();
  }

  /// Whether the deletion of each item has begun.
  boolean begun() {
    return run != null;
  }

  PurgeWay cheaper(Facts known) {
    return PurgeWay.cheaper(known.estimate(), unitsPerSecond(), known.rebuild().possible());
  }

  /// Whether the name is typed exactly and the way that is taken can be gone.
  boolean ready() {
    Facts known = facts.get();
    return known != null
        && !reading.busy()
        && typed.get().equals(table)
        && (way.get() == PurgeWay.EACH ? rateFits() : known.rebuild().possible());
  }

  boolean rateFits() {
    return parsedRate() > 0;
  }

  double unitsPerSecond() {
    double units = parsedRate();
    return units > 0 ? units : USUAL_RATE;
  }

  private double parsedRate() {
    try {
      double units = Double.parseDouble(rate.get().strip());
      return Double.isFinite(units) ? units : -1;
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /// Asks for the table's description and settings.
  void read() {
    problem.set(null);
    reading.read(
        Messages.text("purge.reading", table),
        _ -> {
          TableSchema schema = desk.session().tables().describe(table);
          return new Facts(schema, PurgeEstimate.of(schema), Rebuild.read(desk.session(), table));
        },
        (Outcome<Facts> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Facts>(Facts known) -> {
              facts.set(known);
              way.set(cheaper(known));
            }
            case Outcome.Failed<Facts>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<Facts> _ -> {}
          }
        });
  }

  void confirm() {
    Facts known = facts.get();
    if (known == null || !ready() || desk.refusesWrite()) {
      return;
    }
    switch (way.get()) {
      case EACH -> {
        run = emptying(known.table());
        empty();
      }
      case ANEW -> anew(known.rebuild());
    }
  }

  /// Deletes on, after a pause or a problem.
  void empty() {
    Emptying going = run;
    if (going == null || running.busy() || desk.refusesWrite()) {
      return;
    }
    problem.set(null);
    running.write(
        Messages.text("purge.each.job", table),
        progress -> going.run(progress, far -> desk.work().onFx(() -> emptying.set(far))),
        (Outcome<Emptying.Standing> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Emptying.Standing>(Emptying.Standing end) -> {
              emptying.set(end);
              problem.set(end.problem());
            }
            case Outcome.Failed<Emptying.Standing>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<Emptying.Standing> _ -> {}
          }
          desk.tables().refresh(table, _ -> desk.tables().emptied(table));
        });
  }

  /// Stops after the batch under way; what is deleted stays deleted.
  void pause() {
    running.cancel();
  }

  /// Ends the reading; a run under way goes on, as the activity list shows.
  void close() {
    reading.abandon();
  }

  private Emptying emptying(TableSchema schema) {
    TableChanges changes = desk.changes().of(table);
    double units = unitsPerSecond();
    return new Emptying(pass ->
        Emptying.pass(
            pass, desk.session(), schema, batch -> changes.writeNow(schema, batch), units));
  }

  private void anew(Rebuild seen) {
    var dropped =
        new Dropped(desk.session().connection().id(), seen.original(), seen.draft(), Instant.now());
    var model =
        new RebuildViewModel(
            desk, new Rebuilding(desk.session(), desk.store().dropped(), dropped, seen, every));
    rebuild.set(model);
    model.run();
  }
}
