package dev.sortkey.core.query;

import org.jspecify.annotations.Nullable;

/// What a read may cost, in read capacity units.
///
/// @param low at least this
/// @param high at most about this, or null when nothing is known
public record CostEstimate(double low, @Nullable Double high) {
  /// One unit reads 4 KB consistently, half a unit eventually so (Developer Guide, "Read
  /// consistency and capacity units").
  static final int UNIT_BYTES = 4096;

  /// The most that one request reads.
  private static final long PAGE_BYTES = 1 << 20;

  /// @param bytes the size of what is read from, zero when unknown
  static CostEstimate of(ReadPlan plan, long bytes) {
    double unit = plan.consistent() ? 1.0 : 0.5;
    if (bytes <= 0) {
      return new CostEstimate(unit, null);
    }
    return switch (plan.operation()) {
      case GET -> new CostEstimate(unit, unit);
      case SCAN -> new CostEstimate(cost(bytes, unit), cost(bytes, unit));
      case QUERY -> new CostEstimate(unit, Math.min(cost(bytes, unit), most(plan, unit)));
    };
  }

  /// Without a filter the first page has what was asked for; with one, pages follow until the
  /// budget is used up.
  private static double most(ReadPlan plan, double unit) {
    double page = cost(PAGE_BYTES, unit);
    return plan.filter() == null ? page : Budget.firstPage().readUnits() + page;
  }

  private static double cost(long bytes, double unit) {
    return Math.ceilDiv(bytes, UNIT_BYTES) * unit;
  }
}
