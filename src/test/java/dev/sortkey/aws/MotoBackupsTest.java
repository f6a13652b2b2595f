package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.backup.BackupDetails;
import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.backup.RestoreOptions;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.standin.Moto;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A second opinion on the stand-in's backups.
class MotoBackupsTest {
  private static Moto moto;

  @BeforeAll
  static void start() throws Exception {
    moto = Moto.start();
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  private static Session session(String table) {
    Session session = Sessions.open(moto.endpoint(), Sessions.freshKeys());
    session.tables().create(Sessions.draft(table));
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put("pk", new Attr.S("1"));
    attributes.put("sk", new Attr.N("1"));
    session.writer().putAll(table, List.of(new Item(attributes)).iterator(), Progress.none());
    return session;
  }

  private static Problem refused(Runnable call) {
    return catchThrowableOfType(ProblemException.class, call::run).problem();
  }

  @Test
  void aBackupIsMadeListedRestoredAndDeleted() {
    try (Session session = session("MotoOrders")) {
      var backups = session.backups();
      Backup made = backups.create("MotoOrders", "before-price-fix");
      assertThat(made.name()).isEqualTo("before-price-fix");
      assertThat(backups.of("MotoOrders")).extracting(Backup::arn).containsExactly(made.arn());
      BackupDetails details = backups.describe(made.arn());
      assertThat(details.backup().available()).isTrue();
      assertThat(details.itemCount()).isEqualTo(1);
      assertThat(details.keys()).containsExactly("pk", "sk");
      backups.restore(made.arn(), "MotoRestored", RestoreOptions.asItWas());
      assertThat(session.tables().describe("MotoRestored").active()).isTrue();
      assertThat(
              refused(() -> backups.restore(made.arn(), "MotoRestored", RestoreOptions.asItWas()))
                  .code())
          .isEqualTo("TableAlreadyExistsException");
      backups.delete(made.arn());
      assertThat(backups.of("MotoOrders")).isEmpty();
      assertThat(refused(() -> backups.describe(made.arn())).title())
          .isEqualTo("The backup was not found");
      assertThat(refused(() -> backups.create("NoSuchTable", "name")).kind())
          .isEqualTo(Problem.Kind.NOT_FOUND);
    }
  }

  @Test
  void recoveryIsSwitchedOnAndATableRestored() {
    try (Session session = session("MotoShop")) {
      var backups = session.backups();
      assertThat(backups.recovery("MotoShop")).isEqualTo(Recovery.off());
      Recovery on = backups.setRecovery("MotoShop", true, 35);
      assertThat(on.enabled()).isTrue();
      assertThat(on.usable()).isTrue();
      backups.restoreToTime("MotoShop", "MotoThen", null, RestoreOptions.asItWas());
      assertThat(session.tables().describe("MotoThen").active()).isTrue();
      assertThat(backups.setRecovery("MotoShop", false, 0)).isEqualTo(Recovery.off());
      assertThat(refused(() -> backups.recovery("NoSuchTable")).kind())
          .isEqualTo(Problem.Kind.NOT_FOUND);
    }
  }
}
