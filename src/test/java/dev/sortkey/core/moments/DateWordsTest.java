package dev.sortkey.core.moments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {
  /// A Thursday, half past three in the afternoon in Berlin.
  private final DateWords words =
      new DateWords(Clock.fixed(Instant.parse("2026-11-26T14:30:00Z"), ZoneId.of("Europe/Berlin")));

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-26, 2026-11-26",
    "yesterday, 2026-11-25, 2026-11-25",
    "Last 7 days, 2026-11-19, 2026-11-26",
    "past 2 weeks, 2026-11-12, 2026-11-26",
    "this week, 2026-11-23, 2026-11-29",
    "this month, 2026-11-01, 2026-11-30",
    "last month, 2026-10-01, 2026-10-31",
    "last year, 2025-01-01, 2025-12-31",
    "2026-02, 2026-02-01, 2026-02-28"
  })
  void stretchesHaveABeginningAndAnEnd(String said, String low, String high) {
    DateWords.Stretch stretch = words.read(said).getFirst();
    assertThat(DateForm.DATE.write(stretch.low())).isEqualTo(low);
    assertThat(DateForm.DATE.write(stretch.high())).isEqualTo(high);
  }

  @Test
  void daysBeginWhereThePersonIs() {
    DateWords.Stretch today = words.read("today").getFirst();
    assertThat(DateForm.INSTANT.write(today.low())).isEqualTo("2026-11-25T23:00:00Z");
    assertThat(DateForm.INSTANT.write(today.high())).isEqualTo("2026-11-26T22:59:59.999Z");
    assertThat(DateForm.EPOCH_SECONDS.write(today.low())).isEqualTo("1795647600");
    assertThat(DateForm.EPOCH_MILLIS.write(today.low())).isEqualTo("1795647600000");
  }

  @Test
  void aMomentIsOne() {
    DateWords.Stretch moment = words.read("2026-11-26 10:15").getFirst();
    assertThat(moment.isMoment()).isTrue();
    assertThat(DateForm.INSTANT.write(moment.low())).isEqualTo("2026-11-26T09:15:00Z");
    assertThat(DateForm.INSTANT.write(words.read("2026-11-26T10:15:30Z").getFirst().low()))
        .isEqualTo("2026-11-26T10:15:30Z");
  }

  @Test
  void whatIsHalfTypedIsOffered() {
    assertThat(words.read("last 3"))
        .extracting(DateWords.Stretch::words)
        .contains("last 3 days", "last 3 hours", "last 3 minutes");
    assertThat(words.read("yes")).extracting(DateWords.Stretch::words).containsExactly("yesterday");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1001", "C123", "DRAFT", "lasting", "2026-13-01", "2026-02-30", "la"})
  void whatIsNoTimeIsNotTakenForOne(String text) {
    assertThat(words.read(text)).isEmpty();
  }

  @Test
  void theFormOfValuesIsKnown() {
    assertThat(DateForm.of(List.of(new Attr.S("2024-12-22"), new Attr.S("x"))))
        .contains(DateForm.DATE);
    assertThat(DateForm.of(new Attr.S("2024-12-22T10:00:00.000Z"))).contains(DateForm.INSTANT);
    assertThat(DateForm.of(new Attr.N("1734861600"))).contains(DateForm.EPOCH_SECONDS);
    assertThat(DateForm.of(new Attr.N("1734861600000"))).contains(DateForm.EPOCH_MILLIS);
    assertThat(DateForm.of(List.of(new Attr.N("12"), new Attr.N("99.5")))).isEmpty();
    assertThat(DateForm.of(List.of())).isEmpty();
  }
}
