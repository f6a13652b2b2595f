package dev.sortkey.ui.overview;

import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TimeToLive;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Task;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What there is to know of one table. Each part is asked for by itself, so that one that the
/// endpoint does not offer leaves the others.
final class OverviewViewModel {
  private final Session session;
  private final Tables tables;
  private final String table;
  private final Slot describing;
  private final Slot expiring;
  private final Slot recovering;
  private final ReadOnlyObjectWrapper<@Nullable TableSchema> schema = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Told<TableDetails>> details =
      new ReadOnlyObjectWrapper<>(new Told.Nothing<>());
  private final ReadOnlyObjectWrapper<Told<TimeToLive>> timeToLive =
      new ReadOnlyObjectWrapper<>(new Told.Nothing<>());
  private final ReadOnlyObjectWrapper<Told<Recovery>> recovery =
      new ReadOnlyObjectWrapper<>(new Told.Nothing<>());
  private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Tables.Entry> entries;
  private final ListChangeListener<Tables.Entry> listener = _ -> take();

  OverviewViewModel(Session session, Tables tables, Work work, String table) {
    this.session = session;
    this.tables = tables;
    this.table = table;
    this.describing = work.slot();
    this.expiring = work.slot();
    this.recovering = work.slot();
    this.entries = tables.entries();
    entries.addListener(listener);
    Stream.of(schema, details, timeToLive, recovery)
        .forEach(part -> part.addListener((_, _, _) -> tell()));
    take();
  }

  String table() {
    return table;
  }

  /// The table as last described, or null.
  ReadOnlyObjectProperty<@Nullable TableSchema> schemaProperty() {
    return schema.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<Fact>> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// Why the table could not be described, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void refresh() {
    problem.set(null);
    ask(describing, details, _ -> session.admin().details(table));
    ask(expiring, timeToLive, _ -> session.admin().timeToLive(table));
    ask(recovering, recovery, _ -> session.backups().recovery(table));
  }

  private <T> void ask(Slot slot, ReadOnlyObjectWrapper<Told<T>> into, Task<T> question) {
    slot.read(
        Messages.text("overview.job", table),
        question,
        (Outcome<T> outcome) -> {
          switch (outcome) {
            case Outcome.Done<T>(T value) -> {
              into.set(new Told.Value<>(value));
              if (value instanceof TableDetails described) {
                tables.put(described.schema());
              }
            }
            case Outcome.Failed<T>(Problem failure) -> {
              into.set(new Told.Refused<>(failure));
              if (slot == describing) {
                problem.set(failure);
              }
            }
            case Outcome.Cancelled<T> _ -> {}
          }
        });
  }

  private void take() {
    schema.set(tables.schema(table).orElse(null));
  }

  private void tell() {
    TableSchema now = schema.get();
    facts.set(
        now == null
            ? List.of()
            : new Facts(now, details.get(), timeToLive.get(), recovery.get()).all());
  }

  void close() {
    entries.removeListener(listener);
    Stream.of(describing, expiring, recovering).forEach(Slot::abandon);
  }
}
