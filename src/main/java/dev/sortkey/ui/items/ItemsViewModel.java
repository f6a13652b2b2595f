package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The items of one table: whether the table can be read, what is asked of it, and what came back.
final class ItemsViewModel {
  /// Whether there is a table to read.
  enum Presence {
    /// Not described yet.
    UNKNOWN,
    /// Being created or changed; it cannot be read yet.
    WAITING,
    READY,
    /// It was there and is no more.
    GONE
  }

  private static final int WAIT_MILLIS = 1_000;

  private final String name;
  private final Session session;
  private final Tables tables;
  private final Slot describing;
  private final ResultsViewModel results;
  private final RowsViewModel rows;
  private final ColumnsViewModel columns = new ColumnsViewModel();
  private final ReadOnlyObjectWrapper<@Nullable TableSchema> table = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Presence> presence =
      new ReadOnlyObjectWrapper<>(Presence.UNKNOWN);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable QueryViewModel> query =
      new ReadOnlyObjectWrapper<>();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Tables.Entry> entries;
  private final ListChangeListener<Tables.Entry> listener = _ -> tablesChanged();

  ItemsViewModel(String name, Session session, Tables tables, Work work) {
    this.name = name;
    this.session = session;
    this.tables = tables;
    this.describing = work.slot();
    this.results = new ResultsViewModel(work, session.reader());
    this.rows = new RowsViewModel(work, results);
    results.problemProperty().addListener((_, _, now) -> failed(now));
    rows.onStore(this::takeColumns);
    this.entries = tables.entries();
    entries.addListener(listener);
  }

  /// Looks at the table and, where that is cheap and harmless, reads its first items.
  void open() {
    Optional<TableSchema> known = tables.schema(name);
    if (known.isPresent()) {
      described(known.get());
    } else {
      refreshTable();
    }
  }

  String name() {
    return name;
  }

  ReadOnlyObjectProperty<@Nullable TableSchema> tableProperty() {
    return table.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Presence> presenceProperty() {
    return presence.getReadOnlyProperty();
  }

  /// What went wrong with the table or the last read, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Null until the table is described.
  ReadOnlyObjectProperty<@Nullable QueryViewModel> queryProperty() {
    return query.getReadOnlyProperty();
  }

  ResultsViewModel results() {
    return results;
  }

  RowsViewModel rows() {
    return rows;
  }

  ColumnsViewModel columns() {
    return columns;
  }

  /// Runs the query as typed, or shows what is wrong with it.
  void run() {
    QueryViewModel asked = query.get();
    if (asked != null && presence.get() == Presence.READY) {
      asked.check().ifPresent(results::run);
    }
  }

  /// Reads again what is shown, and the table's figures.
  void refresh() {
    refreshTable();
    ReadPlan shown = results.plan();
    if (presence.get() == Presence.READY) {
      if (shown == null) {
        run();
      } else {
        results.run(shown);
      }
    }
  }

  /// Does again what failed.
  void retry() {
    if (table.get() == null || presence.get() == Presence.WAITING) {
      refreshTable();
    } else {
      results.retry();
    }
  }

  /// The attributes known so far, with their types: from the schema and from the loaded rows.
  List<NameField.Suggestion> knownAttributes() {
    Map<String, NameField.Suggestion> known = new LinkedHashMap<>();
    rows.store()
        .columns()
        .all()
        .forEach(column ->
            known.put(column.name(), new NameField.Suggestion(column.name(), column.type())));
    TableSchema schema = table.get();
    if (schema != null) {
      schema.indexes().stream()
          .flatMap(index -> index.keys().all().stream())
          .forEach(key ->
              known.putIfAbsent(
                  key.name(), new NameField.Suggestion(key.name(), key.type().attrType())));
    }
    return List.copyOf(known.values());
  }

  /// Whether the rows shown may lack attributes of their items.
  boolean partial() {
    ReadPlan shown = results.plan();
    return shown != null && (shown.projection() != null || shown.index() != null);
  }

  void close() {
    entries.removeListener(listener);
    describing.abandon();
    results.close();
    rows.close();
  }

  private void refreshTable() {
    problem.set(null);
    tables.refresh(
        name,
        outcome -> {
          switch (outcome) {
            case Outcome.Done<TableSchema>(TableSchema schema) -> described(schema);
            case Outcome.Failed<TableSchema>(Problem failure)
                when failure.kind() == Problem.Kind.NOT_FOUND ->
                gone();
            case Outcome.Failed<TableSchema>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<TableSchema> _ -> {}
          }
        });
  }

  private void tablesChanged() {
    Optional<TableSchema> now = tables.schema(name);
    if (now.isPresent() && !now.get().equals(table.get())) {
      described(now.get());
    } else if (table.get() != null
        && tables.loadedProperty().get()
        && entries.stream().noneMatch(entry -> entry.name().equals(name))) {
      gone();
    }
  }

  private void described(TableSchema schema) {
    table.set(schema);
    QueryViewModel asked = query.get();
    if (asked == null) {
      query.set(new QueryViewModel(schema));
    } else {
      asked.setTable(schema);
    }
    Presence before = presence.get();
    if (schema.active() || schema.status().equals("UPDATING")) {
      presence.set(Presence.READY);
      if (before != Presence.READY) {
        problem.set(null);
        preview();
      }
    } else {
      presence.set(Presence.WAITING);
      await();
    }
  }

  /// The console's autopreview: the first items without being asked, but never in production.
  private void preview() {
    takeColumns();
    if (session.connection().environment() != Environment.PRODUCTION && results.plan() == null) {
      run();
    }
  }

  /// Describes the table again and again until it can be read or is gone.
  private void await() {
    if (describing.busy()) {
      return;
    }
    describing.read(
        Messages.text("items.awaiting", name),
        progress -> {
          TableSchema now = session.tables().describe(name);
          while (!now.active() && !progress.cancelled()) {
            TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
            now = session.tables().describe(name);
          }
          return now;
        },
        (Outcome<TableSchema> outcome) -> {
          switch (outcome) {
            case Outcome.Done<TableSchema>(TableSchema schema) -> {
              tables.put(schema);
              described(schema);
            }
            case Outcome.Failed<TableSchema>(Problem failure)
                when failure.kind() == Problem.Kind.NOT_FOUND -> {
              tables.remove(name);
              gone();
            }
            case Outcome.Failed<TableSchema>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<TableSchema> _ -> {}
          }
        });
  }

  private void gone() {
    presence.set(Presence.GONE);
    results.cancel();
    problem.set(
        Problem.of(
            Problem.Kind.NOT_FOUND,
            Messages.text("items.gone.title", name),
            Messages.text("items.gone.detail"),
            Problem.Remedy.REFRESH_TABLES));
  }

  private void failed(@Nullable Problem now) {
    if (presence.get() == Presence.GONE) {
      return;
    }
    problem.set(now);
    if (now != null && now.kind() == Problem.Kind.NOT_FOUND) {
      refreshTable();
    }
  }

  private void takeColumns() {
    TableSchema schema = table.get();
    if (schema != null) {
      ReadPlan shown = results.plan();
      Index read =
          shown == null || shown.index() == null ? null : schema.index(shown.index()).orElse(null);
      Columns seen = rows.store().columns();
      columns.take(schema, read, seen);
    }
  }
}
