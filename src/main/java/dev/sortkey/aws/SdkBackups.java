package dev.sortkey.aws;

import dev.sortkey.core.backup.Backups;

/// Backups over the AWS SDK.
final class SdkBackups implements Backups {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkBackups(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }
}
