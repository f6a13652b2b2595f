package dev.sortkey.aws;

import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far one read has come over the requests of its plan, what to ask for next, and whether to go
/// on.
final class ReadTally {
  /// How many requests of a plan are under way at a time.
  static final int WIDTH = 8;

  /// The keys of one BatchGetItem (API reference).
  private static final int KEYS = 100;

  /// The fastest of the page sizes tried on DynamoDB Local; on AWS 1 MB ends most pages before it.
  private static final int LARGEST_PAGE = 3_000;

  private final long began = System.nanoTime();
  private final List<RowChunk> chunks = new ArrayList<>();
  private final ReadPlan plan;
  private final long limit;
  private final Budget budget;
  private final List<Cursor.Place> open = new ArrayList<>();
  private int next;
  private long count;
  private long scanned;
  private double readUnits;
  private int pages;
  private long window;

  /// @param from the last evaluated key, or null at the request's beginning
  record Step(int request, @Nullable Item from, int limit) {}

  ReadTally(ReadPlan plan, @Nullable Cursor cursor, Budget budget) {
    this.plan = plan;
    this.limit = plan.limit() == null ? Long.MAX_VALUE : plan.limit();
    this.budget = budget;
    this.window = limit;
    if (cursor != null) {
      open.addAll(cursor.open());
      next = cursor.next();
    }
  }

  long count() {
    return count;
  }

  long scanned() {
    return scanned;
  }

  double readUnits() {
    return readUnits;
  }

  /// What to send beside each other: requests that are open first, then new ones. With a limit on
  /// the items it is one at a time, so that none is read in vain.
  List<Step> wave() {
    int width = limit < Long.MAX_VALUE ? 1 : WIDTH;
    if (plan.operation() == ReadPlan.Operation.GET) {
      width = (int) Math.min(KEYS, limit - count);
    }
    int asked = nextLimit();
    List<Step> steps = new ArrayList<>();
    for (Cursor.Place place : open.subList(0, Math.min(width, open.size()))) {
      steps.add(new Step(place.request(), place.lastEvaluatedKey(), asked));
    }
    for (int i = next; steps.size() < width && i < plan.requests().size(); i++) {
      steps.add(new Step(i, null, asked));
    }
    return steps;
  }

  /// DynamoDB counts its Limit before the filter. Without a filter it is what is still wanted; with
  /// one, and with a limit on the matches, it begins at what cannot bring too many and grows.
  private int nextLimit() {
    long wanted = Math.min(LARGEST_PAGE, budget.scanned() - scanned);
    wanted = Math.min(wanted, plan.drops() ? window : Math.min(limit, budget.items()) - count);
    return (int) Math.max(1, wanted);
  }

  /// Books a page. A page that holds more matches than the limit allows is dropped and read again
  /// with a smaller Limit, since a cursor can only stand at a page's end.
  ///
  /// @return whether the page's items count
  boolean take(Step step, KeptPage page) {
    pages++;
    readUnits += page.readUnits();
    if (page.items().size() > limit - count) {
      window = limit - count;
      return false;
    }
    count += page.items().size();
    scanned += page.scanned();
    open.removeIf(place -> place.request() == step.request());
    next = Math.max(next, step.request() + 1);
    if (page.lastEvaluatedKey() != null) {
      open.add(new Cursor.Place(step.request(), page.lastEvaluatedKey()));
    }
    if (limit != Long.MAX_VALUE) {
      window = Math.max(limit - count, Math.min(LARGEST_PAGE, window * 2));
    }
    return true;
  }

  void add(RowChunk chunk) {
    chunks.add(chunk);
  }

  boolean goesOn() {
    return !ended()
        && count < Math.min(limit, budget.items())
        && scanned < budget.scanned()
        && readUnits < budget.readUnits()
        && time().compareTo(budget.time()) < 0;
  }

  ReadResult result() {
    Cursor cursor = ended() ? null : new Cursor(open, next);
    return new ReadResult(chunks, cursor, count, scanned, readUnits, pages, time());
  }

  private boolean ended() {
    return open.isEmpty() && next >= plan.requests().size();
  }

  private Duration time() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
