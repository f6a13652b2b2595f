package dev.sortkey.aws;

import dev.sortkey.core.transfer.BulkItems;

/// BulkItems over the AWS SDK.
final class SdkBulkItems implements BulkItems {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkBulkItems(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }
}
