package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.MonthlyCost;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.table.TableRules.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The table as it is being described, and what is wrong with it.
final class TableForm {
  private final StringProperty name = new SimpleStringProperty("");
  private final KeyForm partition = new KeyForm();
  private final KeyForm sort = new KeyForm();
  private final BooleanProperty customized = new SimpleBooleanProperty();
  private final CapacityForm capacity;
  private final LoadForm load = new LoadForm();
  private final SettingsForm settings = new SettingsForm();
  private final ObservableList<IndexForm> indexes = FXCollections.observableArrayList();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  // kept until the next change, since many parts of the window ask
  private @Nullable TableDraft draft;
  private @Nullable List<Flaw> flaws;

  TableForm(boolean sandbox) {
    this.capacity = new CapacityForm(sandbox);
    Stream.of(name, customized).forEach(this::watch);
    Stream.of(partition.parts(), sort.parts(), capacity.parts(), load.parts(), settings.parts())
        .flatMap(parts -> parts)
        .forEach(this::watch);
    indexes.addListener(this::indexesChanged);
    settings.tags().addListener(this::tagsChanged);
  }

  /// Grows with each change of the description, so that views can follow it as a whole.
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  private void watch(Observable part) {
    part.addListener(_ -> changed());
  }

  private void changed() {
    draft = null;
    flaws = null;
    revision.set(revision.get() + 1);
  }

  private void indexesChanged(ListChangeListener.Change<? extends IndexForm> change) {
    while (change.next()) {
      for (IndexForm index : change.getAddedSubList()) {
        index.parts().forEach(this::watch);
        for (ObservableList<KeyForm> keys : List.of(index.partition(), index.sort())) {
          keys.forEach(key -> key.parts().forEach(this::watch));
          keys.addListener(this::keysChanged);
        }
      }
    }
    changed();
  }

  private void keysChanged(ListChangeListener.Change<? extends KeyForm> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(key -> key.parts().forEach(this::watch));
    }
    changed();
  }

  private void tagsChanged(ListChangeListener.Change<? extends TagForm> change) {
    while (change.next()) {
      for (TagForm tag : change.getAddedSubList()) {
        watch(tag.keyProperty());
        watch(tag.valueProperty());
      }
    }
    changed();
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

  /// False for the console's default settings; what was customized before is kept aside then.
  BooleanProperty customizedProperty() {
    return customized;
  }

  CapacityForm capacity() {
    return capacity;
  }

  LoadForm load() {
    return load;
  }

  SettingsForm settings() {
    return settings;
  }

  /// Global ones first, as they were added.
  ObservableList<IndexForm> indexes() {
    return indexes;
  }

  long count(Index.Kind kind) {
    return indexes.stream().filter(index -> index.kind() == kind).count();
  }

  IndexForm addIndex(Index.Kind kind) {
    return add(new IndexForm(kind));
  }

  IndexForm duplicate(IndexForm index) {
    return add(new IndexForm(index));
  }

  private IndexForm add(IndexForm index) {
    indexes.add(
        index.kind() == Index.Kind.GSI ? (int) count(Index.Kind.GSI) : indexes.size(), index);
    return index;
  }

  /// True once anything was typed that closing would lose.
  boolean touched() {
    return !name.get().isBlank()
        || !partition.blank()
        || !sort.blank()
        || !indexes.isEmpty()
        || !settings.tags().isEmpty()
        || !settings.policyProperty().get().isBlank();
  }

  TableDraft draft() {
    TableDraft now = draft == null ? described() : draft;
    draft = now;
    return now;
  }

  private TableDraft described() {
    KeySchema keys = new KeySchema(List.of(partition.attribute()), filled(Stream.of(sort)));
    if (!customized.get()) {
      return new TableDraft(name.get().strip(), keys, Capacity.onDemand(), List.of(), false);
    }
    List<IndexDraft> drafts = indexes.stream().map(this::draft).toList();
    return new TableDraft(
        name.get().strip(),
        keys,
        capacity.capacity(),
        drafts,
        settings.protectionProperty().get(),
        settings.settings(capacity.warm(), capacity.scaling(drafts)));
  }

  private IndexDraft draft(IndexForm index) {
    boolean local = index.kind() == Index.Kind.LSI;
    boolean include = index.projectionProperty().get() == Projection.Kind.INCLUDE;
    return new IndexDraft(
        index.effectiveName(),
        index.kind(),
        new KeySchema(
            local
                ? List.of(partition.attribute())
                : index.partition().stream().map(KeyForm::attribute).toList(),
            sortKeys(index)),
        new Projection(
            index.projectionProperty().get(), include ? List.copyOf(index.included()) : List.of()),
        index.capacity(capacity.capacity()));
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

  /// All that DynamoDB would refuse, and all numbers that are none, each by its field.
  List<Flaw> flaws() {
    List<Flaw> now = flaws == null ? check() : flaws;
    flaws = now;
    return now;
  }

  private List<Flaw> check() {
    List<Flaw> flaws = new ArrayList<>();
    if (customized.get()) {
      capacity.check(flaws);
      load.check(flaws);
      settings.check(flaws);
      for (int i = 0; i < indexes.size(); i++) {
        indexes.get(i).check(flaws, "index[" + i + "].", !capacity.onDemandProperty().get());
      }
    }
    Set<String> typed = new HashSet<>();
    flaws.forEach(flaw -> typed.add(flaw.field()));
    TableRules.check(draft()).stream()
        .filter(flaw -> !typed.contains(flaw.field()))
        .forEach(flaws::add);
    return List.copyOf(flaws);
  }

  long flaws(Step of) {
    return flaws().stream().filter(flaw -> Step.of(flaw.field()) == of).count();
  }

  MonthlyCost cost() {
    return MonthlyCost.of(draft(), load.load());
  }

  /// The key before this one that gives the same attribute another type: an attribute has one type
  /// in a table.
  Optional<KeyForm> conflict(KeyForm key) {
    return keys()
        .takeWhile(other -> other != key)
        .filter(other -> !key.blank() && other.name().equals(key.name()))
        .filter(other -> other.typeProperty().get() != key.typeProperty().get())
        .findFirst();
  }

  /// The index that a key belongs to; empty for the table's own.
  Optional<IndexForm> holder(KeyForm key) {
    return indexes.stream()
        .filter(index -> index.partition().contains(key) || index.sort().contains(key))
        .findFirst();
  }

  /// The attribute definitions, in the order they were first named.
  List<KeyAttribute> definitions() {
    return keys().filter(key -> !key.blank()).map(KeyForm::attribute).distinct().toList();
  }

  private Stream<KeyForm> keys() {
    return Stream.concat(
        Stream.of(partition, sort),
        customized.get()
            ? indexes.stream()
                .flatMap(index -> Stream.concat(index.partition().stream(), index.sort().stream()))
            : Stream.empty());
  }
}
