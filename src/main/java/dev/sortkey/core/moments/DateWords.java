package dev.sortkey.core.moments;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands `last 7 days`, `yesterday`, `2024-12-22` and the like.
public final class DateWords {
  /// Shorter words are more likely values.
  private static final int SHORTEST = 3;

  private static final Pattern LAST =
      Pattern.compile("(?:in the )?(?:last|past) ?(\\d{1,4})? ?(?:([a-z]*))");
  private static final List<ChronoUnit> UNITS =
      List.of(
          ChronoUnit.DAYS,
          ChronoUnit.HOURS,
          ChronoUnit.MINUTES,
          ChronoUnit.WEEKS,
          ChronoUnit.MONTHS);

  private final Clock clock;

  /// @param clock with the zone in which days begin
  public DateWords(Clock clock) {
    this.clock = clock;
  }

  /// @param words as it may be said
  /// @param low its beginning
  /// @param high its end, itself included; the same as the beginning for a moment
  public record Stretch(String words, ZonedDateTime low, ZonedDateTime high) {
    public boolean isMoment() {
      return low.equals(high);
    }
  }

  /// What a text may mean, as far as it is typed; nothing when it is about no time.
  public List<Stretch> read(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (typed.length() < SHORTEST) {
      return List.of();
    }
    List<Stretch> all = new ArrayList<>();
    date(typed).ifPresent(all::add);
    for (Stretch fixed : fixed()) {
      if (fixed.words().startsWith(typed)) {
        all.add(fixed);
      }
    }
    all.addAll(last(typed));
    return all;
  }

  private List<Stretch> fixed() {
    ZonedDateTime today = now().truncatedTo(ChronoUnit.DAYS);
    ZonedDateTime week = today.minusDays(today.getDayOfWeek().getValue() - 1L);
    ZonedDateTime month = today.withDayOfMonth(1);
    ZonedDateTime year = today.withDayOfYear(1);
    return List.of(
        whole("today", today, today.plusDays(1)),
        whole("yesterday", today.minusDays(1), today),
        whole("tomorrow", today.plusDays(1), today.plusDays(2)),
        whole("this week", week, week.plusWeeks(1)),
        whole("last week", week.minusWeeks(1), week),
        whole("this month", month, month.plusMonths(1)),
        whole("last month", month.minusMonths(1), month),
        whole("this year", year, year.plusYears(1)),
        whole("last year", year.minusYears(1), year));
  }

  private List<Stretch> last(String typed) {
    Matcher matcher = LAST.matcher(typed);
    if (!matcher.matches()) {
      return List.of();
    }
    String unit = matcher.group(2) == null ? "" : matcher.group(2);
    List<Stretch> all = new ArrayList<>();
    for (ChronoUnit one : UNITS) {
      String plural = one.toString().toLowerCase(Locale.ROOT);
      String singular = plural.substring(0, plural.length() - 1);
      if (plural.startsWith(unit) || singular.equals(unit)) {
        int count = matcher.group(1) == null ? usual(one) : Integer.parseInt(matcher.group(1));
        String words = "last " + count + " " + (count == 1 ? singular : plural);
        all.add(new Stretch(words, now().minus(count, one), now()));
      }
    }
    return all;
  }

  private static int usual(ChronoUnit unit) {
    return switch (unit) {
      case DAYS -> 7;
      case HOURS -> 24;
      case MINUTES -> 60;
      default -> 1;
    };
  }

  private Optional<Stretch> date(String typed) {
    try {
      if (typed.matches("\\d{4}-\\d{2}")) {
        LocalDate first = YearMonth.parse(typed).atDay(1);
        ZonedDateTime month = first.atStartOfDay(clock.getZone());
        return Optional.of(whole(typed, month, month.plusMonths(1)));
      }
      if (typed.matches("\\d{4}-\\d{2}-\\d{2}")) {
        ZonedDateTime day = LocalDate.parse(typed).atStartOfDay(clock.getZone());
        return Optional.of(new Stretch(typed, day, day));
      }
      if (typed.matches("\\d{4}-\\d{2}-\\d{2}[t ]\\d{2}:\\d{2}(:\\d{2})?z?")) {
        String plain = typed.replace(' ', 't').replace("z", "").toUpperCase(Locale.ROOT);
        LocalDateTime at = LocalDateTime.parse(plain);
        ZonedDateTime moment = at.atZone(typed.endsWith("z") ? ZoneOffset.UTC : clock.getZone());
        return Optional.of(new Stretch(typed, moment, moment));
      }
    } catch (DateTimeException _) {
      // no such day
    }
    return Optional.empty();
  }

  /// From a beginning up to but without an end.
  private static Stretch whole(String words, ZonedDateTime low, ZonedDateTime end) {
    return new Stretch(words, low, end.minus(1, ChronoUnit.MILLIS));
  }

  private ZonedDateTime now() {
    return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
