package dev.sortkey.ui.settings;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableSettings;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.WarmThroughput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The settings as they are typed, and back again.
final class SettingsForm {
  enum KeyKind {
    AWS_OWNED,
    AWS_MANAGED,
    OWN
  }

  private final BooleanProperty provisioned = new SimpleBooleanProperty();
  private final StringProperty mostReads = new SimpleStringProperty("");
  private final StringProperty mostWrites = new SimpleStringProperty("");
  private final ObservableList<UnitsRow> units = FXCollections.observableArrayList();
  private final ObjectProperty<TableClass> tableClass =
      new SimpleObjectProperty<>(TableClass.STANDARD);
  private final ObjectProperty<KeyKind> keyKind = new SimpleObjectProperty<>(KeyKind.AWS_OWNED);
  private final StringProperty key = new SimpleStringProperty("");
  private final BooleanProperty guarded = new SimpleBooleanProperty();
  private final BooleanProperty expires = new SimpleBooleanProperty();
  private final StringProperty ttl = new SimpleStringProperty("");
  private final ObservableList<TagRow> tags = FXCollections.observableArrayList();
  private final StringProperty warmReads = new SimpleStringProperty("");
  private final StringProperty warmWrites = new SimpleStringProperty("");
  private final Runnable changed;
  private boolean filling;

  /// @param changed called after each edit by the person
  SettingsForm(Runnable changed) {
    this.changed = changed;
    watch(
        List.of(
            provisioned,
            mostReads,
            mostWrites,
            tableClass,
            keyKind,
            key,
            guarded,
            expires,
            ttl,
            warmReads,
            warmWrites));
    tags.addListener((ListChangeListener<TagRow>) _ -> tell());
  }

  BooleanProperty provisionedProperty() {
    return provisioned;
  }

  StringProperty mostReadsProperty() {
    return mostReads;
  }

  StringProperty mostWritesProperty() {
    return mostWrites;
  }

  /// Reads and writes of the table, then of each global index.
  ObservableList<UnitsRow> units() {
    return units;
  }

  ObjectProperty<TableClass> tableClassProperty() {
    return tableClass;
  }

  ObjectProperty<KeyKind> keyKindProperty() {
    return keyKind;
  }

  StringProperty keyProperty() {
    return key;
  }

  BooleanProperty guardedProperty() {
    return guarded;
  }

  BooleanProperty expiresProperty() {
    return expires;
  }

  StringProperty ttlProperty() {
    return ttl;
  }

  ObservableList<TagRow> tags() {
    return tags;
  }

  StringProperty warmReadsProperty() {
    return warmReads;
  }

  StringProperty warmWritesProperty() {
    return warmWrites;
  }

  void addTag() {
    addTag("", "");
    tell();
  }

  void fill(TableSettings settings) {
    filling = true;
    provisioned.set(settings.provisioned());
    boolean onDemand = settings.capacity() instanceof Capacity.OnDemand;
    mostReads.set(onDemand ? Typed.text(((Capacity.OnDemand) settings.capacity()).maxRead()) : "");
    mostWrites.set(
        onDemand ? Typed.text(((Capacity.OnDemand) settings.capacity()).maxWrite()) : "");
    List<UnitsRow> rows = new ArrayList<>();
    rows(rows, null, settings.capacity(), settings);
    settings.indexes().forEach((name, capacity) -> rows(rows, name, capacity, settings));
    units.setAll(rows);
    tableClass.set(settings.tableClass());
    switch (settings.encryption()) {
      case Encryption.AwsOwned _ -> keyKind.set(KeyKind.AWS_OWNED);
      case Encryption.AwsManaged _ -> keyKind.set(KeyKind.AWS_MANAGED);
      case Encryption.Customer _ -> keyKind.set(KeyKind.OWN);
    }
    key.set(settings.encryption() instanceof Encryption.Customer(String own) ? own : "");
    guarded.set(settings.deletionProtection());
    expires.set(settings.ttl() != null);
    ttl.set(settings.ttl() == null ? "" : settings.ttl());
    tags.clear();
    settings.tags().forEach(tag -> addTag(tag.key(), tag.value()));
    WarmThroughput warm = settings.warm();
    warmReads.set(warm == null ? "" : Typed.text(warm.read()));
    warmWrites.set(warm == null ? "" : Typed.text(warm.write()));
    filling = false;
  }

  /// @param base what is not typed here, and what is typed in another mode
  TableSettings settings(TableSettings base) {
    SequencedMap<String, Capacity> indexes = new LinkedHashMap<>();
    base.indexes().forEach((name, was) -> indexes.put(name, capacity(name, was)));
    return new TableSettings(
        capacity(null, base.capacity()),
        indexes,
        provisioned.get()
            ? units.stream().map(UnitsRow::scaling).flatMap(Optional::stream).toList()
            : List.of(),
        tableClass.get(),
        switch (keyKind.get()) {
          case AWS_OWNED -> new Encryption.AwsOwned();
          case AWS_MANAGED -> new Encryption.AwsManaged();
          case OWN -> new Encryption.Customer(key.get().strip());
        },
        guarded.get(),
        expires.get() ? ttl.get().strip() : null,
        tags.stream()
            .map(row -> new Tag(row.keyProperty().get(), row.valueProperty().get()))
            .toList(),
        base.warm() == null
            ? null
            : new WarmThroughput(
                Typed.optional(warmReads.get()), Typed.optional(warmWrites.get())));
  }

  private Capacity capacity(@Nullable String index, Capacity was) {
    if (provisioned.get()) {
      return new Capacity.Provisioned(
          units(index, ScaledUnits.Side.READ), units(index, ScaledUnits.Side.WRITE));
    }
    if (index == null) {
      return new Capacity.OnDemand(
          Typed.optional(mostReads.get()), Typed.optional(mostWrites.get()));
    }
    return was instanceof Capacity.OnDemand ? was : Capacity.onDemand();
  }

  private long units(@Nullable String index, ScaledUnits.Side side) {
    return units.stream()
        .filter(row -> row.side() == side && Objects.equals(row.index(), index))
        .findFirst()
        .map(UnitsRow::units)
        .orElse(0L);
  }

  /// On-demand tables begin with the console's five units.
  private void rows(
      List<UnitsRow> rows, @Nullable String index, Capacity capacity, TableSettings settings) {
    for (ScaledUnits.Side side : ScaledUnits.Side.values()) {
      var row = new UnitsRow(index, side);
      long units =
          switch (capacity) {
            case Capacity.Provisioned(long read, long write) ->
                side == ScaledUnits.Side.READ ? read : write;
            case Capacity.OnDemand _ -> 5;
          };
      row.fill(units, settings.scaled(index, side));
      watch(row.properties());
      rows.add(row);
    }
  }

  private void addTag(String name, String value) {
    var row = new TagRow(name, value);
    watch(List.of(row.keyProperty(), row.valueProperty()));
    tags.add(row);
  }

  private void watch(List<? extends Property<?>> properties) {
    properties.forEach(property -> property.addListener((_, _, _) -> tell()));
  }

  private void tell() {
    if (!filling) {
      changed.run();
    }
  }
}
