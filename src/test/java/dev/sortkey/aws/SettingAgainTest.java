package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.LeftBehind;
import dev.sortkey.core.backup.LeftBehind.Setting;
import dev.sortkey.core.backup.RestoreOptions;
import dev.sortkey.core.backup.SettingAgain;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.standin.AwsBackups;
import dev.sortkey.standin.BackupService;
import dev.sortkey.standin.Restores;
import dev.sortkey.standin.StandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingAgainTest {
  private static final Duration EVERY = Duration.ofMillis(5);

  private final Keys keys = Sessions.freshKeys();
  private AwsBackups aws;
  private Session session;

  @BeforeEach
  void open() {
    aws = new AwsBackups(Sessions.local());
    session = Sessions.open(aws.aws.endpoint(), keys);
    TableDraft draft = Sessions.draft("Orders");
    session
        .tables()
        .create(
            new TableDraft(
                "Orders", draft.keys(), new Capacity.Provisioned(5, 5), List.of(), false));
  }

  @AfterEach
  void close() {
    session.close();
    aws.close();
  }

  private String arn(String table) {
    return session.tables().describe(table).arn();
  }

  private void restored() {
    Backup backup = session.backups().create("Orders", "backup");
    aws.pass(BackupService.CREATION);
    session.backups().restore(backup.arn(), "Restored", RestoreOptions.asItWas());
    aws.pass(Restores.TIME);
  }

  private LeftBehind left() {
    return LeftBehind.of("Orders", session.admin(), session.backups());
  }

  @Test
  void aBareTableLeavesNothingBehind() {
    assertThat(left().present()).isEmpty();
    assertThat(left().unread()).isEmpty();
  }

  @Test
  void everySettingIsReadAndSetOnTheRestoredTable() throws Exception {
    String policy =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},\
        "Action":"dynamodb:Query","Resource":["%s","%s/index/*","%s-archive"]}]}\
        """
            .formatted(arn("Orders"), arn("Orders"), arn("Orders"));
    session.admin().setTimeToLive("Orders", "expires", true);
    session.admin().tag(arn("Orders"), List.of(new Tag("team", "shop"), new Tag("env", "test")));
    session.admin().update("Orders", new TableUpdate.Stream(StreamView.NEW_IMAGE));
    session
        .admin()
        .setAutoScaling(
            "Orders", new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(5, 50, 70)));
    session.admin().putPolicy(arn("Orders"), policy, null, false);
    session.backups().setRecovery("Orders", true, 14);
    session.admin().update("Orders", new TableUpdate.Protect(true));
    LeftBehind left = left();
    assertThat(left.present()).containsExactly(Setting.values());

    restored();
    assertThat(LeftBehind.of("Restored", session.admin(), session.backups()).present()).isEmpty();
    var again = new SettingAgain(left, "Restored", session.admin(), session.backups(), EVERY);
    for (Setting setting : Setting.values()) {
      again.set(setting, Progress.none());
    }

    LeftBehind now = LeftBehind.of("Restored", session.admin(), session.backups());
    assertThat(now.ttl()).isEqualTo("expires");
    assertThat(now.tags()).containsExactlyElementsOf(left.tags());
    assertThat(now.stream()).isEqualTo(StreamView.NEW_IMAGE);
    assertThat(now.scaling()).isEqualTo(left.scaling());
    assertThat(now.recoveryDays()).isEqualTo(14);
    assertThat(now.protection()).isTrue();
    assertThat(now.policy())
        .contains(arn("Restored") + "\"")
        .contains(arn("Restored") + "/index/*")
        .as("another table's name that begins alike stays")
        .contains(arn("Orders") + "-archive");
  }

  @Test
  void recoveryWaitsUntilTheNewTablesBackupsAreReady() throws Exception {
    session.backups().setRecovery("Orders", true, 35);
    LeftBehind left = left();
    restored();
    aws.recovery.unready("Restored", aws.clock.instant().plusSeconds(60));
    var asked = new int[1];
    var again = new SettingAgain(left, "Restored", session.admin(), session.backups(), EVERY);
    Progress passing =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean cancelled() {
            if (++asked[0] == 3) {
              aws.pass(Duration.ofSeconds(60));
            }
            return false;
          }
        };
    again.set(Setting.RECOVERY, passing);
    assertThat(session.backups().recovery("Restored").enabled()).isTrue();
    assertThat(asked[0]).isEqualTo(3);
  }

  @Test
  void scalingIsLeftOutWhereTheRestoredTableIsOnDemand() throws Exception {
    session
        .admin()
        .setAutoScaling(
            "Orders", new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(5, 50, 70)));
    LeftBehind left = left();
    Backup backup = session.backups().create("Orders", "backup");
    aws.pass(BackupService.CREATION);
    session
        .backups()
        .restore(
            backup.arn(), "Restored", new RestoreOptions(true, true, null, Capacity.onDemand()));
    aws.pass(Restores.TIME);
    new SettingAgain(left, "Restored", session.admin(), session.backups(), EVERY)
        .set(Setting.SCALING, Progress.none());
    assertThat(session.admin().autoScaling(session.tables().describe("Restored"))).isEmpty();
  }

  /// Application Auto Scaling refuses a target for an index that is not there.
  @Test
  void scalingIsLeftOutForAnIndexThatWasNotRestored() throws Exception {
    var units = new Capacity.Provisioned(5, 5);
    var byName = new KeySchema(List.of(new KeyAttribute("name", KeyType.S)), List.of());
    var index =
        new TableDraft.IndexDraft("by-name", Index.Kind.GSI, byName, Projection.all(), units);
    session.tables().delete("Orders");
    session
        .tables()
        .create(
            new TableDraft(
                "Orders", Sessions.draft("Orders").keys(), units, List.of(index), false));
    var scaled = new AutoScaling(5, 50, 70);
    for (String each : new String[] {null, "by-name"}) {
      session
          .admin()
          .setAutoScaling("Orders", new ScaledUnits(each, ScaledUnits.Side.READ, scaled));
    }
    LeftBehind left = left();
    assertThat(left.scaling()).hasSize(2);
    Backup backup = session.backups().create("Orders", "backup");
    aws.pass(BackupService.CREATION);
    session
        .backups()
        .restore(backup.arn(), "Restored", new RestoreOptions(false, true, null, null));
    aws.pass(Restores.TIME);
    assertThat(session.tables().describe("Restored").capacity()).isEqualTo(units);
    new SettingAgain(left, "Restored", session.admin(), session.backups(), EVERY)
        .set(Setting.SCALING, Progress.none());
    assertThat(aws.aws.requests())
        .filteredOn(request -> request.operation().equals("RegisterScalableTarget"))
        .extracting(request -> request.json().path("ResourceId").asString(""))
        .containsExactly("table/Orders", "table/Orders/index/by-name", "table/Restored");
  }

  @Test
  void tagsOfAwsItselfAreNotSetAgain() {
    StandIn.Service stack =
        request ->
            request.operation().equals("ListTagsOfResource")
                ? Optional.of(
                    StandIn.Reply.json(
                        Map.of(
                            "Tags",
                            List.of(
                                Map.of("Key", "aws:cloudformation:stack-name", "Value", "shop"),
                                Map.of("Key", "team", "Value", "shop")))))
                : Optional.empty();
    try (var front = new StandIn(aws.aws.endpoint(), stack);
        Session other = Sessions.open(front.endpoint(), keys)) {
      assertThat(LeftBehind.of("Orders", other.admin(), other.backups()).tags())
          .containsExactly(new Tag("team", "shop"));
    }
  }
}
