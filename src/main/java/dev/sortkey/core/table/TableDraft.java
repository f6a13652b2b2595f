package dev.sortkey.core.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table to be created, as the person has described it so far. [TableRules] says what is wrong.
public record TableDraft(
    String name,
    KeySchema keys,
    Capacity capacity,
    List<IndexDraft> indexes,
    boolean deletionProtection,
    Settings settings) {
  /// A secondary index to be created with the table. On-demand indexes follow the table's capacity.
  public record IndexDraft(
      String name, Index.Kind kind, KeySchema keys, Projection projection, Capacity capacity) {}

  /// All beyond keys, capacity and indexes; null is what the person leaves off.
  ///
  /// @param policy the resource policy's JSON
  /// @param ttl the attribute that holds the time at which an item expires
  /// @param recoveryDays how far back point-in-time recovery reaches, 1 to 35 days
  /// @param scaling of provisioned units, of the table and of its global indexes
  public record Settings(
      TableClass tableClass,
      Encryption encryption,
      @Nullable String policy,
      List<Tag> tags,
      @Nullable String ttl,
      @Nullable Integer recoveryDays,
      @Nullable StreamView stream,
      @Nullable WarmThroughput warm,
      List<ScaledUnits> scaling) {
    public Settings {
      tags = List.copyOf(tags);
      scaling = List.copyOf(scaling);
    }

    /// As the console has them by default.
    public static Settings defaults() {
      return new Settings(
          TableClass.STANDARD,
          new Encryption.AwsOwned(),
          null,
          List.of(),
          null,
          null,
          null,
          null,
          List.of());
    }
  }

  public TableDraft {
    indexes = List.copyOf(indexes);
  }

  /// With the console's default settings.
  public TableDraft(
      String name,
      KeySchema keys,
      Capacity capacity,
      List<IndexDraft> indexes,
      boolean deletionProtection) {
    this(name, keys, capacity, indexes, deletionProtection, Settings.defaults());
  }

  public TableDraft with(Settings changed) {
    return new TableDraft(name, keys, capacity, indexes, deletionProtection, changed);
  }
}
