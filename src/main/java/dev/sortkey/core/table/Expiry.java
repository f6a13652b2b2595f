package dev.sortkey.core.table;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.Item;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// What TTL makes of one item: it takes a Number of seconds since 1970, and leaves alone what lies
/// more than five years back (Developer Guide, "Using time to live").
public enum Expiry {
  /// Would be deleted.
  EXPIRED,
  LATER,
  TOO_OLD,
  /// So far ahead that it must be milliseconds, and would never expire.
  MILLISECONDS,
  /// Of another type than Number, which TTL does not read.
  OTHER_TYPE,
  ABSENT;

  private static final long FIVE_YEARS = Duration.ofDays(5 * 365 + 1).toSeconds();

  /// In the year 5138 as seconds, in 1973 as milliseconds.
  private static final BigDecimal MILLISECONDS_FROM = new BigDecimal("100000000000");

  public static Expiry of(Item item, String attribute, Instant now) {
    return switch (item.get(attribute)) {
      case null -> ABSENT;
      case Attr.N(String digits) when DynamoNumber.isNumber(digits) -> of(digits, now);
      default -> OTHER_TYPE;
    };
  }

  private static Expiry of(String digits, Instant now) {
    var at = new BigDecimal(digits);
    if (at.compareTo(MILLISECONDS_FROM) >= 0) {
      return MILLISECONDS;
    }
    if (at.compareTo(BigDecimal.valueOf(now.getEpochSecond())) > 0) {
      return LATER;
    }
    return at.compareTo(BigDecimal.valueOf(now.getEpochSecond() - FIVE_YEARS)) < 0
        ? TOO_OLD
        : EXPIRED;
  }
}
