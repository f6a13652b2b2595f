package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.table.TableSchema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading costs before it is done: from the counts and sizes in the table's description, and
/// from a sample of its items where there is one.
final class Estimator {
  private static final double PAGE_BYTES = 1 << 20;

  /// The most items that Sortkey asks for at a time.
  private static final double PAGE_ITEMS = 3_000;

  /// How far a description's size may be off, being up to six hours old.
  private static final double STALE = 0.02;

  /// The size of an item of which nothing is known.
  private static final double SOME_BYTES = 400;

  private final TableSchema table;
  private final Observed seen;
  private final Sample sample;

  Estimator(TableSchema table, Observed seen) {
    this.table = table;
    this.seen = seen;
    this.sample = seen.sample(table);
  }

  /// @param expected what ways are ranked by
  record Estimate(double low, double expected, double high, double requests) {
    CostEstimate cost() {
      return new CostEstimate(low, high == Double.POSITIVE_INFINITY ? null : high);
    }

    Estimate plus(Estimate other) {
      return new Estimate(
          low + other.low, expected + other.expected, high + other.high, requests + other.requests);
    }
  }

  Sample sample() {
    return sample;
  }

  Estimate get(int keys, boolean consistent) {
    double unit = unit(consistent);
    Sample.Sizes size = sizes(new Source(table, null));
    double most = units(Math.max(size.most(), size.mean() * 4));
    return new Estimate(keys * unit, keys * unit * size.units(), keys * unit * most, 1);
  }

  /// @param before what an item must fulfil to be fetched; null for no fetch
  Estimate query(ReadPlan plan, Source source, List<KeyRange> ranges, @Nullable Condition before) {
    double unit = unit(plan.consistent());
    Estimate all = new Estimate(0, 0, 0, 0);
    for (KeyRange range : ranges) {
      Sample.Rows rows = limited(plan, sample.rows(source, range, null));
      Estimate read = read(source, range, rows, unit);
      if (plan.limit() != null && plan.drops()) {
        read = new Estimate(unit, read.expected(), read.high(), read.requests());
      }
      all = all.plus(read);
      if (plan.fetch() != null) {
        Sample.Rows kept =
            before == null ? rows : limited(plan, sample.rows(source, range, before));
        all = all.plus(fetched(kept, unit));
      }
    }
    return all;
  }

  /// Without a filter no more is read than the limit asks for.
  private static Sample.Rows limited(ReadPlan plan, Sample.Rows rows) {
    return plan.limit() == null || plan.drops() ? rows : rows.atMost(plan.limit());
  }

  private Estimate read(Source source, KeyRange range, Sample.Rows rows, double unit) {
    Sample.Sizes size = sizes(source);
    double low = rows.low() * size.mean() - spread(size, rows.low());
    double high = rows.high() * size.mean() + spread(size, rows.high());
    double expected = rows.expected() * size.mean();
    if (sample.isAll()) {
      low = sample.bytes(source, range.condition(source.keys()));
      high = low;
      expected = low;
    }
    double pages = high == Double.POSITIVE_INFINITY ? 1 : pages(high, rows.high());
    return new Estimate(
        unit * units(low),
        sample.isAll() ? unit * units(expected) : unit * likely(expected),
        unit * (units(high) + pages - 1),
        Math.max(1, pages(expected, rows.expected())));
  }

  private Estimate fetched(Sample.Rows rows, double unit) {
    Sample.Sizes size = sizes(new Source(table, null));
    double most = units(Math.max(size.most(), size.mean() * 2));
    return new Estimate(
        rows.low() * unit,
        rows.expected() * unit * size.units(),
        rows.high() * unit * most,
        Math.ceil(rows.expected() / 100));
  }

  Estimate scan(ReadPlan plan, Source source) {
    double unit = unit(plan.consistent());
    double bytes = source.bytes();
    double low = bytes * (1 - STALE);
    double high = bytes * (1 + STALE);
    if (sample.isAll()) {
      bytes = sample.bytes(source);
      low = bytes;
      high = bytes;
    } else if (bytes <= 0) {
      high = Double.POSITIVE_INFINITY;
    }
    double items = source.itemCount();
    if (plan.limit() != null) {
      double part = plan.limit() * sizes(source).mean();
      low = Math.min(low, plan.drops() ? 0 : part * 0.7);
      high = plan.drops() ? high : Math.min(high, part * 1.5);
      items = plan.drops() ? items : Math.min(items, plan.limit());
    }
    double pages = pages(bytes, items);
    return new Estimate(
        unit * units(low),
        unit * units((low + Math.min(high, Math.max(bytes, low))) / 2),
        unit * (units(high) + pages - 1),
        pages);
  }

  /// How long so many units take, by what earlier reads took, else by what is usual.
  Span time(Estimate estimate) {
    double pages = Math.max(1, estimate.requests());
    double low = pages * 4 + estimate.low() * 0.15;
    double high = pages * 40 + Math.min(estimate.high(), Math.max(estimate.low(), 1e7)) * 4;
    if (seen.units() > 0) {
      double pace = seen.time().toMillis() / seen.units();
      low = Math.max(2, Math.min(estimate.low() * pace, estimate.expected() * pace) * 0.4);
      high =
          Math.max(
              pages * 20,
              (estimate.high() == Double.POSITIVE_INFINITY ? estimate.expected() : estimate.high())
                  * pace
                  * 2);
    }
    return new Span(Duration.ofMillis((long) low), Duration.ofMillis((long) Math.max(low, high)));
  }

  private Sample.Sizes sizes(Source source) {
    return sample.sizes(source).orElseGet(() -> described(source));
  }

  /// What the description says of the sizes.
  private static Sample.Sizes described(Source source) {
    double mean =
        source.itemCount() > 0 && source.bytes() > 0
            ? (double) source.bytes() / source.itemCount()
            : SOME_BYTES;
    return new Sample.Sizes(mean, mean, mean * 4, units(mean));
  }

  private static double spread(Sample.Sizes size, double rows) {
    return rows == Double.POSITIVE_INFINITY ? 0 : 2.6 * size.deviation() * Math.sqrt(rows);
  }

  private static double pages(double bytes, double items) {
    return Math.max(1, Math.ceil(Math.max(bytes / PAGE_BYTES, items / PAGE_ITEMS)));
  }

  /// One unit reads 4 KB consistently, half a unit eventually so (Developer Guide, "Read
  /// consistency and capacity units"); nothing costs less than one such portion.
  private static double unit(boolean consistent) {
    return consistent ? 1.0 : 0.5;
  }

  /// What rounding up makes of an uncertain size, on average.
  private static double likely(double bytes) {
    return Math.max(1, bytes / CostEstimate.UNIT_BYTES + 0.5);
  }

  private static double units(double bytes) {
    return Math.max(1, Math.ceil(bytes / CostEstimate.UNIT_BYTES));
  }
}
