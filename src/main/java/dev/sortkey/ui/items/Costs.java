package dev.sortkey.ui.items;

import dev.sortkey.core.query.CostEstimate;
import dev.sortkey.core.query.Span;
import dev.sortkey.core.text.Messages;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/// Writes what reads cost in units and time, as the bars show it.
final class Costs {
  private Costs() {}

  static String units(double units) {
    return number(units, "#,##0.##");
  }

  static String time(Duration time) {
    long millis = time.toMillis();
    return millis < 1_000
        ? Messages.text("items.time.ms", Math.max(1, millis))
        : Messages.text(
            "items.time.s", number(millis / 1_000.0, millis < 10_000 ? "0.0" : "#,##0"));
  }

  /// `reads about 0.5–2 RCU`.
  static String estimate(CostEstimate estimate) {
    Double high = estimate.high();
    return high == null
        ? Messages.text("items.estimate.open", units(rounded(estimate.low())))
        : Messages.text("items.estimate", range(estimate));
  }

  /// `0.5–2`, or `0.5` when both ends are the same.
  static String range(CostEstimate estimate) {
    String low = units(rounded(estimate.low()));
    Double high = estimate.high();
    if (high == null) {
      return Messages.text("items.range.open", low);
    }
    String most = units(rounded(high));
    return most.equals(low) ? low : Messages.text("items.range", low, most);
  }

  /// Estimates of hundreds of units have no halves.
  private static double rounded(double units) {
    return units < 10 ? units : Math.round(units);
  }

  /// `20–60 ms`, `2–6 s`.
  static String span(Span span) {
    long low = Math.max(1, rough(span.low().toMillis()));
    long high = Math.max(low, rough(span.high().toMillis()));
    if (high < 1_000) {
      return Messages.text("items.time.ms", low == high ? number(high, "0") : low + "–" + high);
    }
    String from = number(low / 1_000.0, low < 9_500 ? "0.#" : "#,##0");
    String to = number(high / 1_000.0, high < 9_500 ? "0.#" : "#,##0");
    return Messages.text("items.time.s", from.equals(to) ? to : from + "–" + to);
  }

  /// To two digits, which is more than an estimate knows.
  private static long rough(long millis) {
    if (millis < 20) {
      return millis;
    }
    long step = (long) Math.pow(10, Math.floor(Math.log10(millis)) - 1);
    return Math.round((double) millis / step) * step;
  }

  private static String number(double value, String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
        .format(value);
  }
}
