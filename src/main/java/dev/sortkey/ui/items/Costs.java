package dev.sortkey.ui.items;

import dev.sortkey.core.query.CostEstimate;
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
    String low = units(estimate.low());
    Double high = estimate.high();
    if (high == null) {
      return Messages.text("items.estimate.open", low);
    }
    String most = units(high);
    return most.equals(low)
        ? Messages.text("items.estimate.one", low)
        : Messages.text("items.estimate.range", low, most);
  }

  private static String number(double value, String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
        .format(value);
  }
}
