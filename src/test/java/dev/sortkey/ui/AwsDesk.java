package dev.sortkey.ui;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.DynamoTables;
import dev.sortkey.standin.Kms;
import dev.sortkey.standin.Scaling;
import dev.sortkey.standin.StandIn;
import dev.sortkey.standin.TickingClock;
import dev.sortkey.store.Store;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;

/// A desk on a whole "AWS": tables with all their settings, auto scaling and keys, over DynamoDB
/// Local under a key of its own. A table is busy for a few questions after each change.
public final class AwsDesk implements AutoCloseable {
  public final Scaling scaling = new Scaling();
  public final Kms kms =
      new Kms()
          .managed("aws-managed-dynamodb", "alias/aws/dynamodb")
          .key("5c0b7f8e-9a64-4d0b-8a3e-1f0f4a1d7c11", "alias/orders")
          .key("9d1f7f8e-9a64-4d0b-8a3e-1f0f4a1d7c22", "alias/shop");
  public final DynamoTables tables =
      new DynamoTables(
              TestSandbox.shared().endpoint(),
              new TickingClock(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofSeconds(1)),
              Duration.ofSeconds(8))
          .with(scaling);
  public final StandIn aws = new StandIn(TestSandbox.shared().endpoint(), tables, scaling, kms);
  public final RecordingWorkbench workbench = new RecordingWorkbench();
  public final Session session =
      new SdkConnector()
          .open(
              new Connection(
                  "aws",
                  "shop-staging",
                  Connection.Kind.ENDPOINT,
                  null,
                  aws.endpoint(),
                  "eu-west-1",
                  Environment.STAGING),
              new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "secret", null));
  public final Desk desk;

  public AwsDesk(Work work, Theme theme) {
    try {
      desk =
          new Desk(
              session,
              new Tables(session.tables(), work),
              Store.open(Files.createTempDirectory("sortkey-desk")),
              work,
              workbench,
              new SimpleObjectProperty<>(theme));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The operations that changed something, in the order of their arrival.
  public List<String> changes() {
    return aws.requests().stream()
        .map(StandIn.Request::operation)
        .filter(operation ->
            !operation.startsWith("Describe")
                && !operation.startsWith("List")
                && !operation.startsWith("Get")
                && !operation.equals("Scan"))
        .toList();
  }

  @Override
  public void close() {
    session.close();
    aws.close();
  }
}
