package dev.sortkey.ui.snapshots;

import dev.sortkey.core.snapshot.Manifest;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.text.Messages;
import java.util.Collection;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the person wants of a new table that is made of a snapshot.
final class RestoreForm {
  final StringProperty name = new SimpleStringProperty();
  final BooleanProperty indexes = new SimpleBooleanProperty(true);
  final BooleanProperty settings = new SimpleBooleanProperty(true);
  final BooleanProperty compare = new SimpleBooleanProperty(true);
  final StringProperty partition = new SimpleStringProperty("");
  final ObjectProperty<KeyType> partitionType = new SimpleObjectProperty<>(KeyType.S);
  final StringProperty sort = new SimpleStringProperty("");
  final ObjectProperty<KeyType> sortType = new SimpleObjectProperty<>(KeyType.S);

  private final Manifest manifest;
  private final Collection<String> tables;
  private final String region;
  private final String endpoint;

  /// @param tables the names that are taken
  /// @param region where the new table is to be
  /// @param endpoint likewise, empty for AWS
  RestoreForm(Snapshot snapshot, Collection<String> tables, String region, String endpoint) {
    this.manifest = snapshot.manifest();
    this.tables = List.copyOf(tables);
    this.region = region;
    this.endpoint = endpoint;
    name.set(free(manifest.table()));
  }

  /// An export of AWS's does not say the table's key.
  boolean asksKeys() {
    return manifest.draft() == null;
  }

  void keys(KeySchema guessed) {
    KeyAttribute first = guessed.partition().getFirst();
    partition.set(first.name());
    partitionType.set(first.type());
    if (!guessed.sort().isEmpty()) {
      sort.set(guessed.sort().getFirst().name());
      sortType.set(guessed.sort().getFirst().type());
    }
  }

  /// A policy and a key of KMS belong to the place that they are from.
  boolean elsewhere() {
    Manifest.Origin origin = manifest.origin();
    return origin == null || !origin.region().equals(region) || !origin.endpoint().equals(endpoint);
  }

  /// What is wrong with the form, or null.
  @Nullable String flaw() {
    if (tables.contains(name.get())) {
      return Messages.text("snapshots.restore.exists", name.get());
    }
    List<TableRules.Flaw> flaws = TableRules.check(draft());
    return flaws.isEmpty() ? null : flaws.getFirst().message();
  }

  TableDraft draft() {
    TableDraft from = manifest.draft();
    if (from == null) {
      return new TableDraft(name.get(), keys(), Capacity.onDemand(), List.of(), false);
    }
    TableDraft.Settings wanted =
        !settings.get() ? TableDraft.Settings.defaults() : settings(from.settings(), elsewhere());
    return new TableDraft(
        name.get(),
        from.keys(),
        from.capacity(),
        indexes.get() ? from.indexes() : List.of(),
        settings.get() && from.deletionProtection(),
        wanted);
  }

  private TableDraft.Settings settings(TableDraft.Settings from, boolean elsewhere) {
    return new TableDraft.Settings(
        from.tableClass(),
        elsewhere ? new Encryption.AwsOwned() : from.encryption(),
        elsewhere ? null : from.policy(),
        from.tags(),
        from.ttl(),
        from.recoveryDays(),
        from.stream(),
        from.warm(),
        from.scaling().stream().filter(units -> indexes.get() || units.index() == null).toList());
  }

  private KeySchema keys() {
    return new KeySchema(
        List.of(new KeyAttribute(partition.get().strip(), partitionType.get())),
        sort.get().isBlank()
            ? List.of()
            : List.of(new KeyAttribute(sort.get().strip(), sortType.get())));
  }

  private String free(String table) {
    String base = table + "-restored";
    String free = base;
    for (int number = 2; tables.contains(free); number++) {
      free = base + "-" + number;
    }
    return free;
  }
}
