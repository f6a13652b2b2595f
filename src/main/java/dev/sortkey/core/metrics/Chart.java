package dev.sortkey.core.metrics;

import java.util.List;

/// What one chart shows; without lines nothing was measured in this time.
public record Chart(Topic topic, TimeWindow window, List<Line> lines) {
  public Chart {
    lines = List.copyOf(lines);
  }
}
