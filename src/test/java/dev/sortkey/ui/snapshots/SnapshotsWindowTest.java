package dev.sortkey.ui.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.transfer.BulkItems;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.ui.PageWindow;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.backups.BackupsSection;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.workbench.TablePage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotsWindowTest {
  private final Session session = session();
  private PageWindow window;

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
    session.close();
  }

  @ParameterizedTest
  @EnumSource
  void aSnapshotIsTakenVerifiedRestoredAndCompared(Theme theme) throws Exception {
    open(theme);
    picture("empty", theme);
    Ui.click(Ui.find("#take-snapshot"));
    picture("take", theme);
    Ui.fill(Ui.find("#snapshot-name"), "before-migration");
    Ui.press(KeyCode.ENTER);
    picture("taking", theme);
    Ui.until("it is taken", () -> rows().size() == 1 && rows().getFirst().snapshot() != null);

    Ui.click(Ui.text("Verify"));
    Ui.until(
        "it is verified",
        () -> rows().getFirst().snapshot().check() instanceof Snapshot.Check.Verified);
    Ui.until("it says so", () -> Ui.showsText("Verified, SHA-256"));

    Ui.click(Ui.text("Restore"));
    picture("restore", theme);
    Ui.fill(Ui.find("#snapshot-new-table"), "Copy");
    Ui.press(KeyCode.ENTER);
    Ui.until("it is equal", () -> finding().contains("before-migration and Copy are equal"));
    picture("equal", theme);
    assertThat(session.tables().describe("Copy").itemCount())
        .isEqualTo(session.tables().describe("CustomerOrders").itemCount());

    change();
    Ui.run(() -> list().getSelectionModel().select(0));
    Ui.click(Ui.find("#compare-two"));
    picture("two", theme);
    Ui.click(Ui.find("#compare-do"));
    Ui.until("the differences are found", () -> finding().contains(": 3 of "));
    Ui.click(Ui.find("#finding-show"));
    assertThat(((Labeled) Ui.find("#difference-counts")).getText())
        .contains("1 differs")
        .contains("1 only in before-migration")
        .contains("1 only in CustomerOrders");
    picture("differences", theme);
    Ui.run(window::closeDialog);
    Ui.run(() -> list().requestFocus());
    Ui.press(KeyCode.SPACE);
    picture("details", theme);
    Ui.run(window::closeDialog);
    damage();
    Ui.click(Ui.find("#verify-all"));
    Ui.until(
        "the damage is found",
        () -> rows().getFirst().snapshot().check() instanceof Snapshot.Check.Differs);
    Files.createDirectories(window.desk.store().snapshots().folder().resolve(".taking-1/data"));
    picture("damaged", theme);
    Ui.run(() -> list().requestFocus());
    Ui.press(KeyCode.DELETE);
    Ui.click(Ui.find("#snapshot-delete-do"));
    Ui.until("it is gone", () -> Ui.anywhere("#snapshots-card") != null && rowsGone());
  }

  private void open(Theme theme) {
    window =
        new PageWindow(
            session,
            "CustomerOrders",
            TablePage.BACKUPS,
            theme,
            (desk, table) ->
                new BackupsSection(desk, table, List.of(new SnapshotsCard(desk, table))));
  }

  private void picture(String name, Theme theme) {
    window.picture("snapshots-" + name + "-" + theme.name().toLowerCase());
  }

  @SuppressWarnings("unchecked")
  private static TableView<SnapshotRow> list() {
    return (TableView<SnapshotRow>) Ui.anywhere("#snapshots");
  }

  private static List<SnapshotRow> rows() {
    return Ui.onFx(() -> Ui.anywhere("#snapshots-card").lookup("#snapshots") != null)
        ? list().getItems()
        : List.of();
  }

  private static boolean rowsGone() {
    return Ui.anywhere("#snapshots-card").lookup("#snapshots") == null;
  }

  private static String finding() {
    var strip = Ui.anywhere("#snapshots-card").lookup("#snapshot-finding");
    return strip == null
        ? ""
        : strip.lookupAll(".label").stream()
            .map(each -> ((Labeled) each).getText())
            .filter(text -> text != null)
            .reduce("", String::concat);
  }

  /// One item edited, one gone, one new.
  private void change() {
    TableSchema table = session.tables().describe("CustomerOrders");
    List<Item> items = new ArrayList<>();
    session
        .bulk()
        .scan(
            new BulkItems.Part("CustomerOrders", 0, 1, null, true),
            page -> items.addAll(page.items()));
    Item edited = items.getFirst().with("TotalAmount", new Attr.N("0.01"));
    Item fresh = items.getFirst().with("OrderID", new Attr.S("9999"));
    session.writer().putAll("CustomerOrders", List.of(edited, fresh).iterator(), Progress.none());
    session.writer().write(table, List.of(new Change.Delete(items.get(1))), Progress.none());
  }

  private void damage() throws Exception {
    Snapshot snapshot = rows().getFirst().snapshot();
    Path file = snapshot.root().resolve(snapshot.manifest().data().getFirst().path());
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
  }

  private static Session session() {
    Session session =
        new SdkConnector()
            .open(
                new Connection(
                    "sandbox",
                    "Sandbox",
                    Connection.Kind.SANDBOX,
                    null,
                    TestSandbox.shared().endpoint(),
                    "eu-west-1",
                    Environment.SANDBOX),
                new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "secret", null));
    SampleTable sample = SampleTables.all().getFirst();
    session.tables().create(sample.draft());
    List<Item> items = new ArrayList<>();
    sample.items().get().forEachRemaining(items::add);
    session.writer().putAll("CustomerOrders", items.subList(0, 400).iterator(), Progress.none());
    return session;
  }
}
