package dev.sortkey.ui.editor;

import dev.sortkey.core.moments.DateForm;
import dev.sortkey.core.value.Attr;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The moment that a number may mean.
///
/// @param local in the person's own zone, which is named
record EpochDate(String local, String utc) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ENGLISH);
  private static final DateTimeFormatter LOCAL_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS z", Locale.ENGLISH);

  /// Nothing for a number that counts something else.
  static Optional<EpochDate> of(String digits, ZoneId zone) {
    return DateForm.of(new Attr.N(digits))
        .map(form -> {
          long number = new BigDecimal(digits).longValueExact();
          Instant at =
              form == DateForm.EPOCH_MILLIS
                  ? Instant.ofEpochMilli(number)
                  : Instant.ofEpochSecond(number);
          DateTimeFormatter pattern =
              form == DateForm.EPOCH_MILLIS && number % 1000 != 0 ? LOCAL_MILLIS : LOCAL;
          return new EpochDate(
              LOCAL.format(at.atZone(zone)),
              pattern.format(at.atZone(ZoneOffset.UTC)).replace(" Z", " UTC"));
        });
  }
}
