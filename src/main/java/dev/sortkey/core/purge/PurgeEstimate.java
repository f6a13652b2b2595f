package dev.sortkey.core.purge;

import dev.sortkey.core.table.TableSchema;
import java.time.Duration;

/// What deleting each item of a table would use, by the counts and sizes of its description. Sizes
/// are known only in sum, so writes are a range: an item takes a unit for each KB begun, which is
/// at least the sum in KB and at most one more for each item (Developer Guide, "DynamoDB read and
/// write operations").
///
/// @param readUnits of an eventually consistent scan
/// @param table write units of the table itself
/// @param indexes write units of all indexes together: an entry is a write of its own
public record PurgeEstimate(long items, long bytes, double readUnits, Units table, Units indexes) {
  private static final long READ_BYTES = 4096;
  private static final long WRITE_BYTES = 1024;

  /// From the least to the most.
  public record Units(long least, long most) {
    static final Units NONE = new Units(0, 0);

    static Units ofDeleting(long count, long bytes) {
      return count == 0
          ? NONE
          : new Units(
              Math.max(count, Math.ceilDiv(bytes, WRITE_BYTES)), count + bytes / WRITE_BYTES);
    }

    public Units plus(Units other) {
      return new Units(least + other.least, most + other.most);
    }
  }

  public static PurgeEstimate of(TableSchema table) {
    Units indexes =
        table.indexes().stream()
            .map(index -> Units.ofDeleting(index.itemCount(), index.sizeBytes()))
            .reduce(Units.NONE, Units::plus);
    return new PurgeEstimate(
        table.itemCount(),
        table.sizeBytes(),
        Math.ceilDiv(table.sizeBytes(), READ_BYTES) * 0.5,
        Units.ofDeleting(table.itemCount(), table.sizeBytes()),
        indexes);
  }

  public Units writes() {
    return table.plus(indexes);
  }

  /// How long the writes take at the least, at so many units a second.
  public Duration least(double unitsPerSecond) {
    return time(writes().least(), unitsPerSecond);
  }

  /// How long the writes take at the most.
  public Duration most(double unitsPerSecond) {
    return time(writes().most(), unitsPerSecond);
  }

  private static Duration time(long units, double unitsPerSecond) {
    return Duration.ofMillis((long) Math.ceil(units * 1000.0 / unitsPerSecond));
  }
}
