package dev.sortkey.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /// The latest time is five minutes behind, and so before the earliest when recovery has just been
  /// switched on.
  @Test
  void thereIsATimeToRestoreToOnceTheLatestIsNotBeforeTheEarliest() {
    assertThat(Recovery.off().usable()).isFalse();
    assertThat(new Recovery(true, 35, null, null).usable()).isFalse();
    assertThat(new Recovery(true, 35, NOON, NOON.minusSeconds(300)).usable()).isFalse();
    assertThat(new Recovery(true, 35, NOON, NOON).usable()).isTrue();
    assertThat(new Recovery(true, 35, NOON, NOON.plusSeconds(1)).usable()).isTrue();
  }
}
