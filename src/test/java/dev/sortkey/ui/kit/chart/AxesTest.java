package dev.sortkey.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.metrics.Range;
import dev.sortkey.core.metrics.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AxesTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  @Test
  void valuesHaveRoundMarks() {
    assertThat(ValueAxis.upTo(11, 0).marks()).containsExactly(0.0, 5.0, 10.0, 15.0);
    assertThat(ValueAxis.upTo(0.3, 0).top()).isBetween(0.3, 0.4001);
    assertThat(ValueAxis.upTo(2, 1).marks()).containsExactly(0.0, 1.0, 2.0);
    assertThat(ValueAxis.upTo(0, 1).top()).isEqualTo(1);
    assertThat(ValueAxis.upTo(40, 1).marks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0);
  }

  @Property
  void theHighestFigureFitsAndFillsMoreThanATenthOfTheAxis(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long thousandths) {
    double highest = thousandths / 1000.0;
    ValueAxis axis = ValueAxis.upTo(highest, 0);
    assertThat(axis.top()).isBetween(highest * 0.999999, highest * 4);
    assertThat(axis.marks()).hasSizeBetween(2, 5);
  }

  @Test
  void timesAreMarkedWhereTheDayIsRound() {
    Instant now = Instant.parse("2026-11-20T12:07:30Z");
    TimeWindow hour = Range.HOUR.finished(now);
    assertThat(new TimeAxis(hour, ROME).marks(7))
        .extracting(TimeAxis.Mark::text)
        .containsExactly("12:10", "12:20", "12:30", "12:40", "12:50", "13:00");
    TimeWindow week = Range.WEEK.finished(now);
    assertThat(new TimeAxis(week, ROME).marks(8))
        .extracting(TimeAxis.Mark::text)
        .containsExactly("Nov 14", "Nov 15", "Nov 16", "Nov 17", "Nov 18", "Nov 19", "Nov 20");
    assertThat(new TimeAxis(week, ROME).when(Instant.parse("2026-11-19T23:00:00Z")))
        .isEqualTo("Nov 20, 00:00");
  }

  @Test
  void thePointerMeetsTheNearestPeriod() {
    TimeWindow hour = Range.HOUR.finished(Instant.parse("2026-11-20T12:00:00Z"));
    var axis = new TimeAxis(hour, ROME);
    assertThat(List.of(axis.nearest(-1), axis.nearest(0.5), axis.nearest(2)))
        .containsExactly(hour.from(), hour.from().plusSeconds(30 * 60), axis.last());
    assertThat(axis.share(axis.last())).isEqualTo(1);
  }
}
