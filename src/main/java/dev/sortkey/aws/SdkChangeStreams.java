package dev.sortkey.aws;

import dev.sortkey.core.stream.ChangeStreams;

/// ChangeStreams over the AWS SDK.
final class SdkChangeStreams implements ChangeStreams {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkChangeStreams(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }
}
