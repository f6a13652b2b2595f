package dev.sortkey.core.metrics;

/// Whether latency is that of the usual request or of the slowest one in a hundred.
public enum LatencyOf {
  AVERAGE("Average"),
  P99("p99");

  private final String statistic;

  LatencyOf(String statistic) {
    this.statistic = statistic;
  }

  String statistic() {
    return statistic;
  }
}
