package dev.sortkey.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that goes on by the same time whenever it is looked at, so that states change while
/// something asks again and again.
public final class TickingClock extends Clock {
  private final Duration tick;
  private Instant now;

  public TickingClock(Instant now, Duration tick) {
    this.now = now;
    this.tick = tick;
  }

  @Override
  public synchronized Instant instant() {
    now = now.plus(tick);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
