package dev.sortkey.aws;

import dev.sortkey.core.table.TableAdmin;

/// TableAdmin over the AWS SDK.
final class SdkTableAdmin implements TableAdmin {
  private final SdkClients clients;
  private final ProblemMapping problems;

  SdkTableAdmin(SdkClients clients, ProblemMapping problems) {
    this.clients = clients;
    this.problems = problems;
  }
}
