package dev.sortkey.ui.purge;

import dev.sortkey.core.purge.Emptying;
import dev.sortkey.core.purge.PurgeEstimate;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Figures;
import java.time.Duration;
import java.util.Locale;

/// What emptying a table costs and how far it is, in words.
final class PurgeWords {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private PurgeWords() {}

  static String reads(PurgeEstimate estimate) {
    return Messages.text("purge.each.reads", units(estimate.readUnits()));
  }

  static String writes(PurgeEstimate estimate, boolean indexed) {
    String table = range(estimate.table());
    return indexed
        ? Messages.text("purge.each.writes.indexed", table, range(estimate.indexes()))
        : Messages.text("purge.each.writes", table);
  }

  static String takes(PurgeEstimate estimate, double unitsPerSecond) {
    Duration longest = estimate.most(unitsPerSecond);
    if (longest.compareTo(MINUTE) < 0) {
      long from = Math.max(1, estimate.least(unitsPerSecond).toSeconds());
      long to = Math.max(1, longest.toSeconds());
      return from == to
          ? Messages.text("purge.each.takes", time(longest))
          : Messages.text("purge.each.takes.seconds", from, to);
    }
    String least = time(estimate.least(unitsPerSecond));
    String most = time(estimate.most(unitsPerSecond));
    return least.equals(most)
        ? Messages.text("purge.each.takes", most)
        : Messages.text("purge.each.takes.range", least, most);
  }

  private static String range(PurgeEstimate.Units units) {
    return units.least() == units.most()
        ? Figures.count(units.most())
        : Messages.text("purge.range", Figures.count(units.least()), Figures.count(units.most()));
  }

  private static String time(Duration time) {
    return time.compareTo(MINUTE) < 0
        ? Messages.text("purge.seconds", Math.max(1, time.toSeconds()))
        : Figures.left(time);
  }

  static String units(double units) {
    return String.format(Locale.ENGLISH, units == Math.rint(units) ? "%,.0f" : "%,.1f", units);
  }

  /// How far it is.
  static String far(Emptying.Standing far) {
    return Messages.text(
        "purge.each.far",
        far.pass(),
        Figures.count(far.deleted()),
        far.left(),
        units(far.writeUnits()));
  }

  /// What came of it at its end.
  static String ended(String table, Emptying.Standing end) {
    return end.empty()
        ? Messages.text(
            "purge.each.done", table, Figures.count(end.deleted()), units(end.writeUnits()))
        : Messages.text(
            "purge.each.left",
            table,
            Figures.count(end.deleted()),
            units(end.writeUnits()),
            end.left());
  }
}
