package dev.sortkey.aws;

import dev.sortkey.core.stream.Triggers;

/// Triggers over the AWS SDK.
final class SdkTriggers implements Triggers {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkTriggers(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }
}
