package dev.sortkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private final List<String> shown = new ArrayList<>();
  private final Alarm alarm = new Alarm(shown::add);

  @Test
  void whatComesWithEveryFrameIsShownOnce() {
    for (int i = 0; i < 50; i++) {
      alarm.uncaughtException(Thread.currentThread(), new IllegalStateException("again"));
    }
    assertThat(shown).hasSize(1);
    alarm.uncaughtException(Thread.currentThread(), new IllegalStateException("another"));
    assertThat(shown).hasSize(2);
  }

  @Test
  void theReportSaysWhatRanWhereAndWhatFailed() {
    alarm.uncaughtException(Thread.currentThread(), new IllegalStateException("the reason"));
    assertThat(shown.getFirst())
        .contains("Sortkey", System.getProperty("java.version"), System.getProperty("os.name"))
        .contains("IllegalStateException: the reason", "AlarmTest");
  }
}
