package dev.sortkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.bulk.RunPoint;
import dev.sortkey.core.bulk.RunPoint.Counts;
import dev.sortkey.core.bulk.RunPoint.Fate;
import dev.sortkey.core.bulk.RunPoint.Step;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bulk run is on the disk as far as it is, whoever ended it, and one Sortkey alone goes on.
class BulkRunsTest {
  private static final Instant MADE = Instant.parse("2024-12-22T14:31:00Z");
  private static final TableSchema TABLE = table(MADE);

  @TempDir Path folder;

  private static TableSchema table(Instant made) {
    return new TableSchema(
        "Orders",
        "arn",
        TableSchema.ACTIVE,
        new KeySchema(List.of(new KeyAttribute("id", KeyType.S)), List.of()),
        List.of(),
        Capacity.onDemand(),
        "STANDARD",
        false,
        0,
        0,
        made);
  }

  private static RunHead head(Instant begun) {
    return RunHead.of(
        "c",
        TABLE,
        Planner.plan(TABLE, QuerySpec.scan()),
        new BulkEdit.Steps(List.of(new Operation.Add(AttrPath.of("n"), "1"))),
        25,
        begun);
  }

  private static Change change(int number) {
    Item before = Item.of(Map.of("id", new Attr.S("é" + number), "n", new Attr.N("" + number)));
    return new Change.Update(before, before.with("n", new Attr.N("" + (number + 1))));
  }

  private static RunPoint page(int items) {
    return new RunPoint(
        null,
        true,
        new Counts(items, 0, 0, 0, 0, 0, 0),
        List.of(),
        List.of(),
        IntStream.range(0, items).mapToObj(BulkRunsTest::change).toList());
  }

  private static RunPoint noted(HeldRun run, RunPoint from, Step step) {
    RunPoint after = from.after(step);
    run.note(step, after);
    return after;
  }

  private static Step came(Fate... fates) {
    return new Step.Came(List.of(fates), 1, List.of());
  }

  private BulkRuns fresh() {
    return new BulkRuns(folder);
  }

  private List<BulkRuns.Unfinished> found() {
    return fresh().of("c", "Orders").runs();
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
  }

  @Test
  void whatWasNotedIsFoundStepByStep() {
    RunHead head = head(Instant.now());
    RunPoint point = page(5);
    try (HeldRun run = fresh().begin(head)) {
      run.page(point);
      for (Step step :
          List.of(
              new Step.Send(3),
              came(Fate.MADE, Fate.WAITING, Fate.DOUBTFUL),
              came(Fate.CONFLICT),
              new Step.Send(2))) {
        point = noted(run, point, step);
      }
    }
    assertThat(point.counts()).isEqualTo(new Counts(5, 1, 0, 0, 1, 0, 2));
    assertThat(point.doubtful()).containsExactly(change(1), change(3));
    assertThat(point.waiting()).containsExactly(change(4));
    assertThat(found()).extracting(BulkRuns.Unfinished::point).containsExactly(point);
    assertThat(found().getFirst().head().plan()).isEqualTo(head.plan());
    assertThat(found().getFirst().head().begun()).isEqualTo(head.begun());
    try (HeldRun again = fresh().take(head).orElseThrow()) {
      assertThat(again.found()).isEqualTo(point);
      point = noted(again, point, came(Fate.MADE, Fate.MADE));
      point = noted(again, point, new Step.Send(1));
    }
    assertThat(found().getFirst().point()).isEqualTo(point);
  }

  @Test
  void aLineThatWasCutOffHasNotHappened() throws IOException {
    RunHead head = head(Instant.now());
    RunPoint point;
    try (HeldRun run = fresh().begin(head)) {
      run.page(page(5));
      point = noted(run, page(5), new Step.Send(3));
    }
    String whole = Files.readString(file(), StandardCharsets.ISO_8859_1);
    String next = "{\"came\":\"MMM\",\"units\":1.0,\"reasons\":[]}";
    for (int length = 0; length <= next.length(); length++) {
      Files.writeString(file(), whole + next.substring(0, length), StandardCharsets.ISO_8859_1);
      assertThat(found().getFirst().point()).as("cut at %s", length).isEqualTo(point);
    }
    // What follows is not joined to what was cut off.
    try (HeldRun run = fresh().take(head).orElseThrow()) {
      point = noted(run, run.found(), came(Fate.MADE, Fate.MADE, Fate.MADE));
    }
    assertThat(found().getFirst().point()).isEqualTo(point);
  }

  @Test
  void oneSortkeyAloneGoesOnAndWhatEndedIsGone() throws IOException {
    RunHead head = head(Instant.now());
    BulkRuns mine = fresh();
    try (HeldRun run = mine.begin(head)) {
      for (BulkRuns runs : List.of(mine, fresh())) {
        assertThat(runs.of("c", "Orders").runs()).isEmpty();
        assertThat(runs.take(head)).isEmpty();
        runs.forget(head);
      }
      run.page(page(1));
    }
    assertThat(found()).hasSize(1);
    assertThat(fresh().of("c", "orders").runs()).isEmpty();
    assertThat(fresh().of("d", "Orders").runs()).isEmpty();
    fresh().forget(found().getFirst().head());
    assertThat(found()).isEmpty();
    assertThat(fresh().take(head)).isEmpty();
    try (Stream<Path> files = Files.list(mineFolder())) {
      assertThat(files).extracting(file -> "" + file.getFileName()).containsExactly(".lock");
    }
  }

  private Path mineFolder() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(one -> one.toString().contains("orders")).findFirst().orElseThrow();
    }
  }

  @Test
  void aRunThatWasDoneWhenItsProcessEndedIsNotOffered() {
    try (HeldRun run = fresh().begin(head(Instant.now()))) {
      run.page(page(1));
      RunPoint point = noted(run, page(1), new Step.Send(1));
      noted(run, point, came(Fate.MADE));
    }
    assertThat(found()).isEmpty();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(this::file);
  }

  @Test
  void itsFileIsThePersonsAlone() throws IOException {
    try (HeldRun run = fresh().begin(head(Instant.now()))) {
      run.page(page(2));
      noted(run, page(2), new Step.Send(1));
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theLatestAreKeptAndOneThatIsUnderWayIsNotDropped() {
    BulkRuns runs = fresh();
    try (var _ = runs.begin(head(Instant.EPOCH))) {
      for (int i = 1; i <= BulkRuns.MOST + 3; i++) {
        runs.begin(head(Instant.ofEpochSecond(i))).close();
      }
      assertThat(runs.of("c", "Orders").runs())
          .extracting(run -> run.head().begun().getEpochSecond())
          .hasSize(BulkRuns.MOST)
          .startsWith(4L)
          .endsWith(BulkRuns.MOST + 3L);
    }
    assertThat(found()).hasSize(BulkRuns.MOST + 1);
  }

  @Test
  void aDamagedOneIsSetAsideAndANewerOneLeftAlone() throws IOException {
    fresh().begin(head(Instant.EPOCH)).close();
    Path file = file();
    String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, whole.replace("\"version\":1", "\"version\":2"));
    BulkRuns.Found newer = fresh().of("c", "Orders");
    assertThat(newer.runs()).isEmpty();
    assertThat(newer.notice()).contains("newer");
    assertThat(file).exists();

    Files.writeString(file, whole + "nonsense\n");
    BulkRuns.Found damaged = fresh().of("c", "Orders");
    assertThat(damaged.runs()).isEmpty();
    assertThat(damaged.notice()).contains(".damaged-");
    assertThat(file).doesNotExist();
    assertThat(fresh().of("c", "Orders").notice()).isNull();
  }

  @Test
  void whatCannotBeWrittenIsSaidAndTriedAnew() throws IOException {
    RunHead head = head(Instant.now());
    try (HeldRun run = fresh().begin(head)) {
      run.page(page(3));
      Path file = file();
      Files.delete(file);
      Files.createDirectory(file);
      Files.writeString(file.resolve("in"), "the way");
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> run.note(new Step.Send(1), page(3).after(new Step.Send(1))));
      Files.delete(file.resolve("in"));
      Files.delete(file);
      Files.writeString(file, "half a li", StandardOpenOption.CREATE);
      noted(run, page(3), new Step.Send(2));
    }
    assertThat(found().getFirst().point()).isEqualTo(page(3).after(new Step.Send(2)));
  }

  @Test
  void aTableThatWasMadeAnewIsAnotherTable() {
    RunHead head = head(Instant.now());
    assertThat(head.isOf(TABLE)).isTrue();
    assertThat(head.isOf(table(MADE.plusSeconds(1)))).isFalse();
  }
}
