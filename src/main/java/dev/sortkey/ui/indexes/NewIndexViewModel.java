package dev.sortkey.ui.indexes;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// A global index as it is being described, and what is wrong with it.
final class NewIndexViewModel {
  /// The most attributes of each part of a global index's key (Developer Guide, multi-attribute
  /// keys).
  static final int MOST_KEYS = 4;

  private final TableSchema table;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObservableList<KeyField> partition = FXCollections.observableArrayList();
  private final ObservableList<KeyField> sort = FXCollections.observableArrayList();
  private final ObjectProperty<Projection.Kind> projection =
      new SimpleObjectProperty<>(Projection.Kind.ALL);
  private final ObservableList<String> included = FXCollections.observableArrayList();
  private final StringProperty read = new SimpleStringProperty("5");
  private final StringProperty write = new SimpleStringProperty("5");
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  NewIndexViewModel(TableSchema table) {
    this.table = table;
    Stream.of(name, projection, included, read, write).forEach(this::watch);
    partition.addListener(this::keysChanged);
    sort.addListener(this::keysChanged);
    partition.add(new KeyField());
    sort.add(new KeyField());
  }

  /// Grows with each change.
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  TableSchema table() {
    return table;
  }

  /// Empty while the person is content with the default name.
  StringProperty nameProperty() {
    return name;
  }

  ObservableList<KeyField> partition() {
    return partition;
  }

  ObservableList<KeyField> sort() {
    return sort;
  }

  ObjectProperty<Projection.Kind> projectionProperty() {
    return projection;
  }

  ObservableList<String> included() {
    return included;
  }

  StringProperty readProperty() {
    return read;
  }

  StringProperty writeProperty() {
    return write;
  }

  boolean provisioned() {
    return table.capacity() instanceof Capacity.Provisioned;
  }

  /// The type that an attribute has in this table already: one attribute has one type in all keys.
  Optional<KeyType> known(String attribute) {
    return Stream.concat(
            table.keys().all().stream(),
            table.indexes().stream().flatMap(index -> index.keys().all().stream()))
        .filter(key -> key.name().equals(attribute))
        .map(KeyAttribute::type)
        .findFirst();
  }

  /// `CustomerID-OrderDate-index`, as the guide names it.
  String defaultName() {
    String keys =
        Stream.concat(partition.stream(), sort.stream())
            .map(key -> key.attribute().name())
            .filter(key -> !key.isEmpty())
            .collect(Collectors.joining("-"));
    return keys.isEmpty() ? "" : keys + "-index";
  }

  IndexDraft draft() {
    String typed = name.get().strip();
    return new IndexDraft(
        typed.isEmpty() ? defaultName() : typed,
        Index.Kind.GSI,
        new KeySchema(attributes(partition, partition.size() == 1), attributes(sort, false)),
        new Projection(
            projection.get(),
            projection.get() == Projection.Kind.INCLUDE ? List.copyOf(included) : List.of()),
        provisioned()
            ? new Capacity.Provisioned(
                Units.of(read.get()).orElse(1L), Units.of(write.get()).orElse(1L))
            : Capacity.onDemand());
  }

  /// An empty field stands for no attribute, except where one is needed.
  private static List<KeyAttribute> attributes(List<KeyField> fields, boolean needed) {
    return fields.stream()
        .map(KeyField::attribute)
        .filter(key -> needed || !key.name().isEmpty())
        .toList();
  }

  /// What DynamoDB would refuse, by field: `name`, `partition`, `sort`, `projection`, `read`,
  /// `write`, `indexes`.
  List<TableRules.Flaw> flaws() {
    List<IndexDraft> all = new ArrayList<>();
    for (Index index : table.indexes()) {
      all.add(
          new IndexDraft(
              index.name(), index.kind(), index.keys(), index.projection(), index.capacity()));
    }
    all.add(draft());
    String mine = "index[" + (all.size() - 1) + "].";
    var whole = new TableDraft(table.name(), table.keys(), table.capacity(), all, false);
    List<TableRules.Flaw> flaws = new ArrayList<>();
    for (TableRules.Flaw flaw : TableRules.check(whole)) {
      if (flaw.field().equals("indexes")) {
        flaws.add(flaw);
      } else if (flaw.field().startsWith(mine)) {
        flaws.add(new TableRules.Flaw(flaw.field().substring(mine.length()), flaw.message()));
      }
    }
    if (provisioned()) {
      if (Units.of(read.get()).isEmpty()) {
        flaws.add(new TableRules.Flaw("read", Messages.text("indexes.units.flaw")));
      }
      if (Units.of(write.get()).isEmpty()) {
        flaws.add(new TableRules.Flaw("write", Messages.text("indexes.units.flaw")));
      }
    }
    return flaws;
  }

  private void keysChanged(ListChangeListener.Change<? extends KeyField> change) {
    while (change.next()) {
      change
          .getAddedSubList()
          .forEach(key -> {
            watch(key.nameProperty());
            watch(key.typeProperty());
            key.nameProperty()
                .addListener((_, _, now) -> known(now.strip()).ifPresent(key.typeProperty()::set));
          });
    }
    changed();
  }

  private void watch(Observable part) {
    part.addListener(_ -> changed());
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }
}
