package dev.sortkey.ui.indexes;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The indexes of one table, and what is done to them: each change is followed until DynamoDB has
/// finished it, also when the page is closed meanwhile.
final class IndexesViewModel {
  private final TableAdmin admin;
  private final Tables tables;
  private final Work work;
  private final String table;
  private final Duration every;
  private final Slot watching;
  private final ReadOnlyObjectWrapper<@Nullable TableSchema> schema = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Tables.Entry> entries;
  private final ListChangeListener<Tables.Entry> listener = _ -> take();

  /// @param every how often a table that changes is asked for its state
  IndexesViewModel(TableAdmin admin, Tables tables, Work work, String table, Duration every) {
    this.admin = admin;
    this.tables = tables;
    this.work = work;
    this.table = table;
    this.every = every;
    this.watching = work.slot();
    this.entries = tables.entries();
    entries.addListener(listener);
    take();
  }

  String table() {
    return table;
  }

  /// The table as last described, or null.
  ReadOnlyObjectProperty<@Nullable TableSchema> schemaProperty() {
    return schema.getReadOnlyProperty();
  }

  /// True while a change asked for here is being followed.
  ReadOnlyBooleanProperty changingProperty() {
    return changing.getReadOnlyProperty();
  }

  /// Why the indexes could not be read or followed, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// By name; DynamoDB has them in no order.
  List<Index> indexes(Index.Kind kind) {
    TableSchema now = schema.get();
    return now == null
        ? List.of()
        : now.indexes().stream()
            .filter(index -> index.kind() == kind)
            .sorted(Comparator.comparing(Index::name))
            .toList();
  }

  /// Why no index can be created or deleted now, or empty: DynamoDB changes one index of a table at
  /// a time (API Reference, UpdateTable).
  Optional<String> waiting() {
    TableSchema now = schema.get();
    if (now == null) {
      return Optional.of(Messages.text("indexes.wait.unread"));
    }
    Optional<Index> moving =
        indexes(Index.Kind.GSI).stream()
            .filter(index -> !index.status().equals(TableSchema.ACTIVE))
            .findFirst();
    return moving
        .map(index -> Messages.text("indexes.wait.index", index.name()))
        .or(() ->
            now.active() ? Optional.empty() : Optional.of(Messages.text("indexes.wait.table")));
  }

  /// Whether DynamoDB would take the deletion of this index now. One that is created can be deleted
  /// while it is being filled, and not before (API Reference, GlobalSecondaryIndexDescription).
  boolean deletable(Index index) {
    return index.status().equals("CREATING") && index.backfilling() || waiting().isEmpty();
  }

  /// How much of the table an index that is being filled holds, in percent, as far as DynamoDB
  /// tells.
  OptionalInt filled(Index index) {
    TableSchema now = schema.get();
    if (now == null || !index.backfilling() || index.itemCount() == 0 || now.itemCount() == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) Math.min(99, 100 * index.itemCount() / now.itemCount()));
  }

  /// Describes the table anew, and follows it while it changes.
  void refresh() {
    problem.set(null);
    watching.read(
        Messages.text("indexes.job.read", table),
        progress -> admin.follow(table, every, progress, this::tell),
        (Outcome<TableDetails> outcome) -> {
          if (outcome instanceof Outcome.Failed<TableDetails>(Problem failure)) {
            problem.set(failure);
          }
        });
  }

  /// @param settled told once DynamoDB has taken the change or refused it, not once it is done
  void create(IndexDraft index, Consumer<Optional<Problem>> settled) {
    change(
        Messages.text("indexes.job.create", index.name(), table),
        new TableUpdate.CreateIndex(index),
        index.name(),
        settled);
  }

  void delete(String index, Consumer<Optional<Problem>> settled) {
    change(
        Messages.text("indexes.job.delete", index, table),
        new TableUpdate.DeleteIndex(index),
        index,
        settled);
  }

  void provision(String index, Capacity.Provisioned units, Consumer<Optional<Problem>> settled) {
    var changed = new LinkedHashMap<String, Capacity>();
    changed.put(index, units);
    change(
        Messages.text("indexes.job.provision", index, table),
        new TableUpdate.Units(null, changed),
        index,
        settled);
  }

  private void change(
      String title, TableUpdate update, String index, Consumer<Optional<Problem>> settled) {
    changing.set(true);
    var told = new Told(settled);
    work.write(
        title,
        progress -> {
          tell(admin.update(table, update));
          work.onFx(() -> told.settle(Optional.empty()));
          return admin.follow(table, every, progress, now -> followed(now, index, progress));
        },
        (Outcome<TableDetails> outcome) -> {
          changing.set(false);
          switch (outcome) {
            case Outcome.Failed<TableDetails>(Problem failure) -> {
              if (!told.settle(Optional.of(failure))) {
                problem.set(failure);
              }
            }
            case Outcome.Done<TableDetails> _, Outcome.Cancelled<TableDetails> _ ->
                told.settle(Optional.empty());
          }
        });
  }

  /// Tells once.
  private static final class Told {
    private @Nullable Consumer<Optional<Problem>> to;

    private Told(Consumer<Optional<Problem>> to) {
      this.to = to;
    }

    private boolean settle(Optional<Problem> how) {
      Consumer<Optional<Problem>> now = to;
      to = null;
      if (now != null) {
        now.accept(how);
      }
      return now != null;
    }
  }

  private void followed(TableDetails now, String name, Progress progress) {
    tell(now);
    now.schema()
        .index(name)
        .filter(Index::backfilling)
        .ifPresent(
            index -> progress.report(index.itemCount(), Math.max(1, now.schema().itemCount())));
  }

  private void tell(TableDetails now) {
    work.onFx(() -> tables.put(now.schema()));
  }

  private void take() {
    schema.set(tables.schema(table).orElse(null));
  }

  /// Ends the watching; a change under way is followed on, in the activity list.
  void close() {
    watching.abandon();
    entries.removeListener(listener);
  }
}
