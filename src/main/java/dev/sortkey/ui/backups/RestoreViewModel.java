package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.BackupDetails;
import dev.sortkey.core.backup.BackupRules;
import dev.sortkey.core.backup.LeftBehind;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.backup.RestoreOptions;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What a restore shall bring, as the person has chosen so far.
final class RestoreViewModel {
  /// Comparing is proposed up to this many read capacity units.
  private static final double CHEAP = 10_000;

  /// Which secondary indexes are restored.
  enum Indexes {
    ALL,
    /// Local ones can only be had now; global ones can be added later.
    LOCAL_ONLY,
    NONE
  }

  /// Whose key encrypts the new table.
  enum Key {
    AS_IT_WAS,
    AWS_OWNED,
    AWS_MANAGED,
    CUSTOMER
  }

  /// How the new table is paid for.
  enum Billing {
    AS_IT_WAS,
    ON_DEMAND
  }

  private final RestoreSource source;
  private final Tables tables;
  private final Session session;
  private final Moments moments;
  private final Slot describing;
  private final Slot reading;
  private final Slot listing;
  private final StringProperty name;
  private final BooleanProperty latest = new SimpleBooleanProperty();
  private final StringProperty time = new SimpleStringProperty("");
  private final ObjectProperty<Indexes> indexes = new SimpleObjectProperty<>(Indexes.ALL);
  private final ObjectProperty<Key> key = new SimpleObjectProperty<>(Key.AS_IT_WAS);
  private final StringProperty customerKey = new SimpleStringProperty("");
  private final ObjectProperty<Billing> billing = new SimpleObjectProperty<>(Billing.AS_IT_WAS);
  private final BooleanProperty again = new SimpleBooleanProperty(false);
  private final BooleanProperty compare = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<@Nullable BackupDetails> details =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LeftBehind> left = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> leftProblem =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<KmsKey> keys = FXCollections.observableArrayList();
  private final StringBinding nameFlaw;
  private final StringBinding timeFlaw;
  private final BooleanBinding ready;

  RestoreViewModel(
      RestoreSource source, Session session, Tables tables, Work work, Moments moments) {
    this.source = source;
    this.session = session;
    this.tables = tables;
    this.moments = moments;
    this.describing = work.slot();
    this.reading = work.slot();
    this.listing = work.slot();
    this.name = new SimpleStringProperty(free(source.table() + "-restored"));
    if (source instanceof RestoreSource.ToTime(_, Recovery recovery, Instant chosen)) {
      latest.set(chosen == null);
      Instant shown = chosen == null ? recovery.latest() : chosen;
      time.set(shown == null ? "" : moments.second(shown));
    }
    nameFlaw = Bindings.createStringBinding(this::nameFlaw, name, tables.entries());
    timeFlaw = Bindings.createStringBinding(this::timeFlaw, time, latest);
    ready =
        Bindings.createBooleanBinding(
            () ->
                nameFlaw.get() == null
                    && timeFlaw.get() == null
                    && (key.get() != Key.CUSTOMER || !customerKey.get().isBlank())
                    && !(again.get() && left.get() == null),
            nameFlaw,
            timeFlaw,
            key,
            customerKey,
            again,
            left);
  }

  RestoreSource source() {
    return source;
  }

  StringProperty nameProperty() {
    return name;
  }

  /// What is wrong with the name, or null.
  StringBinding nameFlawBinding() {
    return nameFlaw;
  }

  /// For a restore to a time: the latest there is when it begins.
  BooleanProperty latestProperty() {
    return latest;
  }

  StringProperty timeProperty() {
    return time;
  }

  /// What is wrong with the time, or null.
  StringBinding timeFlawBinding() {
    return timeFlaw;
  }

  ObjectProperty<Indexes> indexesProperty() {
    return indexes;
  }

  ObjectProperty<Key> keyProperty() {
    return key;
  }

  StringProperty customerKeyProperty() {
    return customerKey;
  }

  ObjectProperty<Billing> billingProperty() {
    return billing;
  }

  /// Whether the settings that a restore leaves behind are set again.
  BooleanProperty againProperty() {
    return again;
  }

  BooleanProperty compareProperty() {
    return compare;
  }

  /// The backup in full; null until it was read, and for a restore to a time.
  ReadOnlyObjectProperty<@Nullable BackupDetails> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  /// What would be set again; null until it was read.
  ReadOnlyObjectProperty<@Nullable LeftBehind> leftProperty() {
    return left.getReadOnlyProperty();
  }

  /// Why that cannot be read, or null.
  ReadOnlyObjectProperty<@Nullable Problem> leftProblemProperty() {
    return leftProblem.getReadOnlyProperty();
  }

  /// The account's keys that a table can be encrypted with, where they may be listed.
  ObservableList<KmsKey> keys() {
    return keys;
  }

  BooleanBinding ready() {
    return ready;
  }

  /// Whether the table that was saved is still there, so that its settings can be read.
  boolean originalThere() {
    return original().isPresent();
  }

  private Optional<TableSchema> original() {
    return tables.schema(source.table());
  }

  /// How many indexes of a kind the saved table has; unknown until the backup was described.
  int count(Index.Kind kind) {
    BackupDetails known = details.get();
    if (known != null) {
      return (kind == Index.Kind.GSI ? known.globalIndexes() : known.localIndexes()).size();
    }
    return source instanceof RestoreSource.FromBackup
        ? 0
        : (int)
            original().stream()
                .flatMap(table -> table.indexes().stream())
                .filter(index -> index.kind() == kind)
                .count();
  }

  /// What comparing the two tables costs to read, in read capacity units: each eventually
  /// consistent, a unit for 8 KB.
  double compareUnits() {
    return 2 * original().map(TableSchema::sizeBytes).orElse(0L) / 8192.0;
  }

  /// Reads what the choices need: the backup in full, the settings of the original, the keys.
  void prepare() {
    if (source instanceof RestoreSource.FromBackup(var backup)) {
      describing.read(
          Messages.text("backups.job.describe", backup.name()),
          _ -> session.backups().describe(backup.arn()),
          (Outcome<BackupDetails> outcome) -> {
            if (outcome instanceof Outcome.Done<BackupDetails>(BackupDetails read)) {
              details.set(read);
            }
          });
    }
    if (originalThere()) {
      again.set(true);
      compare.set(compareUnits() <= CHEAP);
      reading.read(
          Messages.text("backups.job.settings", source.table()),
          _ -> LeftBehind.of(source.table(), session.admin(), session.backups()),
          (Outcome<LeftBehind> outcome) -> {
            switch (outcome) {
              case Outcome.Done<LeftBehind>(LeftBehind read) -> left.set(read);
              case Outcome.Failed<LeftBehind>(Problem failure) -> {
                leftProblem.set(failure);
                again.set(false);
              }
              case Outcome.Cancelled<LeftBehind> _ -> again.set(false);
            }
          });
    }
    listing.read(
        Messages.text("backups.job.keys"),
        _ -> session.admin().keys(),
        (Outcome<List<KmsKey>> outcome) -> {
          if (outcome instanceof Outcome.Done<List<KmsKey>>(List<KmsKey> read)) {
            keys.setAll(read);
          }
        });
  }

  void close() {
    describing.abandon();
    reading.abandon();
    listing.abandon();
  }

  /// The second to restore to; null for the latest.
  @Nullable Instant time() {
    return latest.get() ? null : moments.read(time.get()).orElse(null);
  }

  RestoreOptions options() {
    boolean global = indexes.get() == Indexes.ALL || count(Index.Kind.GSI) == 0;
    boolean local = indexes.get() != Indexes.NONE || count(Index.Kind.LSI) == 0;
    Encryption encryption =
        switch (key.get()) {
          case AS_IT_WAS -> null;
          case AWS_OWNED -> new Encryption.AwsOwned();
          case AWS_MANAGED -> new Encryption.AwsManaged();
          case CUSTOMER -> new Encryption.Customer(customerKey.get().strip());
        };
    return new RestoreOptions(
        global, local, encryption, billing.get() == Billing.ON_DEMAND ? Capacity.onDemand() : null);
  }

  private @Nullable String nameFlaw() {
    String flaw = BackupRules.table(name.get());
    if (flaw != null) {
      return flaw;
    }
    return taken(name.get()) ? Messages.text("backups.restore.taken", name.get()) : null;
  }

  private boolean taken(String table) {
    return tables.entries().stream().anyMatch(entry -> entry.name().equals(table));
  }

  private String free(String wanted) {
    String free = wanted;
    for (int i = 2; taken(free); i++) {
      free = wanted + "-" + i;
    }
    return free;
  }

  private @Nullable String timeFlaw() {
    if (!(source instanceof RestoreSource.ToTime(_, Recovery recovery, _)) || latest.get()) {
      return null;
    }
    Optional<Instant> typed = moments.read(time.get());
    if (typed.isEmpty()) {
      return Messages.text("backups.restore.time-form");
    }
    Instant earliest = recovery.earliest();
    Instant last = recovery.latest();
    if (earliest != null && typed.get().isBefore(earliest)) {
      return Messages.text("backups.restore.time-early", moments.second(earliest));
    }
    if (last != null && typed.get().isAfter(last)) {
      return Messages.text("backups.restore.time-late", moments.second(last));
    }
    return null;
  }
}
