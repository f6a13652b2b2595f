package dev.sortkey.ui.workbench;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The tables of one connection: their names at once, their schemas as they come in.
public final class Tables {
  /// How many tables are described at a time.
  private static final int WIDTH = 16;

  /// One table; the schema is null until it is described, the problem null unless that failed.
  public record Entry(String name, @Nullable TableSchema schema, @Nullable Problem problem) {}

  private final TableCatalog catalog;
  private final Work work;
  private final Slot loading;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Entry> view = FXCollections.unmodifiableObservableList(entries);
  private final Map<String, SortedSet<String>> attributes = new HashMap<>();
  private final List<Consumer<String>> onEmptied = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

  public Tables(TableCatalog catalog, Work work) {
    this.catalog = catalog;
    this.work = work;
    this.loading = work.slot();
  }

  /// Sorted by name.
  public ObservableList<Entry> entries() {
    return view;
  }

  /// Why the list could not be read, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.busyProperty();
  }

  /// True once the names have been read at least once.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  public Optional<TableSchema> schema(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(Entry::schema);
  }

  /// Reads the names, then describes all tables in parallel; the old list stays until then.
  public void reload() {
    loading.read(
        Messages.text("workbench.tables.loading"),
        progress -> {
          List<String> names = catalog.names().stream().sorted().toList();
          work.onFx(() -> named(names));
          var described = new AtomicLong();
          work.forEach(
              names,
              WIDTH,
              name -> {
                Entry entry = describe(name);
                work.onFx(() -> described(entry));
                progress.report(described.incrementAndGet(), names.size());
              });
          return names;
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Done<List<String>> _ -> {}
            case Outcome.Failed<List<String>>(Problem failure) -> broken(failure);
            case Outcome.Cancelled<List<String>> _ -> broken(stopped());
          }
        });
  }

  /// Ends the reading under way; what came so far stays.
  public void cancel() {
    loading.cancel();
  }

  /// Ends the reading under way for good, as when the connection closes.
  public void close() {
    loading.abandon();
  }

  /// Describes one table anew; `then` gets its schema, or the problem, on the FX thread.
  public void refresh(String name, Consumer<Outcome<TableSchema>> then) {
    work.read(
        Messages.text("workbench.tables.describing", name),
        _ -> catalog.describe(name),
        (Outcome<TableSchema> outcome) -> {
          switch (outcome) {
            case Outcome.Done<TableSchema>(TableSchema schema) ->
                put(new Entry(name, schema, null));
            case Outcome.Failed<TableSchema>(Problem failure)
                when failure.kind() == Problem.Kind.NOT_FOUND ->
                remove(name);
            case Outcome.Failed<TableSchema> _, Outcome.Cancelled<TableSchema> _ -> {}
          }
          then.accept(outcome);
        });
  }

  /// Keeps the names of attributes that rows of a table were seen to have.
  public void saw(String table, Collection<String> names) {
    attributes.computeIfAbsent(table, _ -> new TreeSet<>()).addAll(names);
  }

  /// The names of attributes seen so far, of the keys and of rows.
  public SortedSet<String> attributes(String table) {
    SortedSet<String> all = new TreeSet<>(attributes.getOrDefault(table, new TreeSet<>()));
    schema(table)
        .ifPresent(schema -> {
          schema.keys().all().forEach(key -> all.add(key.name()));
          schema.indexes().stream()
              .flatMap(index -> index.keys().all().stream())
              .forEach(key -> all.add(key.name()));
        });
    return all;
  }

  /// Shows a table that was just created or changed.
  public void put(TableSchema schema) {
    put(new Entry(schema.name(), schema, null));
  }

  /// Says that items of a table were deleted aside, so that rows shown may be gone.
  public void emptied(String name) {
    List.copyOf(onEmptied).forEach(listener -> listener.accept(name));
  }

  /// Called with a table's name when its items were deleted aside.
  ///
  /// @return takes the listener away
  public Runnable onEmptied(Consumer<String> listener) {
    onEmptied.add(listener);
    return () -> onEmptied.remove(listener);
  }

  public void remove(String name) {
    entries.removeIf(entry -> entry.name().equals(name));
  }

  private void broken(Problem why) {
    problem.set(why);
    entries.replaceAll(entry ->
        entry.schema() == null && entry.problem() == null
            ? new Entry(entry.name(), null, why)
            : entry);
  }

  private static Problem stopped() {
    return Problem.of(
        Problem.Kind.STOPPED,
        Messages.text("workbench.tables.stopped.title"),
        Messages.text("workbench.tables.stopped.detail"),
        Problem.Remedy.RETRY,
        Problem.Remedy.EDIT_CONNECTION);
  }

  private void named(List<String> names) {
    problem.set(null);
    loaded.set(true);
    entries.setAll(
        names.stream().map(name -> new Entry(name, schema(name).orElse(null), null)).toList());
  }

  private void put(Entry entry) {
    for (int i = 0; i < entries.size(); i++) {
      int order = entries.get(i).name().compareTo(entry.name());
      if (order == 0) {
        entries.set(i, entry);
        return;
      }
      if (order > 0) {
        entries.add(i, entry);
        return;
      }
    }
    entries.add(entry);
  }

  /// Takes what a reload says of a table, unless the table went meanwhile.
  private void described(Entry entry) {
    if (entry.problem() != null && entry.problem().kind() == Problem.Kind.NOT_FOUND) {
      remove(entry.name());
    } else if (entries.stream().anyMatch(known -> known.name().equals(entry.name()))) {
      put(entry);
    }
  }

  private Entry describe(String name) {
    try {
      return new Entry(name, catalog.describe(name), null);
    } catch (ProblemException e) {
      return new Entry(name, null, e.problem());
    }
  }
}
