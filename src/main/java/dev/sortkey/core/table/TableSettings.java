package dev.sortkey.core.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The settings of a table that a person can change while it stands.
///
/// @param indexes the capacity of the global indexes, by name
/// @param scaling of provisioned units; empty where there is none
/// @param ttl the attribute that items expire by, or null when they do not
/// @param warm null where the endpoint does not say
public record TableSettings(
    Capacity capacity,
    SequencedMap<String, Capacity> indexes,
    List<ScaledUnits> scaling,
    TableClass tableClass,
    Encryption encryption,
    boolean deletionProtection,
    @Nullable String ttl,
    List<Tag> tags,
    @Nullable WarmThroughput warm) {
  public TableSettings {
    indexes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(indexes));
    scaling = List.copyOf(scaling);
    tags = List.copyOf(tags);
  }

  /// As they were read; what the endpoint does not offer is as if there were none.
  ///
  /// @param keys to tell whose key encrypts the table
  public static TableSettings of(
      TableDetails details,
      List<ScaledUnits> scaling,
      @Nullable TimeToLive ttl,
      List<Tag> tags,
      List<KmsKey> keys) {
    TableSchema table = details.schema();
    var indexes = new LinkedHashMap<String, Capacity>();
    table.indexes().stream()
        .filter(index -> index.kind() == Index.Kind.GSI)
        .forEach(index -> indexes.put(index.name(), index.capacity()));
    return new TableSettings(
        table.capacity(),
        indexes,
        scaling,
        table.tableClass().equals(TableClass.STANDARD_INFREQUENT_ACCESS.name())
            ? TableClass.STANDARD_INFREQUENT_ACCESS
            : TableClass.STANDARD,
        KmsKey.whose(details.encryption(), keys),
        table.deletionProtection(),
        ttl != null && ttl.on() ? ttl.attribute() : null,
        tags,
        details.warm());
  }

  /// These settings, where they differ from those they were made from, over what the table has now,
  /// so that nobody's change is undone.
  public TableSettings over(TableSettings made, TableSettings now) {
    return new TableSettings(
        mine(capacity, made.capacity, now.capacity),
        mine(indexes, made.indexes, now.indexes),
        mine(scaling, made.scaling, now.scaling),
        mine(tableClass, made.tableClass, now.tableClass),
        mine(encryption, made.encryption, now.encryption),
        mine(deletionProtection, made.deletionProtection, now.deletionProtection),
        Objects.equals(ttl, made.ttl) ? now.ttl : ttl,
        mine(tags, made.tags, now.tags),
        Objects.equals(warm, made.warm) ? now.warm : warm);
  }

  private static <T> T mine(T mine, T made, T now) {
    return mine.equals(made) ? now : mine;
  }

  public boolean provisioned() {
    return capacity instanceof Capacity.Provisioned;
  }

  /// How the units of an index, or of the table for null, are scaled.
  public Optional<ScaledUnits> scaled(@Nullable String index, ScaledUnits.Side side) {
    return scaling.stream().filter(units -> units.of(index, side)).findFirst();
  }
}
