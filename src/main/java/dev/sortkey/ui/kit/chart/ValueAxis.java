package dev.sortkey.ui.kit.chart;

import java.util.List;
import java.util.stream.IntStream;

/// The upright axis of a chart: from zero to a round number above the highest figure, in a few
/// round steps.
///
/// @param step between two marks
/// @param steps how many of them
record ValueAxis(double step, int steps) {
  private static final int MOST_STEPS = 4;

  /// @param least the smallest step that makes sense, as 1 for what is counted
  static ValueAxis upTo(double highest, double least) {
    double most = highest > 0 ? highest : 1;
    if (most <= least * MOST_STEPS) {
      return new ValueAxis(least, (int) Math.ceil(most / least));
    }
    double unit = Math.pow(10, Math.floor(Math.log10(most / MOST_STEPS)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      double step = factor * unit;
      int steps = (int) Math.ceil(most / step - 1e-9);
      if (steps <= MOST_STEPS) {
        return new ValueAxis(step, steps);
      }
    }
    return new ValueAxis(10 * unit, (int) Math.ceil(most / (10 * unit) - 1e-9));
  }

  double top() {
    return step * steps;
  }

  List<Double> marks() {
    return IntStream.rangeClosed(0, steps).mapToObj(i -> i * step).toList();
  }
}
