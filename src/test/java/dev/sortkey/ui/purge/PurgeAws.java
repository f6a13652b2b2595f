package dev.sortkey.ui.purge;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.purge.PurgedTable;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.KinesisDestination;
import dev.sortkey.core.stream.TriggerDraft;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.BackupService;
import dev.sortkey.standin.DynamoTables;
import dev.sortkey.standin.KinesisDestinations;
import dev.sortkey.standin.Kms;
import dev.sortkey.standin.Lambda;
import dev.sortkey.standin.NewTables;
import dev.sortkey.standin.RecoveryService;
import dev.sortkey.standin.Restores;
import dev.sortkey.standin.Scaling;
import dev.sortkey.standin.SetClock;
import dev.sortkey.standin.StandIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An AWS with one table that has all that can be lost with it.
final class PurgeAws implements AutoCloseable {
  static final String TABLE = "Orders";
  static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
  private static final String KINESIS = "arn:aws:kinesis:eu-west-1:123456789012:stream/audit";
  private static final String KEY = "5c0b7f8e-9a64-4d0b-8a3e-1f0f4a1d7c11";

  private final SetClock clock = new SetClock(Instant.parse("2026-03-02T10:00:00Z"));
  private final URI local = TestSandbox.shared().endpoint();
  private final Restores restores = new Restores(clock, local);
  private final BackupService backups = new BackupService(clock, local, restores);
  private final Scaling scaling = new Scaling();
  final RecoveryService recovery = new RecoveryService(clock, local, backups, restores);
  final DynamoTables tables = new DynamoTables(local, clock, Duration.ZERO).with(scaling);
  final NewTables created = new NewTables(local, 0);
  final StandIn aws =
      new StandIn(
          local,
          restores,
          backups,
          recovery,
          tables,
          created,
          scaling,
          new Kms().managed("aws-managed-dynamodb", "alias/aws/dynamodb").key(KEY, "alias/orders"),
          new Lambda(clock, Duration.ZERO, 10, "ship-order", "bill-order"),
          new KinesisDestinations(clock, Duration.ZERO, KINESIS));
  final Session session =
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

  PurgeAws() throws InterruptedException {
    PurgedTable.create(session, TABLE);
    var admin = session.admin();
    String arn = admin.details(TABLE).schema().arn();
    admin.tag(arn, List.of(new Tag("team", "orders"), new Tag("cost", "42")));
    admin.putPolicy(arn, POLICY, null, false);
    update(new TableUpdate.Encrypt(new Encryption.Customer(KEY)));
    session.backups().setRecovery(TABLE, true, 14);
    String stream = admin.details(TABLE).stream().arn();
    for (String function : List.of("ship-order", "bill-order")) {
      session.triggers().create(new TriggerDraft(stream, function, 100, Duration.ZERO, true, true));
    }
    session.destinations().enable(TABLE, KINESIS, KinesisDestination.Precision.MILLISECOND);
  }

  void update(TableUpdate update) {
    session.admin().update(TABLE, update);
    session.admin().follow(TABLE, Duration.ofMillis(1), Progress.none(), _ -> {});
  }

  /// The operations that changed a table, without those that made it.
  List<String> changes(int from) {
    return aws.requests().stream()
        .skip(from)
        .map(StandIn.Request::operation)
        .filter(operation ->
            operation.startsWith("Delete")
                || operation.startsWith("Create")
                || operation.startsWith("Update"))
        .toList();
  }

  @Override
  public void close() {
    session.close();
    aws.close();
  }
}
