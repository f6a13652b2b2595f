package dev.sortkey.standin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An AWS with backups and point-in-time recovery over a DynamoDB Local, and the clock that moves
/// it.
public final class AwsBackups implements AutoCloseable {
  public final SetClock clock;
  public final Restores restores;
  public final RecoveryService recovery;
  public final StandIn aws;

  /// @param others further services, asked first
  public AwsBackups(URI behind, StandIn.Service... others) {
    clock = new SetClock(Instant.parse("2026-03-02T10:00:00Z"));
    restores = new Restores(clock, behind);
    var backups = new BackupService(clock, behind, restores);
    recovery = new RecoveryService(clock, behind, backups, restores);
    List<StandIn.Service> services = new ArrayList<>(List.of(restores));
    services.addAll(List.of(others));
    services.add(backups);
    services.add(recovery);
    aws = new StandIn(behind, services.toArray(StandIn.Service[]::new));
  }

  public void pass(Duration time) {
    clock.pass(time);
  }

  @Override
  public void close() {
    aws.close();
  }
}
