package dev.sortkey.aws;

import dev.sortkey.core.metrics.Metrics;

/// Metrics over the AWS SDK.
final class SdkMetrics implements Metrics {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkMetrics(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }
}
