package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.BackupDetails;
import dev.sortkey.core.backup.Backups;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.backup.RestoreOptions;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Kind;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.standin.AwsBackups;
import dev.sortkey.standin.BackupService;
import dev.sortkey.standin.Restores;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkBackupsTest {
  private static final KeyAttribute PK = new KeyAttribute("pk", KeyType.S);
  private static final KeyAttribute SK = new KeyAttribute("sk", KeyType.S);
  private static final KeyAttribute BY = new KeyAttribute("by", KeyType.S);

  private AwsBackups aws;
  private Session session;
  private Backups backups;

  @BeforeEach
  void open() {
    aws = new AwsBackups(Sessions.local());
    session = Sessions.open(aws.aws.endpoint(), Sessions.freshKeys());
    backups = session.backups();
    session
        .tables()
        .create(
            new TableDraft(
                "Orders",
                new KeySchema(List.of(PK), List.of(SK)),
                Capacity.onDemand(),
                List.of(
                    new TableDraft.IndexDraft(
                        "by-index",
                        Index.Kind.GSI,
                        new KeySchema(List.of(BY), List.of()),
                        Projection.all(),
                        Capacity.onDemand()),
                    new TableDraft.IndexDraft(
                        "local",
                        Index.Kind.LSI,
                        new KeySchema(List.of(PK), List.of(BY)),
                        Projection.all(),
                        Capacity.onDemand())),
                false));
    put("1", "first");
  }

  @AfterEach
  void close() {
    session.close();
    aws.close();
  }

  private void put(String key, String note) {
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put("pk", new Attr.S(key));
    attributes.put("sk", new Attr.S("x"));
    attributes.put("note", new Attr.S(note));
    session.writer().putAll("Orders", List.of(new Item(attributes)).iterator(), Progress.none());
  }

  private String note(String table) {
    TableSchema schema = session.tables().describe(table);
    var key = new LinkedHashMap<String, Attr>();
    key.put("pk", new Attr.S("1"));
    key.put("sk", new Attr.S("x"));
    return session
        .reader()
        .get(schema, new ItemKey(key))
        .map(item -> ((Attr.S) item.get("note")).value())
        .orElse("(no item)");
  }

  private Backup available(String name) {
    Backup made = backups.create("Orders", name);
    aws.pass(BackupService.CREATION);
    return backups.describe(made.arn()).backup();
  }

  private static Problem refused(Runnable call) {
    return catchThrowableOfType(ProblemException.class, call::run).problem();
  }

  @Test
  void aBackupIsCreatingAndThenAvailable() {
    Backup made = backups.create("Orders", "before-price-fix");

    assertThat(made.status()).isEqualTo(Backup.Status.CREATING);
    assertThat(made.table()).isEqualTo("Orders");
    assertThat(made.created()).isEqualTo(aws.clock.instant());
    assertThat(backups.of("Orders")).containsExactly(made);
    aws.pass(BackupService.CREATION);
    BackupDetails details = backups.describe(made.arn());
    assertThat(details.backup().available()).isTrue();
    assertThat(details.backup().type()).isEqualTo(Backup.Type.USER);
    assertThat(details.itemCount()).isEqualTo(1);
    assertThat(details.keys()).containsExactly("pk", "sk");
    assertThat(details.globalIndexes()).containsExactly("by-index");
    assertThat(details.localIndexes()).containsExactly("local");
    assertThat(details.onDemand()).isTrue();
    assertThat(details.encryption()).isEqualTo(new Encryption.AwsOwned());
  }

  @Test
  void allPagesAreListedNewestFirstWithThoseOfDeletedTables() {
    for (int i = 0; i < 105; i++) {
      available("backup-" + i);
    }
    backups.setRecovery("Orders", true, 35);
    session.tables().delete("Orders");

    List<Backup> all = backups.all();
    assertThat(all).hasSize(106);
    assertThat(all.getFirst().type()).isEqualTo(Backup.Type.SYSTEM);
    assertThat(all.getFirst().expires()).isEqualTo(aws.clock.instant().plus(Duration.ofDays(35)));
    assertThat(all.get(1).name()).isEqualTo("backup-104");
    assertThat(all.getLast().name()).isEqualTo("backup-0");
    assertThat(backups.of("Elsewhere")).isEmpty();
    assertThat(aws.aws.requests().stream().filter(r -> r.operation().equals("ListBackups")).count())
        .isEqualTo(3);
  }

  @Test
  void aBackupIsRestoredWithTheItemsOfItsTime() {
    Backup backup = available("first");
    put("1", "second");

    backups.restore(backup.arn(), "Orders-restored", RestoreOptions.asItWas());

    assertThat(session.tables().describe("Orders-restored").status()).isEqualTo("CREATING");
    assertThat(refused(() -> backups.delete(backup.arn())).code())
        .isEqualTo("BackupInUseException");
    aws.pass(Restores.TIME);
    TableSchema restored = session.tables().describe("Orders-restored");
    assertThat(restored.active()).isTrue();
    assertThat(restored.indexes()).extracting(Index::name).containsExactly("by-index", "local");
    assertThat(note("Orders-restored")).isEqualTo("first");
    assertThat(note("Orders")).isEqualTo("second");
    backups.delete(backup.arn());
    assertThat(backups.of("Orders")).isEmpty();
  }

  @Test
  void aRestoreCanLeaveIndexesOutAndChangeCapacityAndEncryption() {
    Backup backup = available("first");

    backups.restore(
        backup.arn(),
        "bare",
        new RestoreOptions(
            false, true, new Encryption.Customer("alias/mine"), new Capacity.Provisioned(7, 8)));
    backups.restore(
        backup.arn(), "barest", new RestoreOptions(false, false, new Encryption.AwsOwned(), null));
    aws.pass(Restores.TIME);

    assertThat(session.tables().describe("bare").indexes())
        .extracting(Index::name)
        .containsExactly("local");
    assertThat(session.tables().describe("bare").capacity())
        .isEqualTo(new Capacity.Provisioned(7, 8));
    assertThat(session.tables().describe("barest").indexes()).isEmpty();
    List<String> sent =
        aws.aws.requests().stream()
            .filter(request -> request.operation().equals("RestoreTableFromBackup"))
            .map(request -> request.json().toString())
            .toList();
    assertThat(sent.getFirst())
        .contains("\"GlobalSecondaryIndexOverride\":[]")
        .doesNotContain("LocalSecondaryIndexOverride")
        .contains("\"KMSMasterKeyId\":\"alias/mine\"")
        .contains("\"ReadCapacityUnits\":7");
    assertThat(sent.getLast())
        .contains("\"LocalSecondaryIndexOverride\":[]")
        .contains("\"SSESpecificationOverride\":{\"Enabled\":false}")
        .doesNotContain("BillingModeOverride");
  }

  @Test
  void refusalsAreSaidInPlainWords() {
    Backup creating = backups.create("Orders", "creating");
    assertThat(refused(() -> backups.create("Orders", "another")).code())
        .isEqualTo("BackupInUseException");
    assertThat(refused(() -> backups.delete(creating.arn())).title())
        .isEqualTo("The backup is being created, restored or deleted");
    assertThat(refused(() -> backups.create("NoSuch", "name")).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(refused(() -> backups.create("Orders", "no")).kind())
        .isEqualTo(Kind.INVALID_REQUEST);
    assertThat(refused(() -> backups.describe(creating.arn() + "0")).title())
        .isEqualTo("The backup was not found");
    aws.pass(BackupService.CREATION);
    Problem exists =
        refused(() -> backups.restore(creating.arn(), "Orders", RestoreOptions.asItWas()));
    assertThat(exists.title()).isEqualTo("There is a table of this name already");
    aws.restores.atMost(1);
    backups.restore(creating.arn(), "one", RestoreOptions.asItWas());
    assertThat(
            refused(() -> backups.restore(creating.arn(), "one", RestoreOptions.asItWas())).title())
        .isEqualTo("The table is being created, restored or deleted");
    assertThat(
            refused(() -> backups.restore(creating.arn(), "two", RestoreOptions.asItWas())).kind())
        .isEqualTo(Kind.LIMIT);
    assertThat(refused(() -> backups.create("one", "name")).code())
        .isEqualTo("TableInUseException");
  }

  @Test
  void recoveryIsSwitchedOnAndOffAndItsPeriodChanged() {
    assertThat(backups.recovery("Orders")).isEqualTo(Recovery.off());
    Recovery on = backups.setRecovery("Orders", true, 35);
    assertThat(on.enabled()).isTrue();
    assertThat(on.days()).isEqualTo(35);
    assertThat(on.earliest()).isEqualTo(aws.clock.instant());
    assertThat(on.latest()).isEqualTo(aws.clock.instant());
    aws.pass(Duration.ofDays(20));
    Recovery shorter = backups.setRecovery("Orders", true, 7);
    assertThat(shorter.days()).isEqualTo(7);
    assertThat(shorter.earliest()).isEqualTo(aws.clock.instant().minus(Duration.ofDays(7)));
    assertThat(shorter.latest()).isEqualTo(aws.clock.instant().minus(Duration.ofMinutes(5)));
    assertThat(backups.setRecovery("Orders", true, 35).earliest()).isEqualTo(shorter.earliest());
    assertThat(backups.setRecovery("Orders", false, 0).enabled()).isFalse();
    assertThat(refused(() -> backups.setRecovery("Orders", true, 0)).kind())
        .isEqualTo(Kind.INVALID_REQUEST);
    assertThat(refused(() -> backups.setRecovery("Orders", true, 36)).kind())
        .isEqualTo(Kind.INVALID_REQUEST);
    aws.recovery.unready("Orders", aws.clock.instant().plusSeconds(60));
    assertThat(refused(() -> backups.setRecovery("Orders", true, 35)).remedies())
        .containsExactly(Problem.Remedy.RETRY);
    assertThat(refused(() -> backups.recovery("NoSuch")).kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void aTableIsRestoredToASecond() {
    assertThat(
            refused(() -> backups.restoreToTime("Orders", "never", null, RestoreOptions.asItWas()))
                .title())
        .isEqualTo("Point-in-time recovery is off for this table");
    backups.setRecovery("Orders", true, 35);
    Instant early = aws.clock.instant().plus(Duration.ofHours(1));
    aws.pass(Duration.ofHours(2));
    put("1", "second");
    aws.pass(Duration.ofHours(2));

    backups.restoreToTime("Orders", "then", early.plusNanos(999), RestoreOptions.asItWas());
    backups.restoreToTime("Orders", "latest", null, RestoreOptions.asItWas());
    aws.pass(Restores.TIME);

    assertThat(note("then")).isEqualTo("first");
    assertThat(note("latest")).isEqualTo("second");
    Instant early2 = early.minus(Duration.ofDays(3));
    assertThat(
            refused(() -> backups.restoreToTime("Orders", "no", early2, RestoreOptions.asItWas()))
                .title())
        .isEqualTo("The table cannot be restored to this time");
  }

  @Test
  void anEndpointWithoutBackupsSaysSo() {
    try (Session local = Sessions.fresh()) {
      local.tables().create(Sessions.draft("Local"));
      List<Runnable> calls =
          List.of(
              () -> local.backups().all(),
              () -> local.backups().of("Local"),
              () -> local.backups().recovery("Local"),
              () -> local.backups().create("Local", "name"),
              () -> local.backups().setRecovery("Local", true, 35));
      assertThat(calls)
          .allSatisfy(
              call -> assertThat(refused(call).kind()).isEqualTo(Kind.UNSUPPORTED_BY_ENDPOINT));
    }
  }
}
