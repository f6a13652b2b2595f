package dev.sortkey.core.query;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What earlier reads showed of a table, for estimates: items in the order of an unfiltered Scan of
/// the table from its beginning, and how quickly pages came. Immutable; what planning works out
/// from the items is kept, since it is asked for at every keystroke.
public final class Observed {
  /// As many items as planning at every keystroke can afford to look at.
  public static final int MOST = 500;

  private final List<Item> items;
  private final double units;
  private final Duration time;
  private final AtomicReference<@Nullable Sample> sample;

  private Observed(
      List<Item> items, double units, Duration time, AtomicReference<@Nullable Sample> sample) {
    this.items = items;
    this.units = units;
    this.time = time;
    this.sample = sample;
  }

  public static Observed none() {
    return new Observed(List.of(), 0, Duration.ZERO, new AtomicReference<>());
  }

  /// @param items the first of an unfiltered Scan; those beyond [#MOST] are left out
  public Observed withSample(List<Item> items) {
    List<Item> first = items.size() > MOST ? items.subList(0, MOST) : items;
    return new Observed(List.copyOf(first), units, time, new AtomicReference<>());
  }

  /// After another read.
  ///
  /// @param moreUnits the read capacity units it consumed
  public Observed plus(double moreUnits, Duration moreTime) {
    return new Observed(items, units + moreUnits, time.plus(moreTime), sample);
  }

  public List<Item> sample() {
    return items;
  }

  /// Read capacity units that were read in [#time], zero when nothing was.
  public double units() {
    return units;
  }

  public Duration time() {
    return time;
  }

  Sample sample(TableSchema table) {
    Sample known = sample.get();
    if (known == null || !known.isOf(table)) {
      known = new Sample(table, items);
      sample.set(known);
    }
    return known;
  }
}
