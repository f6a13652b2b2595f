package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableRules;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One secondary index as it is being described.
final class IndexForm {
  private final Index.Kind kind;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObservableList<KeyForm> partition = FXCollections.observableArrayList();
  private final ObservableList<KeyForm> sort = FXCollections.observableArrayList();
  private final ObjectProperty<Projection.Kind> projection =
      new SimpleObjectProperty<>(Projection.Kind.ALL);
  private final ObservableList<String> included = FXCollections.observableArrayList();
  private final StringProperty read = new SimpleStringProperty("");
  private final StringProperty write = new SimpleStringProperty("");
  private final BooleanProperty open = new SimpleBooleanProperty(true);

  IndexForm(Index.Kind kind) {
    this.kind = kind;
    if (kind == Index.Kind.GSI) {
      partition.add(new KeyForm());
    } else {
      sort.add(new KeyForm());
    }
  }

  IndexForm(IndexForm other) {
    this.kind = other.kind;
    other.partition.forEach(key -> partition.add(copy(key)));
    other.sort.forEach(key -> sort.add(copy(key)));
    projection.set(other.projection.get());
    included.setAll(other.included);
    read.set(other.read.get());
    write.set(other.write.get());
  }

  private static KeyForm copy(KeyForm key) {
    var copy = new KeyForm();
    copy.nameProperty().set(key.nameProperty().get());
    copy.typeProperty().set(key.typeProperty().get());
    return copy;
  }

  Index.Kind kind() {
    return kind;
  }

  /// Empty while the person is content with the default name.
  StringProperty nameProperty() {
    return name;
  }

  /// Empty for an LSI, which shares the table's partition key.
  ObservableList<KeyForm> partition() {
    return partition;
  }

  ObservableList<KeyForm> sort() {
    return sort;
  }

  ObjectProperty<Projection.Kind> projectionProperty() {
    return projection;
  }

  ObservableList<String> included() {
    return included;
  }

  /// A global index's units where the table is provisioned; empty for as many as the table has.
  StringProperty readProperty() {
    return read;
  }

  StringProperty writeProperty() {
    return write;
  }

  /// Whether its card shows more than the name.
  BooleanProperty openProperty() {
    return open;
  }

  Stream<Observable> parts() {
    return Stream.of(name, projection, included, read, write);
  }

  Capacity capacity(Capacity table) {
    return kind == Index.Kind.GSI && table instanceof Capacity.Provisioned(long reads, long writes)
        ? new Capacity.Provisioned(
            Numbers.whole(read).orElse(reads), Numbers.whole(write).orElse(writes))
        : table;
  }

  void check(List<TableRules.Flaw> flaws, String field, boolean provisioned) {
    if (provisioned && kind == Index.Kind.GSI) {
      Numbers.checkOptional(flaws, field + "read", read);
      Numbers.checkOptional(flaws, field + "write", write);
    }
  }

  /// `CustomerID-OrderDate-index`, as the guide names it.
  String defaultName() {
    var out = new StringBuilder();
    for (KeyForm key : partition) {
      append(out, key);
    }
    for (KeyForm key : sort) {
      append(out, key);
    }
    return out.isEmpty() ? "" : out.append("-index").toString();
  }

  String effectiveName() {
    String typed = name.get().strip();
    return typed.isEmpty() ? defaultName() : typed;
  }

  private static void append(StringBuilder out, KeyForm key) {
    if (!key.blank()) {
      out.append(out.isEmpty() ? "" : "-").append(key.name());
    }
  }
}
