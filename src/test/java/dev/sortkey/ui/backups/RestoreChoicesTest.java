package dev.sortkey.ui.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.AwsBackups;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the form of a restore proposes, and what it asks DynamoDB for.
class RestoreChoicesTest {
  private static final String TABLE = BackupsWindow.TABLE;

  private final Work work = Work.direct();
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

  private RestoreViewModel form() {
    session.backups().setRecovery(TABLE, true, 35);
    Recovery recovery = session.backups().recovery(TABLE);
    var form =
        new RestoreViewModel(
            new RestoreSource.ToTime(TABLE, recovery, null),
            session,
            tables,
            work,
            new Moments(ZoneOffset.UTC));
    form.prepare();
    return form;
  }

  private void original(long bytes, Index.Kind... kinds) {
    TableSchema known = session.tables().describe(TABLE);
    List<Index> indexes =
        Stream.of(kinds)
            .map(kind ->
                new Index(
                    "of-" + kind,
                    kind,
                    known.keys(),
                    Projection.all(),
                    Capacity.onDemand(),
                    "ACTIVE",
                    false,
                    0,
                    0))
            .toList();
    tables.put(
        new TableSchema(
            TABLE,
            known.arn(),
            known.status(),
            known.keys(),
            indexes,
            known.capacity(),
            known.tableClass(),
            false,
            known.itemCount(),
            bytes,
            known.created()));
  }

  @Test
  void localIndexesCanBeKeptWithoutTheGlobalOnes() {
    original(0, Index.Kind.GSI, Index.Kind.LSI);
    RestoreViewModel form = form();
    assertThat(form.options().globalIndexes()).isTrue();
    assertThat(form.options().localIndexes()).isTrue();
    form.indexesProperty().set(RestoreViewModel.Indexes.LOCAL_ONLY);
    assertThat(form.options().globalIndexes()).isFalse();
    assertThat(form.options().localIndexes()).isTrue();
    form.indexesProperty().set(RestoreViewModel.Indexes.NONE);
    assertThat(form.options().globalIndexes()).isFalse();
    assertThat(form.options().localIndexes()).isFalse();
  }

  /// Both tables are read, at half a unit for each 4 KB: 10,000 units are 40,960,000 bytes of each.
  @Test
  void comparingIsProposedWhereItCostsLittle() {
    original(40_960_000);
    RestoreViewModel cheap = form();
    assertThat(cheap.compareUnits()).isEqualTo(10_000);
    assertThat(cheap.compareProperty().get()).isTrue();
    original(40_970_000);
    assertThat(form().compareProperty().get()).isFalse();
  }

  @Test
  void whereTheSettingsCannotBeReadARestoreIsPossibleWithoutThem() {
    aws.tables.deny("DescribeTable");
    RestoreViewModel form = form();
    assertThat(form.leftProblemProperty().get())
        .extracting(Problem::kind)
        .isEqualTo(Problem.Kind.ACCESS_DENIED);
    assertThat(form.againProperty().get()).isFalse();
    assertThat(form.ready().get()).isTrue();
    form.againProperty().set(true);
    assertThat(form.ready().get()).as("there is nothing to set again").isFalse();
  }

  @Test
  void aChosenSecondIsNeverBeforeTheEarliestTime() {
    aws.pass(Duration.ofMillis(300));
    session.backups().setRecovery(TABLE, true, 35);
    aws.pass(Duration.ofDays(1));
    var model = new RecoveryViewModel(session.backups(), work, TABLE);
    model.reload();
    Recovery recovery = model.recoveryProperty().get();
    model.choose(recovery.earliest().minusSeconds(60));
    assertThat(model.chosenProperty().get())
        .as("the first whole second within")
        .isEqualTo(recovery.earliest().plusMillis(700));
  }
}
