package dev.sortkey.ui.backups;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Times as a person reads and types them, in the zone of this computer.
record Moments(ZoneId zone) {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_SECOND =
      DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
  private static final DateTimeFormatter TYPED =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-M-d[ ]['T']H:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalEnd()
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  static Moments here() {
    return new Moments(ZoneId.systemDefault());
  }

  /// 2024-12-17 09:41:00
  String second(Instant time) {
    return SECOND.withZone(zone).format(time);
  }

  /// 2024-12-17 09:41
  String minute(Instant time) {
    return MINUTE.withZone(zone).format(time);
  }

  /// Dec 17, 09:41
  String brief(Instant time) {
    return SHORT.withZone(zone).format(time);
  }

  /// Dec 17, 09:41:00
  String briefSecond(Instant time) {
    return SHORT_SECOND.withZone(zone).format(time);
  }

  /// Dec 17
  String day(Instant time) {
    return DAY.withZone(zone).format(time);
  }

  /// The same second in UTC, as AWS names it.
  String utc(Instant time) {
    return SECOND.withZone(ZoneOffset.UTC).format(time);
  }

  /// What was typed; empty when it is no time, or one that the clock skipped when summer began.
  Optional<Instant> read(String typed) {
    try {
      LocalDateTime time = LocalDateTime.parse(typed.strip(), TYPED);
      List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
      return offsets.isEmpty() ? Optional.empty() : Optional.of(time.toInstant(offsets.getFirst()));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
