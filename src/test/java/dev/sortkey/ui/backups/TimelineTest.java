package dev.sortkey.ui.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.ui.Ui;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant FROM = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(10));

  private static Backup backup(String name, Instant created) {
    return new Backup(
        "arn/" + name,
        name,
        "Orders",
        Backup.Status.AVAILABLE,
        Backup.Type.USER,
        created,
        null,
        0L);
  }

  @Test
  void onlyBackupsWithinTheEndsAreSquares() {
    Ui.start();
    int squares =
        Ui.onFx(() -> {
          var timeline = new Timeline(new Moments(ZoneOffset.UTC), _ -> {});
          timeline.show(
              FROM,
              TO,
              null,
              null,
              List.of(
                  backup("before", FROM.minusSeconds(1)),
                  backup("first", FROM),
                  backup("last", TO),
                  backup("after", TO.plusSeconds(1))));
          return timeline.lookupAll(".sk-time-backup").size();
        });
    assertThat(squares).isEqualTo(2);
  }
}
