package dev.sortkey.core.snapshot;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.transfer.BulkItems;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.function.Predicate;

/// The items of a table as they are now.
public final class TableItems implements ItemSource {
  private static final int MOST_PARTS = 8;
  private static final long ITEMS_A_PART = 2_000;
  private static final long BYTES_A_PART = 8L * 1024 * 1024;

  private final BulkItems bulk;
  private final long about;
  private final List<BulkItems.Part> parts;

  public TableItems(BulkItems bulk, TableSchema table, boolean consistent) {
    this.bulk = bulk;
    this.about = table.itemCount();
    this.parts = BulkItems.Part.of(table.name(), parts(table), consistent);
  }

  private static int parts(TableSchema table) {
    long parts = Math.max(table.itemCount() / ITEMS_A_PART, table.sizeBytes() / BYTES_A_PART);
    return Math.clamp(parts, 1, MOST_PARTS);
  }

  @Override
  public long about() {
    return about;
  }

  @Override
  public int parts() {
    return parts.size();
  }

  @Override
  public void read(int part, Predicate<List<Item>> taker) {
    bulk.scan(parts.get(part), page -> taker.test(page.items()));
  }
}
