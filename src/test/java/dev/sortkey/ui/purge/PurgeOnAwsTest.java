package dev.sortkey.ui.purge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.purge.Dropped;
import dev.sortkey.core.purge.DroppedTables;
import dev.sortkey.core.purge.PurgeWay;
import dev.sortkey.core.purge.Rebuild;
import dev.sortkey.core.purge.Rebuild.Fate;
import dev.sortkey.core.purge.Rebuilding;
import dev.sortkey.core.table.Creation.State;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PurgeOnAwsTest {
  private static final String TABLE = PurgeAws.TABLE;
  private PurgeAws aws;
  private Desk desk;

  @BeforeEach
  void open() throws InterruptedException {
    aws = new PurgeAws();
    desk = Desks.on(aws.session, Work.direct(), new RecordingWorkbench(), Theme.LIGHT);
    desk.tables().reload();
  }

  @AfterEach
  void close() {
    aws.close();
  }

  private Rebuild read() {
    return Rebuild.read(aws.session, TABLE);
  }

  private PurgeViewModel model() {
    var model = new PurgeViewModel(desk, TABLE, Duration.ofMillis(1));
    model.wayProperty().set(PurgeWay.ANEW);
    model.typedProperty().set(TABLE);
    return model;
  }

  private RebuildViewModel confirmed(PurgeViewModel model) {
    model.confirm();
    RebuildViewModel rebuild = model.rebuildProperty().get();
    assertThat(rebuild).isNotNull();
    return rebuild;
  }

  @Test
  void whatComesBackAndWhatDoesNotIsSaid() {
    Rebuild rebuild = read();
    assertThat(rebuild.obstacles()).isEmpty();
    assertThat(rebuild.lines(Fate.BACK))
        .contains(
            "Encryption: arn:aws:kms:eu-west-1:123456789012:key/5c0b7f8e-9a64-4d0b-8a3e-1f0f4a1d7c11",
            "Point-in-time recovery: on again, 14 days",
            "Tags: cost=42, team=orders",
            "The resource policy");
    assertThat(rebuild.lines(Fate.AGAIN))
        .containsExactly(
            "Lambda triggers, since the stream is another: bill-order, ship-order",
            "Kinesis destinations: audit",
            "Contributor Insights and a policy on the stream, if there are any");
    assertThat(rebuild.lines(Fate.GONE)).anyMatch(line -> line.startsWith("The restore points"));
  }

  @Test
  void allSettingsGoIntoTheNewTable() {
    int before = aws.aws.requests().size();
    RebuildViewModel rebuild = confirmed(model());
    assertThat(rebuild.why()).isNull();
    assertThat(rebuild.standingProperty().get().finished()).isTrue();
    assertThat(aws.changes(before))
        .containsExactly(
            "DeleteTable", "CreateTable", "UpdateTimeToLive", "UpdateContinuousBackups");
    JsonNode sent = aws.created.request(TABLE);
    assertThat(sent.path("Tags").toString())
        .isEqualTo("[{\"Key\":\"cost\",\"Value\":\"42\"},{\"Key\":\"team\",\"Value\":\"orders\"}]");
    assertThat(sent.path("ResourcePolicy").asString("")).isEqualTo(PurgeAws.POLICY);
    assertThat(sent.path("SSESpecification").path("KMSMasterKeyId").asString(""))
        .endsWith("key/5c0b7f8e-9a64-4d0b-8a3e-1f0f4a1d7c11");
    assertThat(aws.session.backups().recovery(TABLE).days()).isEqualTo(14);
    assertThat(aws.session.admin().timeToLive(TABLE).attribute()).isEqualTo("expires");
    assertThat(desk.store().dropped().of("aws")).isEmpty();
  }

  /// CreateTable must not name the key that AWS manages.
  @Test
  void theKeyThatAwsManagesIsToldFromAnother() {
    aws.update(new TableUpdate.Encrypt(new Encryption.AwsManaged()));
    assertThat(read().draft().settings().encryption()).isEqualTo(new Encryption.AwsManaged());
    confirmed(model());
    assertThat(aws.created.request(TABLE).path("SSESpecification").toString())
        .contains("\"Enabled\":true")
        .doesNotContain("KMSMasterKeyId");
  }

  @Test
  void aReplicaIsInTheWay() {
    aws.update(new TableUpdate.AddReplica("us-east-1", null, null));
    assertThat(read().obstacles()).singleElement().asString().contains("replicas (us-east-1)");
  }

  @Test
  void aSettingThatCouldNotBeReadIsInTheWay() {
    aws.tables.deny("ListTagsOfResource");
    aws.tables.deny("GetResourcePolicy");
    assertThat(read().obstacles())
        .hasSize(2)
        .anyMatch(obstacle -> obstacle.startsWith("The tags could not be read: "))
        .anyMatch(obstacle -> obstacle.startsWith("The resource policy could not be read: "));
    PurgeViewModel model = model();
    int before = aws.aws.requests().size();
    model.confirm();
    assertThat(aws.changes(before)).isEmpty();
  }

  @Test
  void aDropThatIsRefusedLeavesNothingToBringBack() {
    aws.created.refuseOnce(
        "DeleteTable",
        "AccessDeniedException",
        "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: dynamodb:DeleteTable on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/Orders");
    RebuildViewModel rebuild = confirmed(model());
    assertThat(rebuild.standingProperty().get().drop()).isEqualTo(State.FAILED);
    assertThat(rebuild.why().detail()).contains("dynamodb:DeleteTable");
    assertThat(desk.store().dropped().of("aws")).isEmpty();
    assertThat(aws.session.tables().describe(TABLE).itemCount()).isEqualTo(320);
  }

  @Test
  void aCreationThatIsRefusedIsKeptUntilItIsDone() {
    for (int i = 0; i < 2; i++) {
      aws.created.refuseOnce(
          "CreateTable",
          "AccessDeniedException",
          "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: dynamodb:CreateTable on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/Orders");
    }
    Rebuild seen = read();
    RebuildViewModel rebuild = confirmed(model());
    assertThat(rebuild.halted()).isTrue();
    assertThat(rebuild.standingProperty().get().dropped()).isTrue();
    assertThat(desk.store().dropped().of("aws"))
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.draft()).isEqualTo(seen.draft());
          assertThat(kept.draft().settings().tags())
              .containsExactly(new Tag("cost", "42"), new Tag("team", "orders"));
        });
    rebuild.run();
    assertThat(rebuild.halted()).isTrue();
    rebuild.run();
    assertThat(rebuild.standingProperty().get().finished()).isTrue();
    assertThat(desk.store().dropped().of("aws")).isEmpty();
  }

  @Test
  void aStepThatFailsCanBeLeftOut() {
    PurgeViewModel model = model();
    aws.tables.deny("UpdateTimeToLive");
    RebuildViewModel rebuild = confirmed(model);
    assertThat(rebuild.halted()).isTrue();
    assertThat(rebuild.why().detail()).contains("dynamodb:UpdateTimeToLive");
    assertThat(desk.store().dropped().of("aws")).hasSize(1);
    rebuild.leaveOut();
    assertThat(rebuild.standingProperty().get().finished()).isTrue();
    assertThat(aws.session.backups().recovery(TABLE).days()).isEqualTo(14);
    assertThat(desk.store().dropped().of("aws")).isEmpty();
  }

  /// The note is on the disk before the table goes.
  @Test
  void withoutTheNoteNothingIsDropped() {
    Rebuild seen = read();
    var full =
        new DroppedTables() {
          @Override
          public void keep(Dropped table) {
            throw new ProblemException(Problem.of(Problem.Kind.LOCAL_IO, "The disk is full.", ""));
          }

          @Override
          public List<Dropped> of(String connection) {
            return List.of();
          }

          @Override
          public List<String> unreadable(String connection) {
            return List.of();
          }

          @Override
          public void forget(String connection, String table) {}
        };
    int before = aws.aws.requests().size();
    var rebuild =
        new RebuildViewModel(
            desk,
            new Rebuilding(
                aws.session,
                full,
                new Dropped("aws", seen.original(), seen.draft(), Instant.now()),
                seen,
                Duration.ofMillis(1)));
    rebuild.run();
    assertThat(rebuild.why().title()).isEqualTo("The disk is full.");
    assertThat(aws.changes(before)).isEmpty();
  }
}
