package dev.sortkey.ui.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.Backup;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Session;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.AwsBackups;
import dev.sortkey.standin.BackupService;
import dev.sortkey.ui.work.Work;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Backups that are being made, by this page or by someone else.
class FollowedBackupsTest {
  private static final String TABLE = BackupsWindow.TABLE;

  private AwsBackups aws;
  private Session session;
  private BackupsViewModel model;

  @BeforeEach
  void open() {
    aws = new AwsBackups(TestSandbox.shared().endpoint());
    session = BackupsWindow.session(aws.aws.endpoint(), Connection.Kind.ENDPOINT);
    model = new BackupsViewModel(session.backups(), Work.direct(), TABLE, Duration.ofMillis(1));
  }

  @AfterEach
  void close() {
    session.close();
    aws.close();
  }

  /// After each DescribeBackup that the page makes.
  private AtomicInteger onDescribe(Runnable then) {
    var asked = new AtomicInteger();
    session
        .calls()
        .onCall(call -> {
          if (call.operation().equals("DescribeBackup")) {
            asked.incrementAndGet();
            then.run();
          }
        });
    return asked;
  }

  @Test
  void oneThatSomeoneElseMakesIsFollowedToo() {
    Backup made = session.backups().create(TABLE, "theirs");
    onDescribe(() -> aws.pass(BackupService.CREATION));
    model.reload();
    assertThat(model.backups())
        .singleElement()
        .satisfies(backup -> {
          assertThat(backup.arn()).isEqualTo(made.arn());
          assertThat(backup.status()).isEqualTo(Backup.Status.AVAILABLE);
        });
  }

  @Test
  void oneIsFollowedOnceHoweverOftenTheListIsRead() {
    session.backups().create(TABLE, "theirs");
    var asked = new AtomicInteger[1];
    asked[0] =
        onDescribe(() -> {
          if (asked[0].get() == 1) {
            model.reload();
          } else {
            aws.pass(BackupService.CREATION);
          }
        });
    model.reload();
    assertThat(asked[0].get()).as("creating twice, then available").isEqualTo(3);
    assertThat(model.backups()).extracting(Backup::status).containsOnly(Backup.Status.AVAILABLE);
  }

  @Test
  void oneThatIsDeletedMeanwhileLeavesTheListWithoutAProblem() {
    Backup made = session.backups().create(TABLE, "theirs");
    var gone = new AtomicInteger();
    onDescribe(() -> {
      if (gone.getAndIncrement() == 0) {
        aws.pass(BackupService.CREATION);
        session.backups().delete(made.arn());
      }
    });
    model.reload();
    assertThat(model.backups()).isEmpty();
    assertThat(model.problemProperty().get()).isNull();
  }

  @Test
  void aNewOneIsFirst() {
    onDescribe(() -> aws.pass(BackupService.CREATION));
    model.create(TABLE, "first", _ -> {});
    model.create(TABLE, "second", _ -> {});
    assertThat(model.backups()).extracting(Backup::name).containsExactly("second", "first");
    model.reload();
    assertThat(model.backups()).extracting(Backup::name).containsExactly("second", "first");
  }
}
