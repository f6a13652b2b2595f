package dev.sortkey.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.snapshot.Comparison.Difference;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.transfer.BulkItems;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.SnapshotFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsOnDynamoDbTest {
  @TempDir private Path folder;
  private Snapshots snapshots;
  private Shelf shelf;

  @BeforeEach
  void open() {
    snapshots = new SnapshotFolder(folder.resolve("snapshots"));
    shelf = new Shelf(snapshots);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void tenThousandItemsOfAllTypesComeBackTheSame() throws Exception {
    TableSchema table = shelf.fill("Orders", 10_000);
    shelf.session.admin().setTimeToLive("Orders", "expires", true);

    Snapshot taken = shelf.take("Orders", "before migration");

    assertThat(taken.manifest().items()).isEqualTo(10_000);
    assertThat(taken.manifest().data()).hasSizeGreaterThan(1);
    assertThat(taken.check()).isInstanceOf(Snapshot.Check.NotYet.class);
    assertThat(shelf.verify(taken).check()).isInstanceOf(Snapshot.Check.Verified.class);
    assertThat(snapshots.list().snapshots())
        .singleElement()
        .satisfies(listed -> {
          assertThat(listed.name()).isEqualTo("before migration");
          assertThat(listed.check()).isInstanceOf(Snapshot.Check.Verified.class);
          assertThat(listed.manifest()).isEqualTo(taken.manifest());
        });

    RestoreReport report = shelf.restore(taken, renamed(taken.manifest().draft(), "Restored"));

    assertThat(report.refused()).isEmpty();
    assertThat(report.steps()).containsExactly(new RestoreReport.Step(Setting.TTL, null));
    assertThat(report.written()).isEqualTo(10_000);
    assertThat(report.whole()).isTrue();
    TableSchema restored = shelf.session.tables().describe("Restored");
    assertThat(restored.keys()).isEqualTo(table.keys());
    assertThat(restored.index("by-kind")).isPresent();
    assertThat(restored.itemCount()).isEqualTo(10_000);
    assertThat(shelf.session.admin().timeToLive("Restored").attribute()).isEqualTo("expires");
    Comparison same = shelf.compare(taken, "Restored");
    assertThat(same.equal()).isTrue();
    assertThat(same.same()).isEqualTo(10_000);
    assertThat(shelf.compare(taken, "Orders").equal()).isTrue();
  }

  @Test
  void exactlyTheChangedItemsDiffer() throws Exception {
    TableSchema table = shelf.fill("Orders", 500);
    Snapshot taken = shelf.take("Orders", "before");
    List<Item> items = Shelf.items(500);
    Item edited =
        items.get(10).with("map", Attr.M.of(Map.of("deep", new Attr.L(List.of(new Attr.N("1"))))));
    shelf.put(table, List.of(edited));
    Snapshot middle = shelf.take("Orders", "middle");
    shelf.put(
        table,
        List.of(
            edited.with("map", Attr.M.of(Map.of("deep", new Attr.L(List.of(new Attr.N("2.0")))))),
            items.get(11).with("sk", new Attr.N("-1"))));
    shelf
        .session
        .bulk()
        .write(
            table,
            List.of(new BulkItems.Write.Delete(0, table.keyOf(items.get(12)))).iterator(),
            ignored(),
            Progress.none());

    Comparison changed = shelf.compare(middle, "Orders");

    assertThat(changed.same()).isEqualTo(498);
    assertThat(changed.shown())
        .extracting(each -> each.getClass().getSimpleName() + " " + number(each.item()))
        .containsExactlyInAnyOrder("Differs 10", "OnlyLeft 12", "OnlyRight -1");
    Difference.Differs differs =
        (Difference.Differs)
            changed.shown().stream()
                .filter(Difference.Differs.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(differs.diff().changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.path()).isEqualTo(AttrPath.of("map").child("deep").child(0));
          assertThat(change.before()).isEqualTo(new Attr.N("1"));
        });
    Comparison two =
        new Comparing(
                table.keys(),
                new SnapshotItems(snapshots, taken),
                new SnapshotItems(snapshots, middle),
                Shelf.LANES,
                Progress.none())
            .run();
    assertThat(two.differences()).isOne();
  }

  @Test
  void whatTheEndpointDoesNotOfferIsNoted() throws Exception {
    shelf.fill("Orders", 3);

    Manifest manifest = shelf.take("Orders", "small").manifest();

    assertThat(manifest.unknown())
        .extracting(Manifest.Unknown::setting)
        .containsExactlyInAnyOrder(Setting.TAGS, Setting.RECOVERY, Setting.POLICY);
    assertThat(manifest.unknown())
        .allSatisfy(each -> assertThat(each.why()).as("%s", each.setting()).isNull());
  }

  @Test
  void streamAndProtectionAreSetOnceTheItemsAreThere() throws Exception {
    shelf.fill("Orders", 5);
    Snapshot taken = shelf.take("Orders", "small");
    TableDraft draft = taken.manifest().draft();
    var settings = draft.settings();
    var wished =
        new TableDraft("Streaming", draft.keys(), draft.capacity(), List.of(), true, settings)
            .with(
                new TableDraft.Settings(
                    settings.tableClass(),
                    settings.encryption(),
                    null,
                    List.of(new Tag("team", "shop")),
                    null,
                    null,
                    StreamView.NEW_IMAGE,
                    null,
                    List.of()));

    RestoreReport report = shelf.restore(taken, wished);

    assertThat(report.written()).isEqualTo(5);
    assertThat(report.steps())
        .filteredOn(step -> step.failure() == null)
        .extracting(RestoreReport.Step::setting)
        .containsExactly(Setting.STREAM, Setting.PROTECTION);
    assertThat(report.steps())
        .filteredOn(step -> step.failure() != null)
        .extracting(RestoreReport.Step::setting)
        .containsExactly(Setting.TAGS);
    assertThat(report.whole()).isFalse();
    assertThat(shelf.session.admin().details("Streaming").stream().enabled()).isTrue();
    assertThat(shelf.session.tables().describe("Streaming").deletionProtection()).isTrue();
  }

  @Test
  void aCancelLeavesNothing() throws Exception {
    shelf.fill("Orders", 3_000);
    var progress =
        new Progress() {
          private volatile boolean some;

          @Override
          public void report(long done, long total) {
            some |= done > 0;
          }

          @Override
          public boolean cancelled() {
            return some;
          }
        };

    assertThatThrownBy(() -> shelf.taking().take("Orders", "never", true, progress))
        .isInstanceOf(CancellationException.class);

    try (Stream<Path> left = Files.list(snapshots.folder())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsFoundAndTheOthersAreStillRestored() throws Exception {
    shelf.fill("Orders", 4_000);
    Snapshot taken = shelf.take("Orders", "damaged");
    Path first = taken.root().resolve(taken.manifest().data().getFirst().path());
    byte[] content = Files.readAllBytes(first);
    content[content.length / 2] ^= 0x55;
    Files.write(first, content);
    Path last = taken.root().resolve(taken.manifest().files().getLast().path());
    Files.delete(last);

    Snapshot checked = shelf.verify(taken);

    assertThat(checked.check())
        .isInstanceOfSatisfying(
            Snapshot.Check.Differs.class,
            differs ->
                assertThat(differs.faults())
                    .hasSize(2)
                    .anyMatch(fault -> fault.startsWith(taken.manifest().data().getFirst().path()))
                    .anyMatch(fault -> fault.endsWith("is missing.")));
    assertThat(snapshots.list().snapshots().getFirst().check()).isEqualTo(checked.check());
    RestoreReport report = shelf.restore(taken, renamed(taken.manifest().draft(), "Rest"));
    assertThat(report.whole()).isFalse();
    assertThat(report.refused()).isNotEmpty();
    assertThat(report.written())
        .isGreaterThanOrEqualTo(4_000 - taken.manifest().data().getFirst().items())
        .isLessThan(4_000);
  }

  @Test
  void aRealExportOfAwsIsVerifiedRestoredAndComparedEqual() throws Exception {
    Path export = Path.of("../shared/data/s3-export");
    assumeTrue(Files.isDirectory(export), "the sample export ../shared/data is not here");
    Snapshot opened = snapshots.add(export);

    assertThat(opened.manifest().table()).isEqualTo("S3ExportTest");
    assertThat(opened.manifest().items()).isEqualTo(3);
    assertThat(shelf.verify(opened).check()).isInstanceOf(Snapshot.Check.Verified.class);
    KeySchema keys = KeyGuess.of(new SnapshotItems(snapshots, opened)).orElseThrow();
    assertThat(keys)
        .isEqualTo(new KeySchema(List.of(new KeyAttribute("id", KeyType.S)), List.of()));
    RestoreReport report =
        shelf.restore(
            opened, new TableDraft("FromS3", keys, Capacity.onDemand(), List.of(), false));
    assertThat(report.whole()).isTrue();
    assertThat(shelf.compare(opened, "FromS3").equal()).isTrue();
    assertThat(snapshots.list().snapshots()).hasSize(1);
    snapshots.delete(opened);
    assertThat(snapshots.list().snapshots()).isEmpty();
    assertThat(Files.isDirectory(export)).isTrue();
  }

  @Test
  void aSnapshotWithoutItsManifestIsReadAsAnExport() throws IOException, InterruptedException {
    shelf.fill("Orders", 20);
    Snapshot taken = shelf.take("Orders", "export");
    Files.delete(taken.root().resolve(ManifestJson.FILE));

    Snapshot read = snapshots.list().snapshots().getFirst();

    assertThat(read.manifest().items()).isEqualTo(20);
    assertThat(read.manifest().table()).isEqualTo("Orders");
    assertThat(read.manifest().checksum()).isEqualTo(Manifest.Checksum.MD5);
    assertThat(shelf.verify(read).check()).isInstanceOf(Snapshot.Check.Verified.class);
    assertThat(shelf.compare(read, "Orders").equal()).isTrue();
  }

  @Test
  void tablesWithOtherKeysAreNotCompared() throws Exception {
    shelf.fill("Orders", 5);
    Snapshot taken = shelf.take("Orders", "small");
    shelf
        .session
        .tables()
        .create(
            new TableDraft(
                "Other",
                new KeySchema(List.of(new KeyAttribute("name", KeyType.S)), List.of()),
                Capacity.onDemand(),
                List.of(),
                false));

    assertThatThrownBy(() -> shelf.compare(taken, "Other"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.INVALID_REQUEST));
  }

  private static TableDraft renamed(TableDraft draft, String name) {
    return new TableDraft(
        name,
        draft.keys(),
        draft.capacity(),
        draft.indexes(),
        draft.deletionProtection(),
        draft.settings());
  }

  private static String number(Item item) {
    return ((Attr.N) item.attributes().get("sk")).digits();
  }

  private static BulkItems.Outcomes ignored() {
    return new BulkItems.Outcomes() {
      private final List<Object> all = new ArrayList<>();

      @Override
      public void written(List<BulkItems.Write> writes, double writeUnits) {
        all.addAll(writes);
      }

      @Override
      public void refused(BulkItems.Write write, Problem why) {
        throw new AssertionError(why);
      }
    };
  }
}
