package dev.sortkey.ui.kit.chart;

import java.util.List;
import java.util.stream.IntStream;

/// The upright axis of a chart: from zero to a round number above the highest figure, in a few round
/// steps.
///
/// @param step between two marks
/// @param steps how many of them
record ValueAxis(double step, int steps) {
  private static final int MOST_STEPS = 4;

  static ValueAxis upTo(double highest) {
    double most = highest > 0 ? highest : 1;
    double unit = Math.pow(10, Math.floor(Math.log10(most / MOST_STEPS)));
    for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
      double step = factor * unit;
      int steps = (int) Math.ceil(most / step - 1e-9);
      if (steps <= MOST_STEPS) {
        return new ValueAxis(step, steps);
      }
    }
    return new ValueAxis(20 * unit, MOST_STEPS);
  }

  double top() {
    return step * steps;
  }

  List<Double> marks() {
    return IntStream.rangeClosed(0, steps).mapToObj(i -> i * step).toList();
  }
}
