package dev.sortkey.ui.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.snapshot.Comparison.Difference;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.store.Store;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsViewModelTest {
  @TempDir private Path folder;
  private final RecordingWorkbench workbench = new RecordingWorkbench();
  private Session session;
  private Desk desk;
  private SnapshotsViewModel model;

  @BeforeEach
  void open() {
    session =
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
    session.tables().create(draft("Orders"));
    put(item(1, "a"), item(2, "b"), item(3, "c"));
    Work work = Work.direct();
    var tables = new Tables(session.tables(), work);
    tables.reload();
    desk =
        new Desk(
            session,
            tables,
            Store.open(folder.resolve("config"), folder),
            work,
            workbench,
            new SimpleObjectProperty<>(Theme.LIGHT));
    model = new SnapshotsViewModel(desk, InstantSource.system(), "Orders");
    model.reload();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aSnapshotIsTakenVerifiedRestoredAndComparedEqual() {
    model.take("Orders", "first", true);

    assertThat(model.rows()).singleElement().satisfies(row -> assertThat(row.running()).isNull());
    assertThat(workbench.toasts).containsExactly("Snapshot first taken: 3 items");
    model.verifyAll();
    assertThat(only().check()).isInstanceOf(Snapshot.Check.Verified.class);

    RestoreForm form = form(only());
    assertThat(form.name.get()).isEqualTo("Orders-restored");
    assertThat(form.flaw()).isNull();
    assertThat(form.elsewhere()).isFalse();
    model.restore(only(), form.draft(), true);

    assertThat(model.findingProperty().get())
        .isInstanceOfSatisfying(
            Finding.Compared.class,
            compared -> {
              assertThat(compared.good()).isTrue();
              assertThat(compared.sentence())
                  .isEqualTo("first and Orders-restored are equal: 3 items");
            });
    assertThat(desk.tables().schema("Orders-restored").orElseThrow().index("by-text")).isPresent();
  }

  @Test
  void whatHasChangedSinceIsFound() {
    model.take("Orders", "before", true);
    put(item(2, "edited"), item(4, "new"));
    model.compareWithTable(only(), "Orders");

    Finding finding = model.findingProperty().get();
    assertThat(finding.good()).isFalse();
    assertThat(finding.sentence()).isEqualTo("before and Orders: 2 of 4 items differ");
    assertThat(((Finding.Compared) finding).comparison().shown())
        .extracting(Object::getClass)
        .map(Class::getSimpleName)
        .containsExactly(
            Difference.Differs.class.getSimpleName(), Difference.OnlyRight.class.getSimpleName());

    model.take("Orders", "after", true);
    model.compareTwo(model.rows().getLast().snapshot(), model.rows().getFirst().snapshot());
    assertThat(model.findingProperty().get().sentence())
        .isEqualTo("before and after: 2 of 4 items differ");
  }

  @Test
  void aRestoreWithoutIndexesAndSettingsLeavesThemOut() {
    session.admin().setTimeToLive("Orders", "expires", true);
    model.take("Orders", "first", false);
    RestoreForm form = form(only());
    assertThat(form.draft().settings().ttl()).isEqualTo("expires");
    form.indexes.set(false);
    form.settings.set(false);

    assertThat(form.draft().indexes()).isEmpty();
    assertThat(form.draft().settings()).isEqualTo(TableDraft.Settings.defaults());
    form.name.set("Orders");
    assertThat(form.flaw()).contains("a table Orders already");
    form.name.set("x");
    assertThat(form.flaw()).isNotNull();
  }

  @Test
  void aSnapshotFromElsewhereLeavesPolicyAndKeyBehind() {
    model.take("Orders", "first", true);

    var form = new RestoreForm(only(), List.of(), "us-east-1", "");

    assertThat(form.elsewhere()).isTrue();
  }

  @Test
  void anExportOfAwsIsOpenedAndItsKeyGuessed() {
    Path export = Path.of("../shared/data/s3-export");
    assumeTrue(Files.isDirectory(export), "the sample export ../shared/data is not here");
    model.add(export);
    Snapshot opened = only();
    RestoreForm form = form(opened);
    assertThat(form.asksKeys()).isTrue();
    assertThat(form.flaw()).isNotNull();
    model.guessKeys(opened, form::keys);

    assertThat(form.partition.get()).isEqualTo("id");
    model.restore(opened, form.draft(), true);

    assertThat(model.findingProperty().get().sentence())
        .isEqualTo("s3-export and S3ExportTest-restored are equal: 3 items");
    model.delete(opened);
    assertThat(model.rows()).isEmpty();
    assertThat(Files.isDirectory(export)).isTrue();
  }

  @Test
  void aFolderThatIsNoSnapshotIsSaidToBeNone() throws IOException {
    model.add(Files.createDirectory(folder.resolve("pictures")));

    assertThat(model.problemProperty().get().title()).isEqualTo("This is no snapshot");
    assertThat(model.rows()).isEmpty();
  }

  @Test
  void leftoversAreOfferedForRemovalAndNotTakenForSnapshots() throws IOException {
    Path left = folder.resolve("snapshots/.taking-x");
    Files.createDirectories(left.resolve("AWSDynamoDB/1/data"));
    Files.writeString(left.resolve("snapshot.json"), "{");
    model.reload();

    assertThat(model.rows()).isEmpty();
    assertThat(model.leftovers()).hasSize(1);
    model.discard();
    assertThat(model.leftovers()).isEmpty();
    assertThat(left).doesNotExist();
  }

  @Test
  void aFolderWithoutAManifestIsNamedAsDamaged() throws IOException {
    Files.createDirectories(folder.resolve("snapshots/half/AWSDynamoDB/1/data"));
    Path broken = Files.createDirectories(folder.resolve("snapshots/broken"));
    Files.writeString(broken.resolve("snapshot.json"), "{\"version\":1");
    Files.createDirectories(folder.resolve("snapshots/unrelated"));
    model.reload();

    assertThat(model.rows()).isEmpty();
    assertThat(model.faults())
        .hasSize(2)
        .anyMatch(fault -> fault.startsWith("half: it has no manifest"))
        .anyMatch(fault -> fault.startsWith("broken: "));
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidPlainly() throws IOException {
    Files.writeString(folder.resolve("snapshots"), "a file where the folder should be");

    model.take("Orders", "first", true);

    assertThat(model.problemProperty().get().title())
        .isEqualTo("The snapshot could not be written");
    assertThat(model.rows()).isEmpty();
  }

  @Test
  void deletingRemovesTheFiles() {
    model.take("Orders", "first", true);
    Path root = only().root();

    model.delete(only());

    assertThat(root).doesNotExist();
    assertThat(model.rows()).isEmpty();
    assertThat(model.leftovers()).isEmpty();
  }

  private Snapshot only() {
    assertThat(model.rows()).hasSize(1);
    return model.rows().getFirst().snapshot();
  }

  private RestoreForm form(Snapshot snapshot) {
    return new RestoreForm(
        snapshot,
        session.tables().names(),
        "eu-west-1",
        session.connection().endpoint().toString());
  }

  private void put(Item... items) {
    session.writer().putAll("Orders", List.of(items).iterator(), Progress.none());
  }

  private static Item item(int number, String text) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("p"));
    fields.put("sk", new Attr.N(Integer.toString(number)));
    fields.put("text", new Attr.S(text));
    fields.put(
        "list",
        new Attr.L(IntStream.range(0, 3).mapToObj(i -> (Attr) new Attr.N("" + i)).toList()));
    return new Item(fields);
  }

  private static TableDraft draft(String name) {
    return new TableDraft(
        name,
        new KeySchema(
            List.of(new KeyAttribute("pk", KeyType.S)), List.of(new KeyAttribute("sk", KeyType.N))),
        Capacity.onDemand(),
        List.of(
            new IndexDraft(
                "by-text",
                Index.Kind.GSI,
                new KeySchema(List.of(new KeyAttribute("text", KeyType.S)), List.of()),
                Projection.all(),
                Capacity.onDemand())),
        false);
  }
}
