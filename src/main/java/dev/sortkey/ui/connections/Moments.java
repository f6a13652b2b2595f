package dev.sortkey.ui.connections;

import dev.sortkey.core.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says when something was, as short as its age allows.
final class Moments {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

  private Moments() {}

  /// 08:31, yesterday, Dec 19, 2025-12-19.
  static String words(Instant moment, Clock clock) {
    ZonedDateTime then = moment.atZone(clock.getZone());
    LocalDate day = then.toLocalDate();
    LocalDate today = LocalDate.now(clock);
    if (day.equals(today)) {
      return TIME.format(then);
    }
    if (day.equals(today.minusDays(1))) {
      return Messages.text("connections.recent.yesterday");
    }
    return day.getYear() == today.getYear() ? DAY.format(then) : day.toString();
  }
}
