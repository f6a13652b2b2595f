package dev.sortkey.ui.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Tag;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.AwsBackups;
import dev.sortkey.standin.BackupService;
import dev.sortkey.standin.Restores;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupViewModelsTest {
  private static final String TABLE = BackupsWindow.TABLE;
  private static final Duration EVERY = Duration.ofMillis(1);
  private static final Moments BERLIN = new Moments(ZoneId.of("Europe/Berlin"));

  private final Work work = Work.direct();
  private final RecordingWorkbench workbench = new RecordingWorkbench();
  private AwsBackups aws;
  private Session session;
  private Tables tables;

  @BeforeEach
  void open() {
    aws = new AwsBackups(TestSandbox.shared().endpoint());
    session = BackupsWindow.session(aws.aws.endpoint(), Connection.Kind.ENDPOINT);
    tables = new Tables(session.tables(), work);
    tables.reload();
  }

  @AfterEach
  void close() {
    session.close();
    aws.close();
  }

  private Backup backup() {
    Backup made = session.backups().create(TABLE, "backup");
    aws.pass(BackupService.CREATION);
    return session.backups().describe(made.arn()).backup();
  }

  private RestoreViewModel form(RestoreSource source) {
    var form = new RestoreViewModel(source, session, tables, work, BERLIN);
    form.prepare();
    return form;
  }

  private RestoresViewModel restores(Work work) {
    return new RestoresViewModel(session, tables, work, workbench, EVERY);
  }

  @Test
  void aBackupIsFollowedUntilItIsAvailable() {
    // asked for the fourth time, AWS is done
    session
        .calls()
        .onCall(call -> {
          if (call.operation().equals("DescribeBackup")) {
            aws.pass(BackupService.CREATION.dividedBy(3));
          }
        });
    var model = new BackupsViewModel(session.backups(), work, TABLE, EVERY);
    List<Backup.Status> seen = new ArrayList<>();
    model.backups().subscribe(() -> model.backups().forEach(b -> seen.add(b.status())));
    List<Problem> told = new ArrayList<>();
    model.create(TABLE, "mine", told::add);
    assertThat(told).containsExactly((Problem) null);
    assertThat(seen).containsSubsequence(Backup.Status.CREATING, Backup.Status.AVAILABLE);
    assertThat(model.backups()).hasSize(1);
    assertThat(session.calls().records())
        .filteredOn(call -> call.operation().equals("DescribeBackup"))
        .hasSize(4);
  }

  @Test
  void aBackupThatWasBegunElsewhereIsFollowedAndTheNewestComesFirst() {
    Backup older = backup();
    Backup begun = session.backups().create(TABLE, "elsewhere");
    assertThat(begun.status()).isEqualTo(Backup.Status.CREATING);
    session
        .calls()
        .onCall(call -> {
          if (call.operation().equals("DescribeBackup")) {
            aws.pass(BackupService.CREATION);
          }
        });
    var model = new BackupsViewModel(session.backups(), work, TABLE, EVERY);
    model.reload();
    assertThat(model.backups())
        .extracting(Backup::status)
        .containsExactly(Backup.Status.AVAILABLE, Backup.Status.AVAILABLE);
    model.create(TABLE, "newest", problem -> assertThat(problem).isNull());
    assertThat(model.backups())
        .extracting(Backup::name)
        .containsExactly("newest", "elsewhere", older.name());
  }

  @Test
  void aRefusedBackupIsToldToWhoAskedForIt() {
    var model = new BackupsViewModel(session.backups(), work, TABLE, EVERY);
    model.reload();
    List<Problem> told = new ArrayList<>();
    model.create("NoSuchTable", "mine", told::add);
    assertThat(told).extracting(Problem::kind).containsExactly(Problem.Kind.NOT_FOUND);
    assertThat(model.backups()).isEmpty();
    assertThat(model.problemProperty().get()).isNull();
  }

  @Test
  void aDeletedBackupLeavesTheList() {
    Backup backup = backup();
    var model = new BackupsViewModel(session.backups(), work, null, EVERY);
    model.reload();
    assertThat(model.backups()).hasSize(1);
    List<Problem> told = new ArrayList<>();
    model.delete(backup, told::add);
    assertThat(model.backups()).isEmpty();
    model.delete(backup, told::add);
    assertThat(told.getLast().title()).isEqualTo("The backup was not found");
  }

  @Test
  void theChosenTimeStaysWithinTheEnds() {
    var model = new RecoveryViewModel(session.backups(), work, TABLE);
    model.reload();
    model.choose(aws.clock.instant());
    assertThat(model.chosenProperty().get()).as("off: nothing to choose").isNull();
    model.set(35, problem -> assertThat(problem).isNull());
    aws.pass(Duration.ofDays(10));
    model.reload();
    Recovery recovery = model.recoveryProperty().get();
    model.choose(recovery.earliest().minusSeconds(5));
    assertThat(model.chosenProperty().get()).isEqualTo(recovery.earliest());
    model.choose(recovery.latest().plusSeconds(5));
    assertThat(model.chosenProperty().get()).isEqualTo(recovery.latest());
    model.choose(recovery.earliest().plusMillis(90_500));
    assertThat(model.chosenProperty().get()).isEqualTo(recovery.earliest().plusSeconds(90));
    aws.pass(Duration.ofDays(40));
    model.reload();
    assertThat(model.chosenProperty().get())
        .as("moves on with the earliest time")
        .isEqualTo(model.recoveryProperty().get().earliest());
    model.set(null, problem -> assertThat(problem).isNull());
    assertThat(model.chosenProperty().get()).isNull();
  }

  @Test
  void timesAreTypedInTheZoneOfThisComputer() {
    assertThat(BERLIN.read("2026-03-02 09:41:07")).contains(Instant.parse("2026-03-02T08:41:07Z"));
    assertThat(BERLIN.read(" 2026-3-2T9:41 ")).contains(Instant.parse("2026-03-02T08:41:00Z"));
    assertThat(BERLIN.read("2026-03-29 02:30")).as("skipped when summer began").isEmpty();
    assertThat(BERLIN.read("2026-02-30 09:41")).isEmpty();
    assertThat(BERLIN.read("soon")).isEmpty();
    assertThat(BERLIN.second(Instant.parse("2026-03-02T08:41:07Z")))
        .isEqualTo("2026-03-02 09:41:07");
  }

  @Test
  void theFormProposesAFreeNameAndRefusesATakenOne() {
    Backup backup = backup();
    RestoreViewModel form = form(new RestoreSource.FromBackup(backup));
    assertThat(form.nameProperty().get()).isEqualTo("CustomerOrders-restored");
    assertThat(form.ready().get()).isTrue();
    for (String wrong : new String[] {"", "ab", "a b c", TABLE}) {
      form.nameProperty().set(wrong);
      assertThat(form.nameFlawBinding().get()).as(wrong).isNotNull();
      assertThat(form.ready().get()).isFalse();
    }
    form.nameProperty().set("fine");
    form.keyProperty().set(RestoreViewModel.Key.CUSTOMER);
    assertThat(form.ready().get()).as("a key is missing").isFalse();
    form.customerKeyProperty().set("alias/mine");
    assertThat(form.ready().get()).isTrue();
    assertThat(form.options().encryption()).isEqualTo(new Encryption.Customer("alias/mine"));
    form.indexesProperty().set(RestoreViewModel.Indexes.NONE);
    assertThat(form.options().globalIndexes()).isFalse();
    assertThat(form.options().localIndexes()).as("it has none to leave out").isTrue();
  }

  @Test
  void aTimeOutOfRangeIsExplained() {
    session.backups().setRecovery(TABLE, true, 35);
    aws.pass(Duration.ofDays(3));
    Recovery recovery = session.backups().recovery(TABLE);
    RestoreViewModel form = form(new RestoreSource.ToTime(TABLE, recovery, null));
    assertThat(form.time()).as("the latest").isNull();
    form.latestProperty().set(false);
    form.timeProperty().set(BERLIN.second(recovery.earliest().plusSeconds(61)));
    assertThat(form.timeFlawBinding().get()).isNull();
    assertThat(form.time()).isEqualTo(recovery.earliest().plusSeconds(61));
    form.timeProperty().set(BERLIN.second(recovery.earliest().minusSeconds(1)));
    assertThat(form.timeFlawBinding().get()).contains("before the earliest");
    form.timeProperty().set(BERLIN.second(recovery.latest().plusSeconds(1)));
    assertThat(form.timeFlawBinding().get()).contains("after the latest");
    assertThat(form.ready().get()).isFalse();
  }

  @Test
  void aStepThatIsRefusedIsNamedAndTheOthersAreDone() {
    session.admin().tag(session.tables().describe(TABLE).arn(), List.of(new Tag("a", "b")));
    session.admin().setTimeToLive(TABLE, "expires", true);
    RestoreViewModel form = form(new RestoreSource.FromBackup(backup()));
    aws.tables.deny("TagResource");
    session
        .calls()
        .onCall(call -> {
          if (call.operation().equals("RestoreTableFromBackup")) {
            aws.pass(Restores.TIME);
          }
        });
    RestoresViewModel restores = restores(work);
    restores.start(form, BERLIN);
    RestoreRun run = restores.runs().getFirst();
    assertThat(run.stateProperty().get()).isEqualTo(RestoreRun.State.PARTLY);
    assertThat(run.steps())
        .extracting(RestoreRun.Step::text, RestoreRun.Step::mark)
        .containsExactly(
            tuple("Table restored", RestoreRun.Step.Mark.DONE),
            tuple("TTL", RestoreRun.Step.Mark.DONE),
            tuple("Tags", RestoreRun.Step.Mark.FAILED),
            tuple("Compared", RestoreRun.Step.Mark.DONE));
    assertThat(run.steps().get(2).detail()).contains("dynamodb:TagResource");
    assertThat(run.comparedProperty().get().found().equal()).isTrue();
  }

  @Test
  void aRefusedRestoreIsSaidAndNothingElseIsDone() {
    RestoreViewModel form = form(new RestoreSource.FromBackup(backup()));
    aws.restores.atMost(0);
    RestoresViewModel restores = restores(work);
    restores.start(form, BERLIN);
    RestoreRun run = restores.runs().getFirst();
    assertThat(run.stateProperty().get()).isEqualTo(RestoreRun.State.FAILED);
    assertThat(run.problemProperty().get().kind()).isEqualTo(Problem.Kind.LIMIT);
    assertThat(run.steps().getFirst().mark()).isEqualTo(RestoreRun.Step.Mark.FAILED);
    assertThat(workbench.problems).hasSize(1);
    assertThat(session.tables().names()).containsExactly(TABLE);
    restores.dismiss(run);
    assertThat(restores.runs()).isEmpty();
  }

  @Test
  void theSettingsOfATableThatIsGoneCannotBeSetAgain() {
    Backup backup = backup();
    session.tables().delete(TABLE);
    tables.reload();
    RestoreViewModel form = form(new RestoreSource.FromBackup(backup));
    assertThat(form.originalThere()).isFalse();
    assertThat(form.againProperty().get()).isFalse();
    assertThat(form.compareProperty().get()).isFalse();
    assertThat(form.ready().get()).isTrue();
  }
}
