package dev.sortkey.ui.items;

import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.moments.DateForm;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.Observed;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

  /// How many rows are looked into for names and forms.
  private static final int SEEN = 50;

  private final String name;
  private final Session session;
  private final Tables tables;
  private final Slot describing;
  private final ResultsViewModel results;
  private final RowsViewModel rows;
  private final RunNotes runs;
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

  private final ReadOnlyObjectWrapper<Way.@Nullable Usable> asking = new ReadOnlyObjectWrapper<>();
  private final ReadLimit limit;
  private Observed beginning = Observed.none();
  private List<Item> seen = List.of();
  private @Nullable Runnable waiting;
  private final Runnable emptying;

  ItemsViewModel(String name, Session session, Tables tables, Work work, ReadLimit limit) {
    this.name = name;
    this.limit = limit;
    this.session = session;
    this.tables = tables;
    this.describing = work.slot();
    this.results = new ResultsViewModel(work, session.reader());
    this.rows = new RowsViewModel(work, results);
    results.problemProperty().addListener((_, _, now) -> failed(now));
    rows.onStore(this::takeColumns);
    rows.paths(columns::path);
    results.stateProperty().addListener((_, _, _) -> observe());
    this.runs = new RunNotes(name, session.connection().name(), results);
    this.entries = tables.entries();
    entries.addListener(listener);
    this.emptying = tables.onEmptied(this::emptied);
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

  /// Runs the query as typed, or shows what is wrong with it; asks first when it may cost more than
  /// the limit.
  void run() {
    QueryViewModel asked = query.get();
    asking.set(null);
    if (asked != null && presence.get() == Presence.READY) {
      asked
          .checked()
          .ifPresent(way -> {
            if (limit.asks(way)) {
              asking.set(way);
            } else {
              start(way);
            }
          });
    }
  }

  private void start(Way.Usable way) {
    QueryViewModel asked = query.get();
    if (asked != null) {
      runs.began(asked.spec(), way);
      results.run(way.plan(), way.cost());
    }
  }

  /// Called with each run of the person's that has ended.
  void onRan(Consumer<RunRecord> listener) {
    runs.onRan(listener);
  }

  /// Puts a query into the builder, now or as soon as the table is known, and runs it if asked.
  void ask(QuerySpec spec, boolean runs) {
    QueryViewModel asked = query.get();
    if (asked == null || presence.get() != Presence.READY) {
      waiting = () -> ask(spec, runs);
      return;
    }
    waiting = null;
    asked.take(spec);
    if (runs) {
      run();
    }
  }

  /// The way that waits for the person's word, since it may cost a lot; or null.
  ReadOnlyObjectProperty<Way.@Nullable Usable> askingProperty() {
    return asking.getReadOnlyProperty();
  }

  void runAnyway() {
    Way.Usable way = asking.get();
    asking.set(null);
    if (way != null) {
      start(way);
    }
  }

  void dropAsked() {
    asking.set(null);
  }

  ReadLimit limit() {
    return limit;
  }

  /// The form in which the rows hold moments in an attribute.
  Optional<DateForm> usualForm(String attribute) {
    try {
      AttrPath path = AttrPath.parse(attribute.strip());
      return DateForm.of(
          seen.stream().map(item -> item.get(path)).filter(value -> value != null).toList());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
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

  /// The attributes known so far, with their types: from the schema and from the loaded rows, and
  /// what is nested in them.
  List<NameField.Suggestion> knownAttributes() {
    Map<String, NameField.Suggestion> known = new LinkedHashMap<>();
    rows.store()
        .columns()
        .all()
        .forEach(column -> {
          String name = AttrPath.of(column.name()).toString();
          known.put(name, new NameField.Suggestion(name, column.type()));
        });
    TableSchema schema = table.get();
    if (schema != null) {
      schema.indexes().stream()
          .flatMap(index -> index.keys().all().stream())
          .forEach(key ->
              known.putIfAbsent(
                  key.name(), new NameField.Suggestion(key.name(), key.type().attrType())));
    }
    seen.forEach(item -> NestedNames.of(item).forEach(one -> known.putIfAbsent(one.name(), one)));
    return List.copyOf(known.values());
  }

  /// Whether the rows shown may lack attributes of their items.
  boolean partial() {
    ReadPlan shown = results.plan();
    if (shown == null) {
      return false;
    }
    ReadPlan.Fetch fetch = shown.fetch();
    return fetch == null
        ? shown.projection() != null || shown.index() != null && !holdsAll(shown.index())
        : fetch.request().projection() != null;
  }

  /// Whether an index holds all attributes of its items.
  private boolean holdsAll(String index) {
    TableSchema schema = table.get();
    return schema != null
        && schema
            .index(index)
            .filter(known -> known.projection().kind() == Projection.Kind.ALL)
            .isPresent();
  }

  /// Reads again what is shown, when its items were deleted elsewhere.
  private void emptied(String which) {
    if (which.equals(name) && results.plan() != null) {
      refresh();
    }
  }

  void close() {
    entries.removeListener(listener);
    emptying.run();
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
    Runnable asked = waiting;
    if (asked != null) {
      asked.run();
    } else if (session.connection().environment() != Environment.PRODUCTION
        && results.plan() == null) {
      QueryViewModel empty = query.get();
      if (empty != null) {
        empty.checked().ifPresent(way -> results.run(way.plan(), way.cost()));
      }
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
      tables.saw(name, seen.all().stream().map(Columns.Column::name).toList());
    }
    look(results.plan());
  }

  /// Keeps some rows for the forms of their values, and the beginning of the table when that was
  /// read, for estimates.
  private void look(@Nullable ReadPlan shown) {
    RowStore store = rows.store();
    if (shown == null || store.size() == 0) {
      return;
    }
    seen = first(store, SEEN);
    columns.look(seen);
    if (shown.operation() == ReadPlan.Operation.SCAN
        && shown.index() == null
        && shown.projection() == null
        && !shown.drops()) {
      beginning = Observed.none().withSample(first(store, Observed.MOST));
      observe();
    }
  }

  private static List<Item> first(RowStore store, int most) {
    return IntStream.range(0, Math.min(store.size(), most)).mapToObj(store::get).toList();
  }

  /// Tells the planner what was seen, and how quickly it came.
  private void observe() {
    QueryViewModel asked = query.get();
    ReadState state = results.stateProperty().get();
    if (asked != null && state.readUnits() > 0) {
      asked.observe(beginning.plus(state.readUnits(), state.time()));
    }
  }
}
