package dev.sortkey.ui.snapshots;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.snapshot.Comparing;
import dev.sortkey.core.snapshot.ItemSource;
import dev.sortkey.core.snapshot.KeyGuess;
import dev.sortkey.core.snapshot.RestoreReport;
import dev.sortkey.core.snapshot.Restoring;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.snapshot.SnapshotItems;
import dev.sortkey.core.snapshot.SnapshotTaking;
import dev.sortkey.core.snapshot.Snapshots;
import dev.sortkey.core.snapshot.TableItems;
import dev.sortkey.core.snapshot.Verifying;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.snapshots.SnapshotRow.Doing;
import dev.sortkey.ui.snapshots.SnapshotRow.Running;
import dev.sortkey.ui.work.Job;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Task;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The snapshots of one table, or all of them, and what is being done with each. Its jobs go on
/// when the page is closed.
public final class SnapshotsViewModel {
  private static final Duration ASK_EVERY = Duration.ofMillis(500);

  private final Desk desk;
  private final Snapshots snapshots;
  private final InstantSource clock;
  private final @Nullable String table;
  private final Slot listing;
  private final Lanes lanes;
  private final Map<Object, Running> running = new LinkedHashMap<>();
  private final Map<String, String> taking = new LinkedHashMap<>();
  private final ObservableList<SnapshotRow> rows = FXCollections.observableArrayList();
  private final ObservableList<Snapshots.Leftover> leftovers = FXCollections.observableArrayList();
  private final ObservableList<String> faults = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Finding> finding = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private List<Snapshot> listed = List.of();
  private boolean closed;

  /// @param table null for those of all tables
  SnapshotsViewModel(Desk desk, InstantSource clock, @Nullable String table) {
    this.desk = desk;
    this.snapshots = desk.store().snapshots();
    this.clock = clock;
    this.table = table;
    Work work = desk.work();
    this.listing = work.slot();
    this.lanes = work::forEach;
  }

  @Nullable String table() {
    return table;
  }

  Path folder() {
    return snapshots.folder();
  }

  /// Those being taken, then the others, newest first.
  ObservableList<SnapshotRow> rows() {
    return rows;
  }

  /// What snapshots that were broken off have left.
  ObservableList<Snapshots.Leftover> leftovers() {
    return leftovers;
  }

  /// Folders that look like snapshots and cannot be read.
  ObservableList<String> faults() {
    return faults;
  }

  /// What went wrong last, or null.
  ObjectProperty<@Nullable Problem> problemProperty() {
    return problem;
  }

  /// What the last comparison or restore has brought, or null.
  ObjectProperty<@Nullable Finding> findingProperty() {
    return finding;
  }

  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// All snapshots, also those of other tables.
  List<Snapshot> all() {
    return listed;
  }

  List<String> names() {
    return listed.stream().map(Snapshot::name).toList();
  }

  /// Reads the folder anew.
  void reload() {
    listing.read(
        Messages.text("snapshots.job.list"),
        _ -> snapshots.list(),
        (Outcome<Snapshots.Listing> outcome) -> {
          loaded.set(true);
          switch (outcome) {
            case Outcome.Done<Snapshots.Listing>(Snapshots.Listing found) -> {
              listed = found.snapshots();
              leftovers.setAll(found.leftovers());
              faults.setAll(found.faults());
              show();
            }
            case Outcome.Failed<Snapshots.Listing>(Problem failure) -> {
              if (problem.get() == null) { // what was done before is what the person asked for
                problem.set(failure);
              }
            }
            case Outcome.Cancelled<Snapshots.Listing> _ -> {}
          }
        });
  }

  void take(String of, String name, boolean consistent) {
    taking.put(name, of);
    run(
        name,
        Doing.TAKING,
        Messages.text("snapshots.job.take", of, name),
        progress ->
            new SnapshotTaking(desk.session(), snapshots, lanes, clock)
                .take(of, name, consistent, progress),
        (Outcome<Snapshot> outcome) -> {
          taking.remove(name);
          if (outcome instanceof Outcome.Done<Snapshot>(Snapshot taken)) {
            desk.workbench()
                .toast(
                    Messages.text("snapshots.taken-toast", taken.name(), taken.manifest().items()));
          } else if (outcome instanceof Outcome.Cancelled<Snapshot>) {
            desk.workbench().toast(Messages.text("snapshots.stopped", name));
          }
          reload();
        });
  }

  void verify(Snapshot snapshot) {
    run(
        snapshot.root(),
        Doing.VERIFYING,
        Messages.text("snapshots.job.verify", snapshot.name()),
        progress -> new Verifying(snapshots, clock).verify(snapshot, progress),
        (Outcome<Snapshot> outcome) -> {
          if (outcome instanceof Outcome.Done<Snapshot>(Snapshot checked)) {
            listed =
                listed.stream()
                    .map(each -> each.root().equals(checked.root()) ? checked : each)
                    .toList();
            show();
          }
        });
  }

  /// Those that are shown.
  void verifyAll() {
    rows.stream()
        .filter(row -> row.snapshot() != null && row.running() == null)
        .toList()
        .forEach(row -> verify(row.snapshot()));
  }

  void restore(Snapshot snapshot, TableDraft draft, boolean compare) {
    var restoring = new Restoring(desk.session(), snapshots, lanes, ASK_EVERY);
    Task<RestoreReport> task =
        progress ->
            restoring.restore(
                snapshot, draft, made -> desk.work().onFx(() -> desk.tables().put(made)), progress);
    start(
        snapshot.root(),
        Doing.RESTORING,
        settled ->
            desk.work()
                .write(
                    Messages.text("snapshots.job.restore", snapshot.name(), draft.name()),
                    task,
                    settled),
        (Outcome<RestoreReport> outcome) -> {
          if (outcome instanceof Outcome.Done<RestoreReport>(RestoreReport report)) {
            found(new Finding.Restored(snapshot.name(), report));
            if (compare && !report.cancelled() && report.ended() == null) {
              compareWithTable(snapshot, draft.name());
            }
          }
        });
  }

  void compareWithTable(Snapshot snapshot, String with) {
    compare(
        snapshot,
        with,
        keys -> {
          TableSchema schema = desk.session().tables().describe(with);
          return new Sides(
              keys == null ? schema.keys() : keys,
              new TableItems(desk.session().bulk(), schema, true));
        });
  }

  void compareTwo(Snapshot snapshot, Snapshot other) {
    compare(
        snapshot,
        other.name(),
        keys -> {
          var right = new SnapshotItems(snapshots, other);
          TableDraft draft = other.manifest().draft();
          if (keys == null && draft == null) {
            return new Sides(
                KeyGuess.of(right).orElseThrow(SnapshotsViewModel::keysUnknown), right);
          }
          return new Sides(keys == null ? draft.keys() : keys, right);
        });
  }

  private record Sides(KeySchema keys, ItemSource right) {}

  private interface Right {
    /// @param keys as the left snapshot knows them, or null
    Sides of(@Nullable KeySchema keys);
  }

  private void compare(Snapshot snapshot, String name, Right right) {
    TableDraft draft = snapshot.manifest().draft();
    run(
        snapshot.root(),
        Doing.COMPARING,
        Messages.text("snapshots.job.compare", snapshot.name(), name),
        progress -> {
          Sides sides = right.of(draft == null ? null : draft.keys());
          return new Finding.Compared(
              snapshot.name(),
              name,
              sides.keys(),
              new Comparing(
                      sides.keys(),
                      new SnapshotItems(snapshots, snapshot),
                      sides.right(),
                      lanes,
                      progress)
                  .run());
        },
        (Outcome<Finding.Compared> outcome) -> {
          if (outcome instanceof Outcome.Done<Finding.Compared>(Finding.Compared compared)) {
            found(compared);
          }
        });
  }

  private static ProblemException keysUnknown() {
    return new ProblemException(
        Problem.of(
            Problem.Kind.INVALID_REQUEST,
            Messages.text("snapshots.keys-unknown.title"),
            Messages.text("snapshots.keys-unknown.detail")));
  }

  /// The likely key of a snapshot that does not say its own; `then` gets null when there is none.
  void guessKeys(Snapshot snapshot, Consumer<@Nullable KeySchema> then) {
    desk.work()
        .read(
            Messages.text("snapshots.job.keys", snapshot.name()),
            _ -> KeyGuess.of(new SnapshotItems(snapshots, snapshot)),
            outcome ->
                then.accept(
                    outcome instanceof Outcome.Done<Optional<KeySchema>>(var keys)
                        ? keys.orElse(null)
                        : null));
  }

  void delete(Snapshot snapshot) {
    run(
        snapshot.root(),
        Doing.DELETING,
        Messages.text("snapshots.job.delete", snapshot.name()),
        _ -> {
          snapshots.delete(snapshot);
          return snapshot;
        },
        (Outcome<Snapshot> _) -> reload());
  }

  /// Removes all leftovers.
  void discard() {
    List<Snapshots.Leftover> all = List.copyOf(leftovers);
    aside(Messages.text("snapshots.job.discard"), () -> all.forEach(snapshots::discard));
  }

  /// Shows a folder elsewhere in the list.
  void add(Path folder) {
    aside(Messages.text("snapshots.job.open", folder.getFileName()), () -> snapshots.add(folder));
  }

  private void aside(String title, Runnable action) {
    desk.work()
        .read(
            title,
            _ -> {
              action.run();
              return true;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<Boolean>(Problem failure)) {
                problem.set(failure);
              }
              reload();
            });
  }

  void cancel(SnapshotRow row) {
    if (row.running() != null) {
      row.running().job().cancel();
    }
  }

  /// The list is no longer shown; what is under way goes on.
  void close() {
    closed = true;
    listing.abandon();
  }

  private void found(Finding result) {
    finding.set(result);
    if (closed) {
      desk.workbench().toast(result.sentence());
    }
  }

  private <T> void run(
      Object key, Doing doing, String title, Task<T> task, Consumer<Outcome<T>> then) {
    start(key, doing, settled -> desk.work().read(title, task, settled), then);
  }

  private interface Start<T> {
    Job with(Consumer<Outcome<T>> settled);
  }

  /// One thing at a time with each snapshot.
  private <T> void start(Object key, Doing doing, Start<T> start, Consumer<Outcome<T>> then) {
    if (running.containsKey(key)) {
      return;
    }
    problem.set(null);
    finding.set(null);
    boolean[] over = new boolean[1];
    Job job =
        start.with(outcome -> {
          over[0] = true;
          running.remove(key);
          show();
          if (outcome instanceof Outcome.Failed<T>(Problem failure)) {
            failed(failure);
          }
          then.accept(outcome);
        });
    if (!over[0]) {
      running.put(key, new Running(doing, job));
      show();
    }
  }

  private void failed(Problem failure) {
    if (closed) {
      desk.workbench().toast(failure);
    } else {
      problem.set(failure);
    }
  }

  private void show() {
    List<SnapshotRow> now = new ArrayList<>();
    taking.forEach((name, of) -> {
      if (running.containsKey(name) && (table == null || table.equals(of))) {
        now.add(new SnapshotRow(name, of, null, running.get(name)));
      }
    });
    for (Snapshot snapshot : listed) {
      String of = snapshot.manifest().table();
      if (table == null || table.equals(of) || !snapshot.owned()) {
        now.add(new SnapshotRow(snapshot.name(), of, snapshot, running.get(snapshot.root())));
      }
    }
    rows.setAll(now);
  }
}
