package dev.sortkey.core.edit;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The write units that a change will cost, as far as they can be told from the item. A unit is 1
/// KB begun, of the larger of the item before and after (Developer Guide, "DynamoDB read and write
/// operations"), twice that in a transaction ("Managing complex workflows with DynamoDB
/// transactions"). An index costs what changes in it: nothing where what it holds stays the same,
/// one write where it comes, goes or changes in its place, and two where its key changes ("Using
/// Global Secondary Indexes in DynamoDB", provisioned throughput considerations). Measured on AWS
/// by the suite dynamodb-conformance: a transaction doubles the table's units and not those of the
/// indexes.
///
/// @param table of the table itself
/// @param indexes of all indexes together
public record WriteUnits(long table, long indexes) {
  private static final int UNIT_BYTES = 1024;

  public static final WriteUnits NONE = new WriteUnits(0, 0);

  public static WriteUnits of(TableSchema table, Change change, boolean inTransaction) {
    Item before = change.before();
    Item after = change.after();
    long units = Math.max(units(before), units(after));
    long indexes = 0;
    for (Index index : table.indexes()) {
      indexes += indexUnits(index, held(table, index, before), held(table, index, after));
    }
    return new WriteUnits(inTransaction ? 2 * units : units, indexes);
  }

  public long total() {
    return table + indexes;
  }

  public WriteUnits plus(WriteUnits other) {
    return new WriteUnits(table + other.table, indexes + other.indexes);
  }

  private static long indexUnits(Index index, @Nullable Item before, @Nullable Item after) {
    if (before == null || after == null) {
      return units(before) + units(after);
    }
    if (index.keys().all().stream().anyMatch(key -> differs(before, after, key.name()))) {
      return units(before) + units(after);
    }
    return ItemDiff.between(before, after).isEmpty() ? 0 : Math.max(units(before), units(after));
  }

  /// What an index holds of an item, or null where the item lacks one of the index's key attributes
  /// and so is not in it.
  private static @Nullable Item held(TableSchema table, Index index, @Nullable Item item) {
    if (item == null || index.keys().all().stream().anyMatch(key -> item.get(key.name()) == null)) {
      return null;
    }
    if (index.projection().kind() == Projection.Kind.ALL) {
      return item;
    }
    Map<String, Attr> held = new LinkedHashMap<>();
    Stream.concat(
            Stream.concat(table.keys().all().stream(), index.keys().all().stream())
                .map(KeyAttribute::name),
            index.projection().included().stream())
        .forEach(name -> {
          Attr value = item.get(name);
          if (value != null) {
            held.put(name, value);
          }
        });
    return Item.of(held);
  }

  private static boolean differs(Item before, Item after, String name) {
    return !ItemDiff.sameOrAbsent(before.get(name), after.get(name));
  }

  private static long units(@Nullable Item item) {
    return item == null ? 0 : Math.max(1, Math.ceilDiv(ItemSize.of(item), UNIT_BYTES));
  }
}
