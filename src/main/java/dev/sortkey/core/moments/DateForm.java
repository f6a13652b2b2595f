package dev.sortkey.core.moments;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// How an item holds a moment. DynamoDB has no type of its own for it; strings in ISO 8601 and
/// epoch numbers are what its guides use.
public enum DateForm {
  /// `2024-12-22`.
  DATE(AttrType.S),
  /// `2024-12-22T10:30:00Z`.
  INSTANT(AttrType.S),
  EPOCH_SECONDS(AttrType.N),
  EPOCH_MILLIS(AttrType.N);

  /// Numbers from here on count milliseconds: as seconds it would be the year 5138.
  private static final long FIRST_MILLIS = 100_000_000_000L;

  /// Numbers below count something else: as seconds it is 1990.
  private static final long FIRST_SECONDS = 631_152_000L;

  private final AttrType type;

  DateForm(AttrType type) {
    this.type = type;
  }

  public AttrType type() {
    return type;
  }

  public String write(ZonedDateTime moment) {
    return switch (this) {
      case DATE -> moment.toLocalDate().toString();
      case INSTANT -> moment.toInstant().toString();
      case EPOCH_SECONDS -> Long.toString(moment.toEpochSecond());
      case EPOCH_MILLIS -> Long.toString(moment.toInstant().toEpochMilli());
    };
  }

  /// The form of a value that looks like a moment.
  public static Optional<DateForm> of(Attr value) {
    return switch (value) {
      case Attr.S(String text) when isDate(text) -> Optional.of(DATE);
      case Attr.S(String text) when isInstant(text) -> Optional.of(INSTANT);
      case Attr.N(String digits) -> ofNumber(digits);
      default -> Optional.empty();
    };
  }

  /// The form that most of the values have, when at least half of them look like moments.
  public static Optional<DateForm> of(List<Attr> values) {
    int[] counts = new int[values().length];
    for (Attr value : values) {
      of(value).ifPresent(form -> counts[form.ordinal()]++);
    }
    DateForm most = DATE;
    for (DateForm form : values()) {
      most = counts[form.ordinal()] > counts[most.ordinal()] ? form : most;
    }
    int found = counts[most.ordinal()];
    return found > 0 && 2 * found >= values.size() ? Optional.of(most) : Optional.empty();
  }

  private static Optional<DateForm> ofNumber(String digits) {
    try {
      long number = new BigDecimal(digits).longValueExact();
      if (number >= FIRST_MILLIS && number < FIRST_MILLIS * 100) {
        return Optional.of(EPOCH_MILLIS);
      }
      return number >= FIRST_SECONDS && number < FIRST_MILLIS
          ? Optional.of(EPOCH_SECONDS)
          : Optional.empty();
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC) != null;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      return text.length() >= 20 && text.length() <= 30 && Instant.parse(text) != null;
    } catch (DateTimeException _) {
      return false;
    }
  }
}
