package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDraft.Settings;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.table.WarmThroughput;
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
import org.jspecify.annotations.Nullable;

/// The settings beyond keys, capacity and indexes, as they are being described.
final class SettingsForm {
  /// Whose key encrypts the table.
  enum Key {
    AWS_OWNED,
    AWS_MANAGED,
    CUSTOMER
  }

  private final ObjectProperty<TableClass> tableClass =
      new SimpleObjectProperty<>(TableClass.STANDARD);
  private final ObjectProperty<Key> key = new SimpleObjectProperty<>(Key.AWS_OWNED);
  private final StringProperty customerKey = new SimpleStringProperty("");
  private final BooleanProperty protection = new SimpleBooleanProperty();
  private final BooleanProperty recovery = new SimpleBooleanProperty();
  private final StringProperty recoveryDays = new SimpleStringProperty("35");
  private final BooleanProperty policed = new SimpleBooleanProperty();
  private final StringProperty policy = new SimpleStringProperty("");
  private final ObservableList<TagForm> tags = FXCollections.observableArrayList();
  private final BooleanProperty expires = new SimpleBooleanProperty();
  private final StringProperty ttl = new SimpleStringProperty("");
  private final BooleanProperty streams = new SimpleBooleanProperty();
  private final ObjectProperty<StreamView> stream =
      new SimpleObjectProperty<>(StreamView.NEW_AND_OLD_IMAGES);

  ObjectProperty<TableClass> tableClassProperty() {
    return tableClass;
  }

  ObjectProperty<Key> keyProperty() {
    return key;
  }

  /// An ARN, id or alias.
  StringProperty customerKeyProperty() {
    return customerKey;
  }

  BooleanProperty protectionProperty() {
    return protection;
  }

  BooleanProperty recoveryProperty() {
    return recovery;
  }

  StringProperty recoveryDaysProperty() {
    return recoveryDays;
  }

  BooleanProperty policedProperty() {
    return policed;
  }

  StringProperty policyProperty() {
    return policy;
  }

  ObservableList<TagForm> tags() {
    return tags;
  }

  BooleanProperty expiresProperty() {
    return expires;
  }

  StringProperty ttlProperty() {
    return ttl;
  }

  BooleanProperty streamsProperty() {
    return streams;
  }

  ObjectProperty<StreamView> streamProperty() {
    return stream;
  }

  Stream<Observable> parts() {
    return Stream.of(
        tableClass,
        key,
        customerKey,
        protection,
        recovery,
        recoveryDays,
        policed,
        policy,
        expires,
        ttl,
        streams,
        stream);
  }

  Settings settings(@Nullable WarmThroughput warm, List<ScaledUnits> scaling) {
    return new Settings(
        tableClass.get(),
        encryption(),
        policed.get() ? policy.get() : null,
        tags.stream().map(TagForm::tag).toList(),
        expires.get() ? ttl.get().strip() : null,
        recovery.get()
            ? Numbers.whole(recoveryDays).map(days -> (int) Math.min(days, 1000)).orElse(1)
            : null,
        streams.get() ? stream.get() : null,
        warm,
        scaling);
  }

  private Encryption encryption() {
    return switch (key.get()) {
      case AWS_OWNED -> new Encryption.AwsOwned();
      case AWS_MANAGED -> new Encryption.AwsManaged();
      case CUSTOMER -> new Encryption.Customer(customerKey.get().strip());
    };
  }

  void check(List<Flaw> flaws) {
    if (recovery.get()) {
      Numbers.checkWhole(flaws, "recovery", recoveryDays);
    }
  }
}
