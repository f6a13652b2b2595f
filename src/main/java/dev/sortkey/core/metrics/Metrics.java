package dev.sortkey.core.metrics;

import java.util.List;
import java.util.Map;

/// CloudWatch's figures of a table. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface Metrics {
  /// Reads all pages of all figures. A figure that CloudWatch has nothing of gets an empty list.
  ///
  /// @return for each figure its points, oldest first
  Map<Wanted, List<Point>> read(List<Wanted> wanted, TimeWindow window);
}
