package dev.sortkey.aws;

import dev.sortkey.core.stream.StreamDestinations;

/// StreamDestinations over the AWS SDK.
final class SdkStreamDestinations implements StreamDestinations {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkStreamDestinations(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }
}
