package dev.sortkey.ui.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.Tag;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.AwsBackups;
import dev.sortkey.standin.BackupService;
import dev.sortkey.standin.Restores;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackupsWindowTest {
  private static BackupsWindow window(AwsBackups aws, Theme theme) {
    return new BackupsWindow(
        BackupsWindow.session(aws.aws.endpoint(), Connection.Kind.ENDPOINT), theme, false);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aBackupIsMadeRestoredAndDeleted(Theme theme) {
    try (var aws = new AwsBackups(TestSandbox.shared().endpoint());
        var window = window(aws, theme)) {
      Ui.text("No backups yet");
      window.picture("none-" + theme);
      String arn = window.session.tables().describe("CustomerOrders").arn();
      window.session.admin().setTimeToLive("CustomerOrders", "expires", true);
      window.session.admin().tag(arn, List.of(new Tag("team", "shop"), new Tag("env", "test")));
      Ui.press(KeyCode.CONTROL, KeyCode.B);
      TextField name = (TextField) Ui.find("#backup-name");
      Ui.fill(name, "b!");
      Ui.until("the flaw is told", () -> Ui.showsText("A backup's name takes the letters"));
      assertThat(Ui.find("#backup-create").isDisabled()).isTrue();
      Ui.fill(name, "before-price-fix");
      Ui.click(Ui.find("#backup-create"));
      Ui.text("Creating");
      Ui.text("usable in a moment");
      window.picture("creating-" + theme);
      aws.pass(BackupService.CREATION);
      Ui.text("Available");

      var list = (TableView<?>) Ui.find("#backups");
      Ui.run(() -> {
        list.requestFocus();
        list.getSelectionModel().select(0);
      });
      Ui.press(KeyCode.ENTER);
      TextField target = (TextField) Ui.find("#restore-name");
      assertThat(target.getText()).isEqualTo("CustomerOrders-restored");
      Ui.fill(target, "CustomerOrders");
      Ui.until("taken", () -> Ui.showsText("There is a table CustomerOrders already"));
      assertThat(Ui.find("#restore-go").isDisabled()).isTrue();
      Ui.fill(target, "CustomerOrders-restored");
      Ui.until("what is set again is told", () -> Ui.showsText("TTL on expires · 2 tags"));
      Ui.until("what it has is read", () -> !Ui.find("#restore-go").isDisabled());
      window.picture("restore-" + theme);
      Ui.click(Ui.find("#restore-go"));
      Ui.text("Restoring, which takes minutes");
      Ui.until("AWS restores", () -> window.tables.schema("CustomerOrders-restored").isPresent());
      window.picture("restoring-" + theme);
      aws.pass(Restores.TIME);
      Ui.text("Ready");
      Ui.text("Equal to the original: all 60 items");
      window.picture("restored-" + theme);
      String restored = window.session.tables().describe("CustomerOrders-restored").arn();
      assertThat(window.session.admin().tags(restored)).hasSize(2);
      assertThat(window.session.admin().timeToLive("CustomerOrders-restored").on()).isTrue();
      assertThat(window.tables.schema("CustomerOrders-restored").orElseThrow().active()).isTrue();
      assertThat(items(window, "CustomerOrders-restored"))
          .isPositive()
          .isEqualTo(items(window, "CustomerOrders"));

      Ui.run(list::requestFocus);
      Ui.press(KeyCode.DELETE);
      Ui.fill(Ui.find("#delete-word"), "delete");
      assertThat(Ui.find("#backup-delete-do").isDisabled()).isTrue();
      Ui.fill(Ui.find("#delete-word"), "Delete");
      window.picture("delete-" + theme);
      Ui.click(Ui.find("#backup-delete-do"));
      Ui.text("No backups yet");
      assertThat(window.session.backups().all()).isEmpty();
    }
  }

  private static long items(BackupsWindow window, String table) {
    return window.session.tables().describe(table).itemCount();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void recoveryIsEnabledAndATableRestoredToATime(Theme theme) {
    try (var aws = new AwsBackups(TestSandbox.shared().endpoint());
        var window = window(aws, theme)) {
      Ui.click(Ui.find("#recovery-enable"));
      TextField days = (TextField) Ui.find("#recovery-days");
      for (String wrong : new String[] {"0", "36", "x", ""}) {
        Ui.fill(days, wrong);
        assertThat(((Label) Ui.find("#recovery-days-flaw")).getText()).contains("1 to 35 days");
        assertThat(Ui.find("#recovery-apply").isDisabled()).isTrue();
      }
      Ui.fill(days, "35");
      window.picture("enable-" + theme);
      Ui.click(Ui.find("#recovery-apply"));
      Ui.find("#timeline");
      aws.pass(Duration.ofDays(20));
      window.session.backups().create("CustomerOrders", "orders-2026-03");
      aws.pass(Duration.ofDays(4));
      window.session.backups().create("CustomerOrders", "before-price-fix");
      aws.pass(Duration.ofDays(20));
      window.refresh();
      Ui.until("two backups", () -> Ui.showsText("before-price-fix"));
      window.addItem();
      var timeline = Ui.find("#timeline");
      Ui.click(timeline);
      Ui.press(KeyCode.CONTROL, KeyCode.LEFT);
      Ui.press(KeyCode.LEFT);
      window.picture("timeline-" + theme);
      Ui.press(KeyCode.CONTROL, KeyCode.T);
      TextField time = (TextField) Ui.find("#restore-time");
      Recovery recovery = window.session.backups().recovery("CustomerOrders");
      var moments = Moments.here();
      Ui.fill(time, moments.second(recovery.latest().plusSeconds(60)));
      Ui.until("too late is told", () -> Ui.showsText("five minutes behind"));
      window.picture("time-late-" + theme);
      Ui.fill(time, moments.second(recovery.earliest().minusSeconds(60)));
      Ui.until("too early is told", () -> Ui.showsText("before the earliest time"));
      Ui.fill(time, "yesterday");
      Ui.until("no time is told", () -> Ui.showsText("Type a time such as"));
      Instant wanted = recovery.earliest().plus(Duration.ofDays(1));
      Ui.fill(time, moments.second(wanted));
      Ui.until("ready", () -> !Ui.find("#restore-go").isDisabled());
      window.picture("restore-time-" + theme);
      Ui.press(KeyCode.ENTER);
      Ui.text("Restoring, which takes minutes");
      Ui.until("AWS restores", () -> window.tables.schema("CustomerOrders-restored").isPresent());
      aws.pass(Restores.TIME);
      Ui.text("Ready");
      Ui.until("compared", () -> Ui.showsText("60 items are equal, 0 differ, 1 only in the orig"));
      Ui.click(Ui.find("#restore-differences"));
      Ui.find("#differences");
      window.picture("differences-" + theme);
      Ui.run(window::closeDialog);
      TableSchema restored = window.session.tables().describe("CustomerOrders-restored");
      assertThat(restored.active()).isTrue();
      assertThat(aws.aws.requests())
          .anySatisfy(request -> {
            assertThat(request.operation()).isEqualTo("RestoreTableToPointInTime");
            assertThat(request.json().path("RestoreDateTime").asLong())
                .isEqualTo(wanted.getEpochSecond());
          });

      Ui.click(Ui.find("#recovery-period"));
      Ui.fill(Ui.find("#recovery-days"), "7");
      Ui.until("what is lost is told", () -> Ui.showsText("What is older than 7 days"));
      Ui.click(Ui.find("#recovery-apply"));
      Ui.until("seven days", () -> Ui.showsText("7 days ·"));
      Ui.click(Ui.find("#recovery-disable"));
      Ui.until("what is lost is told", () -> Ui.showsText("is lost at once"));
      window.picture("disable-" + theme);
      Ui.click(Ui.find("#recovery-disable-do"));
      Ui.find("#recovery-enable");
      assertThat(window.session.backups().recovery("CustomerOrders").enabled()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theSandboxSaysThatItHasNoBackups(Theme theme) {
    var session = BackupsWindow.session(TestSandbox.shared().endpoint(), Connection.Kind.SANDBOX);
    try (var window = new BackupsWindow(session, theme, false)) {
      Ui.text("This endpoint does not offer AWS backups");
      Ui.text("This endpoint does not offer point-in-time recovery");
      Ui.sees("A snapshot works here too");
      Ui.press(KeyCode.CONTROL, KeyCode.B);
      assertThat(window.dialog()).isFalse();
      window.picture("sandbox-" + theme);
    }
  }

  @Test
  void theBackupsOfAllTablesAreListed() {
    try (var aws = new AwsBackups(TestSandbox.shared().endpoint())) {
      var session = BackupsWindow.session(aws.aws.endpoint(), Connection.Kind.ENDPOINT);
      session.backups().create("CustomerOrders", "before-price-fix");
      aws.pass(Duration.ofHours(5));
      session.backups().setRecovery("CustomerOrders", true, 35);
      try (var window = new BackupsWindow(session, Theme.LIGHT, true)) {
        Ui.text("before-price-fix");
        window.picture("all");
        session.tables().delete("CustomerOrders");
        Ui.click(Ui.find("#refresh-backups"));
        Ui.text("CustomerOrders$DeletedTableBackup");
        window.picture("all-deleted");
      }
    }
  }
}
