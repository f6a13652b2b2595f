package dev.sortkey.ui.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Session;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.AwsBackups;
import dev.sortkey.standin.BackupService;
import dev.sortkey.standin.Restores;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowedRestoreTest {
  /// DescribeTable is eventually consistent: a table that was just created may not be found yet
  /// (API Reference, DescribeTable).
  @Test
  void aTableThatIsNotYetKnownEverywhereIsWaitedFor() {
    var misses = new AtomicInteger(3);
    StandIn.Service late =
        request ->
            request.operation().equals("DescribeTable")
                    && request.json().path("TableName").asString("").endsWith("-restored")
                    && misses.getAndDecrement() > 0
                ? Optional.of(
                    StandIn.Reply.error(
                        "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
                        "Requested resource not found"))
                : Optional.empty();
    try (var aws = new AwsBackups(TestSandbox.shared().endpoint());
        var front = new StandIn(aws.aws.endpoint(), late);
        Session session = BackupsWindow.session(front.endpoint(), Connection.Kind.ENDPOINT)) {
      Work work = Work.direct();
      var tables = new Tables(session.tables(), work);
      tables.reload();
      Backup made = session.backups().create(BackupsWindow.TABLE, "backup");
      aws.pass(BackupService.CREATION);
      session
          .calls()
          .onCall(call -> {
            if (call.operation().equals("RestoreTableFromBackup")) {
              aws.pass(Restores.TIME);
            }
          });
      var moments = new Moments(ZoneOffset.UTC);
      var form =
          new RestoreViewModel(
              new RestoreSource.FromBackup(session.backups().describe(made.arn()).backup()),
              session,
              tables,
              work,
              moments);
      form.prepare();
      var restores =
          new RestoresViewModel(
              session, tables, work, new RecordingWorkbench(), Duration.ofMillis(1));
      restores.start(form, moments);
      assertThat(restores.runs().getFirst().stateProperty().get()).isEqualTo(RestoreRun.State.DONE);
      assertThat(misses.get()).isNegative();
    }
  }
}
