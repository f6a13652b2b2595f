package dev.sortkey.core.metrics;

import java.util.Comparator;
import java.util.List;

/// One line of a chart; where two points lie further apart than a period, it has a gap, unless it
/// is a limit.
///
/// @param points oldest first, at least one
public record Line(String name, Role role, List<Point> points) {
  /// How a line is meant to be read.
  public enum Role {
    /// What happened.
    FIGURE,
    /// What was allowed.
    LIMIT
  }

  public Line {
    points = List.copyOf(points);
  }

  public Point highest() {
    return points.stream().max(Comparator.comparingDouble(Point::value)).orElseThrow();
  }

  public double average() {
    return points.stream().mapToDouble(Point::value).average().orElseThrow();
  }

  public double sum() {
    return points.stream().mapToDouble(Point::value).sum();
  }

  public Point latest() {
    return points.getLast();
  }
}
