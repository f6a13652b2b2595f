package dev.sortkey.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.Tag;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.AwsBackups;
import dev.sortkey.store.SnapshotFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings that a snapshot brings along and DynamoDB Local does not have.
class SnapshotsOnAwsTest {
  @TempDir Path folder;

  @Test
  void settingsAreSetOnTheNewTableOnceItsBackupsAreReady() throws Exception {
    try (var aws = new AwsBackups(TestSandbox.shared().endpoint());
        var shelf = new Shelf(new SnapshotFolder(folder), Shelf.freshKey(), aws.aws.endpoint())) {
      var session = shelf.session;
      String original = shelf.fill("Orders", 3).arn();
      String policy =
          """
          {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},\
          "Action":"dynamodb:Query","Resource":["%s","%s/index/*"]}]}\
          """
              .formatted(original, original);
      session.admin().putPolicy(original, policy, ResourcePolicy.NONE, false);
      session.admin().tag(original, List.of(new Tag("team", "shop")));
      session.backups().setRecovery("Orders", true, 14);
      Snapshot taken = shelf.take("Orders", "small");
      TableDraft draft = taken.manifest().draft();
      aws.recovery.unready("Copy", aws.clock.instant().plusSeconds(60));
      session
          .calls()
          .onCall(call -> {
            if (call.operation().equals("UpdateContinuousBackups")) {
              aws.pass(Duration.ofSeconds(30));
            }
          });

      RestoreReport report =
          shelf.restore(
              taken,
              new TableDraft(
                  "Copy",
                  draft.keys(),
                  draft.capacity(),
                  draft.indexes(),
                  false,
                  draft.settings()));

      assertThat(report.steps())
          .containsExactly(
              new RestoreReport.Step(Setting.TAGS, null),
              new RestoreReport.Step(Setting.RECOVERY, null),
              new RestoreReport.Step(Setting.POLICY, null));
      String copy = session.tables().describe("Copy").arn();
      assertThat(session.admin().policy(copy).orElseThrow().json())
          .as("about the new table")
          .isEqualTo(policy.replace(original, copy));
      assertThat(session.admin().tags(copy)).containsExactly(new Tag("team", "shop"));
      Recovery recovery = session.backups().recovery("Copy");
      assertThat(recovery.days()).isEqualTo(14);
    }
  }
}
