package dev.sortkey.ui.createtable;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableCatalog;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The table as it is being described, what is wrong with it, and its creation.
final class CreateTableViewModel {
  /// How often a table that is being created is asked for its state.
  private static final long ASK_EVERY_MILLIS = 500;

  private final TableCatalog catalog;
  private final Slot creating;
  private final StringProperty name = new SimpleStringProperty("");
  private final KeyForm partition = new KeyForm();
  private final KeyForm sort = new KeyForm();
  private final BooleanProperty onDemand = new SimpleBooleanProperty(true);
  private final StringProperty readUnits = new SimpleStringProperty("5");
  private final StringProperty writeUnits = new SimpleStringProperty("5");
  private final BooleanProperty deletionProtection = new SimpleBooleanProperty(false);
  private final ObservableList<IndexForm> indexes = FXCollections.observableArrayList();
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.DETAILS);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final SimpleObjectProperty<@Nullable String> status = new SimpleObjectProperty<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final Work work;

  CreateTableViewModel(TableCatalog catalog, Work work) {
    this.catalog = catalog;
    this.work = work;
    this.creating = work.slot();
    Stream.of(name, onDemand, readUnits, writeUnits, deletionProtection).forEach(this::watch);
    watch(partition);
    watch(sort);
    indexes.addListener(this::indexesChanged);
  }

  /// Grows with each change of the description, so that views can follow it as a whole.
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  private void watch(Observable part) {
    part.addListener(_ -> revision.set(revision.get() + 1));
  }

  private void watch(KeyForm key) {
    watch(key.nameProperty());
    watch(key.typeProperty());
  }

  private void indexesChanged(ListChangeListener.Change<? extends IndexForm> change) {
    while (change.next()) {
      for (IndexForm index : change.getAddedSubList()) {
        Stream.of(index.nameProperty(), index.projectionProperty(), index.included())
            .forEach(this::watch);
        for (ObservableList<KeyForm> keys : List.of(index.partition(), index.sort())) {
          keys.forEach(this::watch);
          keys.addListener(this::keysChanged);
        }
      }
    }
    revision.set(revision.get() + 1);
  }

  private void keysChanged(ListChangeListener.Change<? extends KeyForm> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::watch);
    }
    revision.set(revision.get() + 1);
  }

  StringProperty nameProperty() {
    return name;
  }

  KeyForm partition() {
    return partition;
  }

  KeyForm sort() {
    return sort;
  }

  BooleanProperty onDemandProperty() {
    return onDemand;
  }

  StringProperty readUnitsProperty() {
    return readUnits;
  }

  StringProperty writeUnitsProperty() {
    return writeUnits;
  }

  BooleanProperty deletionProtectionProperty() {
    return deletionProtection;
  }

  /// Global ones first, as they were added.
  ObservableList<IndexForm> indexes() {
    return indexes;
  }

  ObjectProperty<Step> stepProperty() {
    return step;
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty creatingProperty() {
    return creating.busyProperty();
  }

  /// The table's status while it is being created, or null.
  ObjectProperty<@Nullable String> statusProperty() {
    return status;
  }

  long count(Index.Kind kind) {
    return indexes.stream().filter(index -> index.kind() == kind).count();
  }

  void addIndex(Index.Kind kind) {
    add(new IndexForm(kind));
  }

  void duplicate(IndexForm index) {
    add(new IndexForm(index));
  }

  private void add(IndexForm index) {
    indexes.add(
        index.kind() == Index.Kind.GSI ? (int) count(Index.Kind.GSI) : indexes.size(), index);
  }

  void remove(IndexForm index) {
    indexes.remove(index);
  }

  /// True once anything was typed that closing would lose.
  boolean touched() {
    return !name.get().isBlank() || !partition.blank() || !sort.blank() || !indexes.isEmpty();
  }

  TableDraft draft() {
    return new TableDraft(
        name.get().strip(),
        new KeySchema(List.of(partition.attribute()), filled(Stream.of(sort))),
        capacity(),
        indexes.stream().map(this::draft).toList(),
        deletionProtection.get());
  }

  private TableDraft.IndexDraft draft(IndexForm index) {
    List<KeyAttribute> partitionKeys =
        index.kind() == Index.Kind.LSI
            ? List.of(partition.attribute())
            : index.partition().stream().map(KeyForm::attribute).toList();
    boolean include = index.projectionProperty().get() == Projection.Kind.INCLUDE;
    return new TableDraft.IndexDraft(
        index.effectiveName(),
        index.kind(),
        new KeySchema(partitionKeys, sortKeys(index)),
        new Projection(
            index.projectionProperty().get(), include ? List.copyOf(index.included()) : List.of()),
        capacity());
  }

  /// An LSI's sort key is its point, so that a missing one must show; a GSI's is optional.
  private static List<KeyAttribute> sortKeys(IndexForm index) {
    return index.kind() == Index.Kind.LSI
        ? index.sort().stream().map(KeyForm::attribute).toList()
        : filled(index.sort().stream());
  }

  private static List<KeyAttribute> filled(Stream<KeyForm> keys) {
    return keys.filter(key -> !key.blank()).map(KeyForm::attribute).toList();
  }

  private Capacity capacity() {
    return onDemand.get()
        ? Capacity.onDemand()
        : new Capacity.Provisioned(
            units(readUnits.get()).orElse(1L), units(writeUnits.get()).orElse(1L));
  }

  private static Optional<Long> units(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,12}") && Long.parseLong(digits) > 0
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }

  /// All that DynamoDB would refuse, each by its field.
  List<TableRules.Flaw> flaws() {
    List<TableRules.Flaw> flaws = new ArrayList<>(TableRules.check(draft()));
    if (!onDemand.get()) {
      if (units(readUnits.get()).isEmpty()) {
        flaws.add(new TableRules.Flaw("capacity.read", Messages.text("createtable.units.flaw")));
      }
      if (units(writeUnits.get()).isEmpty()) {
        flaws.add(new TableRules.Flaw("capacity.write", Messages.text("createtable.units.flaw")));
      }
    }
    return flaws;
  }

  long flaws(Step of) {
    return flaws().stream().filter(flaw -> Step.of(flaw.field()) == of).count();
  }

  /// The type that an attribute has elsewhere in this table, when it differs from this one's: an
  /// attribute has one type in a table.
  Optional<KeyType> typeElsewhere(KeyForm key) {
    return keys()
        .filter(other -> other != key && !key.blank() && other.name().equals(key.name()))
        .map(other -> other.typeProperty().get())
        .filter(type -> type != key.typeProperty().get())
        .findFirst();
  }

  /// The attribute definitions, in the order they were first named.
  List<KeyAttribute> definitions() {
    return keys().filter(key -> !key.blank()).map(KeyForm::attribute).distinct().toList();
  }

  private Stream<KeyForm> keys() {
    return Stream.concat(
        Stream.of(partition, sort),
        indexes.stream()
            .flatMap(index -> Stream.concat(index.partition().stream(), index.sort().stream())));
  }

  /// Creates the table and follows it until it is ACTIVE. What was described stays in the form,
  /// whatever happens.
  ///
  /// @param created called with the active table
  void create(Consumer<TableSchema> created) {
    if (creating.busy()) {
      return;
    }
    List<TableRules.Flaw> flaws = flaws();
    if (!flaws.isEmpty()) {
      step.set(Step.of(flaws.getFirst().field()));
      return;
    }
    problem.set(null);
    TableDraft draft = draft();
    creating.write(
        Messages.text("createtable.job", draft.name()),
        progress -> createAndFollow(draft, progress),
        outcome -> {
          status.set(null);
          switch (outcome) {
            case Outcome.Done<TableSchema>(TableSchema schema) -> created.accept(schema);
            case Outcome.Failed<TableSchema>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<TableSchema> _ ->
                problem.set(
                    Problem.of(
                        Problem.Kind.LIMIT,
                        Messages.text("createtable.left.title"),
                        Messages.text("createtable.left.detail", draft.name()),
                        Problem.Remedy.REFRESH_TABLES));
          }
        });
  }

  private TableSchema createAndFollow(TableDraft draft, Progress progress)
      throws InterruptedException {
    TableSchema schema = catalog.create(draft);
    while (!ready(schema)) {
      if (progress.cancelled()) {
        throw new InterruptedException();
      }
      String now = schema.status();
      work.onFx(() -> status.set(now));
      Thread.sleep(ASK_EVERY_MILLIS);
      schema = describe(draft.name(), schema);
    }
    return schema;
  }

  /// DescribeTable is eventually consistent: right after CreateTable it may not know the table yet
  /// (API Reference, DescribeTable).
  private TableSchema describe(String table, TableSchema before) {
    try {
      return catalog.describe(table);
    } catch (ProblemException e) {
      if (e.problem().kind() == Problem.Kind.NOT_FOUND) {
        return before;
      }
      throw e;
    }
  }

  private static boolean ready(TableSchema schema) {
    return schema.active()
        && schema.indexes().stream().allMatch(index -> index.status().equals(TableSchema.ACTIVE));
  }

  void cancelCreating() {
    creating.cancel();
  }

  void close() {
    creating.abandon();
  }
}
