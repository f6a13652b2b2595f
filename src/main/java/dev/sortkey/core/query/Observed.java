package dev.sortkey.core.query;

import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.List;

/// What earlier reads showed of a table, for estimates: items in the order of an unfiltered Scan of
/// the table from its beginning, and how quickly pages came.
///
/// @param sample at most [#MOST] items
/// @param units read capacity units that were read in `time`, zero when nothing was
public record Observed(List<Item> sample, double units, Duration time) {
  /// As many as planning at every keystroke can afford to look at.
  public static final int MOST = 500;

  private static final Observed NONE = new Observed(List.of(), 0, Duration.ZERO);

  public Observed {
    sample = List.copyOf(sample.size() > MOST ? sample.subList(0, MOST) : sample);
  }

  public static Observed none() {
    return NONE;
  }

  public Observed withSample(List<Item> items) {
    return new Observed(items, units, time);
  }

  /// After another read.
  public Observed plus(double moreUnits, Duration moreTime) {
    return new Observed(sample, units + moreUnits, time.plus(moreTime));
  }
}
