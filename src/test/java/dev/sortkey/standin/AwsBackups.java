package dev.sortkey.standin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// An AWS with tables and their settings, backups and point-in-time recovery over a DynamoDB Local,
/// and the clock that moves it.
public final class AwsBackups implements AutoCloseable {
  public final SetClock clock;
  public final Restores restores;
  public final RecoveryService recovery;
  public final DynamoTables tables;
  public final StandIn aws;

  public AwsBackups(URI behind) {
    clock = new SetClock(Instant.parse("2026-03-02T10:00:00Z"));
    restores = new Restores(clock, behind);
    var backups = new BackupService(clock, behind, restores);
    recovery = new RecoveryService(clock, behind, backups, restores);
    var scaling = new Scaling();
    tables = new DynamoTables(behind, clock, Duration.ZERO).with(scaling);
    aws = new StandIn(behind, restores, backups, recovery, tables, scaling, new Kms());
  }

  public void pass(Duration time) {
    clock.pass(time);
  }

  @Override
  public void close() {
    aws.close();
  }
}
