package dev.sortkey.core.metrics;

import java.util.List;

/// One series of figures that CloudWatch keeps: a metric, what it is about, and how the figures of
/// a period become one (Developer Guide, "DynamoDB Metrics and dimensions").
///
/// @param statistic as CloudWatch writes it: `Sum`, `Average`, `p99`
public record Wanted(String metric, List<Dimension> dimensions, String statistic) {
  public static final String NAMESPACE = "AWS/DynamoDB";

  /// What a metric is about: `TableName`, `GlobalSecondaryIndexName`, `Operation`.
  public record Dimension(String name, String value) {}

  public Wanted {
    dimensions = List.copyOf(dimensions);
  }
}
