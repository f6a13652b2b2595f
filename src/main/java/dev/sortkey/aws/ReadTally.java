package dev.sortkey.aws;

import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far one read has come, how much to ask for next, and whether to go on.
final class ReadTally {
  /// The fastest of the page sizes tried on DynamoDB Local; on AWS 1 MB ends most pages before it.
  private static final int LARGEST_PAGE = 3_000;

  private final long began = System.nanoTime();
  private final List<RowChunk> chunks = new ArrayList<>();
  private final boolean filtered;
  private final long limit;
  private final Budget budget;
  private @Nullable Cursor cursor;
  private long count;
  private long scanned;
  private double readUnits;
  private int pages;
  private long window;
  private boolean ended;

  ReadTally(ReadPlan plan, @Nullable Cursor cursor, Budget budget) {
    this.filtered = plan.filter() != null;
    this.limit = plan.limit() == null ? Long.MAX_VALUE : plan.limit();
    this.cursor = cursor;
    this.budget = budget;
    this.window = limit;
  }

  @Nullable Cursor cursor() {
    return cursor;
  }

  long count() {
    return count;
  }

  long scanned() {
    return scanned;
  }

  /// DynamoDB counts its Limit before the filter. Without a filter it is what is still wanted; with
  /// one, and with a limit on the matches, it begins at what cannot bring too many and grows.
  int nextLimit() {
    long wanted = Math.min(LARGEST_PAGE, budget.scanned() - scanned);
    wanted = Math.min(wanted, filtered ? window : Math.min(limit, budget.items()) - count);
    return (int) Math.max(1, wanted);
  }

  /// Books a page. A page that holds more matches than the limit allows is dropped and read again
  /// with a smaller Limit, since a cursor can only stand at a page's end.
  ///
  /// @return whether the page's items count
  boolean take(SdkPage page) {
    pages++;
    readUnits += page.readUnits();
    if (page.items().size() > limit - count) {
      window = limit - count;
      return false;
    }
    count += page.items().size();
    scanned += page.scanned();
    cursor = page.cursor();
    ended = cursor == null;
    if (limit != Long.MAX_VALUE) {
      window = Math.max(limit - count, Math.min(LARGEST_PAGE, window * 2));
    }
    return true;
  }

  void add(RowChunk chunk) {
    chunks.add(chunk);
  }

  boolean goesOn() {
    return !ended
        && count < Math.min(limit, budget.items())
        && scanned < budget.scanned()
        && readUnits < budget.readUnits()
        && time().compareTo(budget.time()) < 0;
  }

  ReadResult result() {
    return new ReadResult(chunks, cursor, count, scanned, readUnits, pages, time());
  }

  private Duration time() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
