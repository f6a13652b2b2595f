package dev.sortkey.ui.purge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.purge.Dropped;
import dev.sortkey.core.purge.Emptying;
import dev.sortkey.core.purge.PurgeWay;
import dev.sortkey.core.purge.PurgedTable;
import dev.sortkey.core.purge.Rebuild;
import dev.sortkey.core.purge.Rebuild.Fate;
import dev.sortkey.core.purge.Rebuilding;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Creation.State;
import dev.sortkey.core.table.TableSchema;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

class PurgeOnDynamoDbTest {
  private static final String TABLE = "Orders";

  @TempDir private Path folder;
  private final Keys keys =
      new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "secret", null);
  private final RecordingWorkbench workbench = new RecordingWorkbench();
  private final SimpleBooleanProperty readOnly = new SimpleBooleanProperty();
  private Session session;
  private DynamoDbClient client;
  private Desk desk;

  @BeforeEach
  void open() throws InterruptedException {
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
                keys);
    client =
        DynamoDbClient.builder()
            .endpointOverride(TestSandbox.shared().endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
            .build();
    PurgedTable.create(session, TABLE);
    desk = desk();
  }

  /// As a new Sortkey has it, on the same folder.
  private Desk desk() {
    Work work = Work.direct();
    var made =
        new Desk(
            session,
            new Tables(session.tables(), work),
            Store.open(folder),
            work,
            workbench,
            new SimpleObjectProperty<>(Theme.LIGHT),
            readOnly);
    made.tables().reload();
    return made;
  }

  @AfterEach
  void close() {
    session.close();
    client.close();
  }

  private PurgeViewModel model() {
    return new PurgeViewModel(desk, TABLE, Duration.ofMillis(1));
  }

  private long count() {
    return client.scan(scan -> scan.tableName(TABLE).consistentRead(true)).count();
  }

  private TableDescription described() {
    return client.describeTable(request -> request.tableName(TABLE)).table();
  }

  /// All that does not differ from one table to the next.
  private static TableDescription lasting(TableDescription table) {
    return table.toBuilder()
        .tableId(null)
        .creationDateTime(null)
        .latestStreamArn(null)
        .latestStreamLabel(null)
        .itemCount(null)
        .tableSizeBytes(null)
        .billingModeSummary(
            table.billingModeSummary().toBuilder().lastUpdateToPayPerRequestDateTime(null).build())
        .globalSecondaryIndexes(
            table.globalSecondaryIndexes().stream()
                .map(index -> index.toBuilder().itemCount(null).indexSizeBytes(null).build())
                .toList())
        .localSecondaryIndexes(
            table.localSecondaryIndexes().stream()
                .map(index -> index.toBuilder().itemCount(null).indexSizeBytes(null).build())
                .toList())
        .build();
  }

  private TimeToLiveDescription expiry() {
    return client.describeTimeToLive(request -> request.tableName(TABLE)).timeToLiveDescription();
  }

  @Test
  void eachItemIsDeletedAndTheTableStays() {
    TableDescription before = described();
    PurgeViewModel model = model();
    model.wayProperty().set(PurgeWay.EACH);
    model.rateProperty().set("100000");
    model.typedProperty().set("orders");
    model.confirm();
    assertThat(count()).isEqualTo(PurgedTable.ITEMS);
    model.typedProperty().set(TABLE);
    assertThat(model.ready()).isTrue();
    model.confirm();
    Emptying.Standing end = model.emptyingProperty().get();
    assertThat(end).isNotNull();
    assertThat(end.deleted()).isEqualTo(PurgedTable.ITEMS);
    assertThat(end.empty()).isTrue();
    assertThat(end.pass()).isEqualTo(2);
    assertThat(count()).isZero();
    assertThat(described().creationDateTime()).isEqualTo(before.creationDateTime());
    assertThat(described().latestStreamArn()).isEqualTo(before.latestStreamArn());
    assertThat(lasting(described())).isEqualTo(lasting(before));
    assertThat(desk.store().commits().of("sandbox"))
        .hasSize(Math.ceilDiv(PurgedTable.ITEMS, BulkRun.BATCH));
    assertThat(desk.tables().schema(TABLE).orElseThrow().itemCount()).isZero();
  }

  @Test
  void theEstimateHoldsWhatIsUsed() {
    PurgeViewModel model = model();
    PurgeViewModel.Facts facts = model.factsProperty().get();
    assertThat(facts).isNotNull();
    model.wayProperty().set(PurgeWay.EACH);
    model.rateProperty().set("100000");
    model.typedProperty().set(TABLE);
    model.confirm();
    Emptying.Standing end = model.emptyingProperty().get();
    assertThat(end).isNotNull();
    assertThat((long) end.writeUnits())
        .isBetween(facts.estimate().table().least(), facts.estimate().writes().most());
  }

  @Test
  void theTableIsCreatedAnewAsItWas() {
    TableDescription before = described();
    TimeToLiveDescription expiry = expiry();
    PurgeViewModel model = model();
    PurgeViewModel.Facts facts = model.factsProperty().get();
    assertThat(facts).isNotNull();
    assertThat(facts.rebuild().obstacles()).isEmpty();
    model.wayProperty().set(PurgeWay.ANEW);
    model.typedProperty().set(TABLE);
    model.confirm();
    RebuildViewModel rebuild = model.rebuildProperty().get();
    assertThat(rebuild).isNotNull();
    assertThat(rebuild.why()).isNull();
    assertThat(rebuild.standingProperty().get().finished()).isTrue();
    assertThat(count()).isZero();
    assertThat(described().creationDateTime()).isAfter(before.creationDateTime());
    assertThat(described().latestStreamArn()).isNotEqualTo(before.latestStreamArn());
    assertThat(lasting(described())).isEqualTo(lasting(before));
    assertThat(expiry()).isEqualTo(expiry);
    assertThat(expiry.attributeName()).isEqualTo("expires");
    assertThat(Store.open(folder).dropped().of("sandbox")).isEmpty();
    assertThat(desk.tables().schema(TABLE).orElseThrow().itemCount()).isZero();
  }

  @Test
  void whatBecomesOfThisVeryTableIsSaid() {
    PurgeViewModel.Facts facts = model().factsProperty().get();
    assertThat(facts).isNotNull();
    assertThat(facts.rebuild().lines(Fate.BACK))
        .containsExactly(
            "Key: id (S), at (N)",
            "Index by-day (GSI): day (S); keys and total",
            "Index by-weight (LSI): id (S), weight (N); keys only",
            "Capacity: on demand",
            "On-demand maximum: 500 reads and 200 writes a second",
            "Table class: Standard",
            "Encryption: a key that AWS owns",
            "Deletion protection: off",
            "Time to live: expires",
            "A stream (NEW_AND_OLD_IMAGES), with a new ARN");
    assertThat(facts.rebuild().lines(Fate.GONE))
        .containsExactly("All items", "The records in the stream that nobody has read yet");
  }

  @Test
  void aReadOnlyConnectionIsLeftAlone() {
    readOnly.set(true);
    new Purging(desk, _ -> true, () -> false, Duration.ofMillis(1)).purge(TABLE);
    assertThat(workbench.dialogs).isEmpty();
    assertThat(workbench.problems).hasSize(1);
    PurgeViewModel model = model();
    model.typedProperty().set(TABLE);
    model.confirm();
    assertThat(count()).isEqualTo(PurgedTable.ITEMS);
  }

  @Test
  void whatChangedSinceItWasShownIsNotDropped() {
    PurgeViewModel model = model();
    model.wayProperty().set(PurgeWay.ANEW);
    model.typedProperty().set(TABLE);
    client.updateTable(request -> request.tableName(TABLE).deletionProtectionEnabled(true));
    TableDescription before = described();
    model.confirm();
    RebuildViewModel rebuild = model.rebuildProperty().get();
    assertThat(rebuild).isNotNull();
    assertThat(rebuild.standingProperty().get().drop()).isEqualTo(State.FAILED);
    assertThat(rebuild.why().title())
        .isEqualTo("Orders has changed since its settings were shown.");
    assertThat(described().creationDateTime()).isEqualTo(before.creationDateTime());
    assertThat(count()).isEqualTo(PurgedTable.ITEMS);
    assertThat(desk.store().dropped().of("sandbox")).isEmpty();
  }

  @Test
  void protectionIsSaidToBeInTheWay() {
    client.updateTable(request -> request.tableName(TABLE).deletionProtectionEnabled(true));
    PurgeViewModel model = model();
    PurgeViewModel.Facts facts = model.factsProperty().get();
    assertThat(facts).isNotNull();
    assertThat(facts.rebuild().obstacles()).singleElement().asString().contains("protection is on");
    assertThat(model.wayProperty().get()).isEqualTo(PurgeWay.EACH);
    model.wayProperty().set(PurgeWay.ANEW);
    model.typedProperty().set(TABLE);
    assertThat(model.ready()).isFalse();
  }

  /// Sortkey ends right after the table is gone; the next one creates it.
  @Test
  void aTableThatWasDroppedIsOfferedByTheNextSortkey() {
    TableDescription before = described();
    TimeToLiveDescription expiry = expiry();
    Rebuild seen = Rebuild.read(session, TABLE);
    var dropped = new Dropped("sandbox", seen.original(), seen.draft(), Instant.now());
    desk.store().dropped().keep(dropped);
    Desk untouched = desk();
    new Purging(untouched, _ -> true, () -> false, Duration.ofMillis(1)).offer();
    assertThat(workbench.dialogs).isEmpty();
    assertThat(untouched.store().dropped().of("sandbox")).as("it was never dropped").isEmpty();

    desk.store().dropped().keep(dropped);
    session.tables().delete(TABLE);
    Desk next = desk();
    Dropped found = next.store().dropped().of("sandbox").getFirst();
    assertThat(Rebuilding.look(session, found)).isEqualTo(Rebuilding.Found.MISSING);
    var model =
        new RebuildViewModel(
            next,
            new Rebuilding(session, next.store().dropped(), found, null, Duration.ofMillis(1)));
    model.run();
    assertThat(model.why()).isNull();
    assertThat(model.standingProperty().get().finished()).isTrue();
    assertThat(lasting(described())).isEqualTo(lasting(before));
    assertThat(expiry()).isEqualTo(expiry);
    assertThat(desk().store().dropped().of("sandbox")).isEmpty();
  }

  @Test
  void aNoteThatCannotBeReadIsToldWithItsFile() throws IOException {
    Rebuild seen = Rebuild.read(session, TABLE);
    desk.store()
        .dropped()
        .keep(new Dropped("sandbox", seen.original(), seen.draft(), Instant.now()));
    Path note;
    try (Stream<Path> files = Files.list(folder.resolve("dropped"))) {
      note = files.findFirst().orElseThrow();
    }
    Files.writeString(note, "{");
    new Purging(desk(), _ -> true, () -> false, Duration.ofMillis(1)).offer();
    assertThat(workbench.problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.detail()).contains(note.toString()));
    assertThat(note).exists();
  }

  @Test
  void whatIsGoneOnWithDropsNothing() {
    Rebuild seen = Rebuild.read(session, TABLE);
    var dropped = new Dropped("sandbox", seen.original(), seen.draft(), Instant.now());
    desk.store().dropped().keep(dropped);
    var model =
        new RebuildViewModel(
            desk,
            new Rebuilding(session, desk.store().dropped(), dropped, null, Duration.ofMillis(1)));
    model.run();
    assertThat(model.standingProperty().get().drop()).isEqualTo(State.FAILED);
    assertThat(count()).isEqualTo(PurgedTable.ITEMS);
    assertThat(desk.store().dropped().of("sandbox")).isEmpty();
  }

  /// Sortkey ends between the creation and the settings that follow it.
  @Test
  void theSettingsThatWereLeftAreSet() {
    TimeToLiveDescription expiry = expiry();
    Rebuild seen = Rebuild.read(session, TABLE);
    var dropped = new Dropped("sandbox", seen.original(), seen.draft(), Instant.now());
    desk.store().dropped().keep(dropped);
    session.tables().delete(TABLE);
    session.tables().create(seen.draft());
    Instant created = described().creationDateTime();
    assertThat(Rebuilding.look(session, dropped)).isEqualTo(Rebuilding.Found.ANOTHER);
    var model =
        new RebuildViewModel(
            desk,
            new Rebuilding(session, desk.store().dropped(), dropped, null, Duration.ofMillis(1)));
    model.run();
    assertThat(model.standingProperty().get().finished()).isTrue();
    assertThat(described().creationDateTime()).isEqualTo(created);
    assertThat(expiry()).isEqualTo(expiry);
    assertThat(desk.store().dropped().of("sandbox")).isEmpty();
  }

  private Emptying meddled(IntPredicate meddles) {
    TableSchema schema = session.tables().describe(TABLE);
    return new Emptying(pass -> {
      var first = new boolean[] {true};
      return Emptying.pass(
          pass,
          session,
          schema,
          batch -> {
            if (first[0] && meddles.test(pass)) {
              first[0] = false;
              Item changed = with(batch.getFirst().before(), pass);
              session.writer().putAll(TABLE, List.of(changed).iterator(), Progress.none());
            }
            return session.writer().write(schema, batch, Progress.none());
          },
          1_000_000);
    });
  }

  private static Item with(Item item, int pass) {
    Map<String, Attr> attributes = new LinkedHashMap<>(item.attributes());
    attributes.put("total", new Attr.S("changed in pass " + pass));
    return Item.of(attributes);
  }

  @Test
  void anItemThatChangedMeanwhileIsMetByTheNextPass() throws InterruptedException {
    List<Emptying.Standing> told = new ArrayList<>();
    Emptying.Standing end = meddled(pass -> pass == 1).run(Progress.none(), told::add);
    assertThat(told).anySatisfy(far -> assertThat(far.left()).isEqualTo(1));
    assertThat(end.empty()).isTrue();
    assertThat(end.pass()).isEqualTo(3);
    assertThat(end.deleted()).isEqualTo(PurgedTable.ITEMS);
    assertThat(count()).isZero();
  }

  @Test
  void afterThreePassesItSaysWhatRemains() throws InterruptedException {
    Emptying.Standing end = meddled(_ -> true).run(Progress.none(), _ -> {});
    assertThat(end.ended()).isTrue();
    assertThat(end.empty()).isFalse();
    assertThat(end.pass()).isEqualTo(3);
    assertThat(end.left()).isEqualTo(1);
    assertThat(count()).isEqualTo(1);
    assertThat(PurgeWords.ended(TABLE, end)).contains("1 of them could not be deleted");
  }

  @Test
  void aRunThatWasPausedGoesOnWhereItWas() throws InterruptedException {
    Emptying emptying = meddled(_ -> false);
    var stopping =
        new Progress() {
          private long done;

          @Override
          public void report(long some, long total) {
            done = some;
          }

          @Override
          public boolean cancelled() {
            return done >= BulkRun.BATCH;
          }
        };
    Emptying.Standing paused = emptying.run(stopping, _ -> {});
    assertThat(paused.ended()).isFalse();
    assertThat(paused.deleted()).isEqualTo(BulkRun.BATCH);
    assertThat(count()).isEqualTo(PurgedTable.ITEMS - BulkRun.BATCH);
    assertThat(emptying.run(Progress.none(), _ -> {}).empty()).isTrue();
    assertThat(count()).isZero();
  }
}
