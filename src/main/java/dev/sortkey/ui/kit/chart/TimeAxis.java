package dev.sortkey.ui.kit.chart;

import dev.sortkey.core.metrics.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The level axis of a chart: marks at round times of day where the person is, as many as there is
/// room for.
final class TimeAxis {
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2));

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH);

  /// @param text `14:30`, or `Nov 20` at midnight
  record Mark(Instant at, String text) {}

  private final TimeWindow window;
  private final ZoneId zone;

  TimeAxis(TimeWindow window, ZoneId zone) {
    this.window = window;
    this.zone = zone;
  }

  /// The first and the last time on the axis; the last is the last period's beginning.
  Instant first() {
    return window.from();
  }

  Instant last() {
    return window.until().minus(window.period());
  }

  /// Where a time lies between 0, the first, and 1, the last.
  double share(Instant at) {
    return (double) Duration.between(first(), at).toMillis()
        / Math.max(1, Duration.between(first(), last()).toMillis());
  }

  /// The period nearest to a share of the axis.
  Instant nearest(double share) {
    long periods = Duration.between(first(), last()).dividedBy(window.period());
    return first()
        .plus(window.period().multipliedBy(Math.round(Math.clamp(share, 0, 1) * periods)));
  }

  List<Mark> marks(int most) {
    Duration length = Duration.between(first(), last());
    Duration step =
        STEPS.stream()
            .filter(candidate -> length.dividedBy(candidate) < most)
            .findFirst()
            .orElse(STEPS.getLast());
    List<Mark> marks = new ArrayList<>();
    ZonedDateTime midnight = first().atZone(zone).truncatedTo(ChronoUnit.DAYS);
    for (ZonedDateTime at = midnight; !at.toInstant().isAfter(last()); at = at.plus(step)) {
      if (!at.toInstant().isBefore(first())) {
        marks.add(new Mark(at.toInstant(), text(at)));
      }
    }
    return marks;
  }

  private static String text(ZonedDateTime at) {
    return at.toLocalTime().toSecondOfDay() == 0 ? DAY.format(at) : TIME.format(at);
  }

  /// A time in words, with its day where the axis has more than one.
  String when(Instant at) {
    boolean days = Duration.between(first(), last()).compareTo(Duration.ofHours(20)) > 0;
    return (days ? WHEN : TIME).format(at.atZone(zone));
  }
}
