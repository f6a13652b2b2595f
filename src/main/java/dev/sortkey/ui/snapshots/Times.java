package dev.sortkey.ui.snapshots;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the list shows them, in the zone of this computer.
final class Times {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ENGLISH);

  private Times() {}

  static String minute(Instant time) {
    return MINUTE.withZone(ZoneId.systemDefault()).format(time);
  }

  static String second(Instant time) {
    return SECOND.withZone(ZoneId.systemDefault()).format(time);
  }

  static String day(Instant time) {
    return DAY.withZone(ZoneId.systemDefault()).format(time);
  }
}
