package dev.sortkey.core.bulk;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.table.TableSchema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a bulk run is: all that another Sortkey needs to go on with it.
///
/// @param id a file's name in every file system
/// @param connection the id of the connection
/// @param arn of the table, with its account and region
/// @param created when the table was made, since another one may have its name by now; null where
///   the endpoint does not say
/// @param plan that brings whole items
/// @param unitsPerSecond how many write units it may use, at the most
public record RunHead(
    String id,
    Instant begun,
    String connection,
    String table,
    String arn,
    @Nullable Instant created,
    ReadPlan plan,
    BulkEdit edit,
    double unitsPerSecond) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /// A run that begins now.
  ///
  /// @param connection its id
  public static RunHead of(
      String connection,
      TableSchema table,
      ReadPlan plan,
      BulkEdit edit,
      double unitsPerSecond,
      Instant now) {
    return new RunHead(
        STAMP.format(now) + "-" + UUID.randomUUID(),
        now,
        connection,
        table.name(),
        table.arn(),
        table.created(),
        plan,
        edit,
        unitsPerSecond);
  }

  /// The same run at another pace.
  public RunHead at(double units) {
    return new RunHead(id, begun, connection, table, arn, created, plan, edit, units);
  }

  /// Whether a table is the one that the run began on.
  public boolean isOf(TableSchema schema) {
    return schema.name().equals(table)
        && schema.arn().equals(arn)
        && (created == null || schema.created() == null || created.equals(schema.created()));
  }
}
