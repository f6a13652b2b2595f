package dev.sortkey.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferOnDynamoDbTest {
  private static final int COUNT = 5_000;
  private static Session session;
  private static TableSchema full;
  private static Map<String, Item> originals;

  @TempDir Path folder;

  @BeforeAll
  static void fill() {
    session = Desks.session();
    full = Tables.make(session, "Full");
    Tables.put(session, full, Tables.items(COUNT));
    full = session.tables().describe(full.name());
    originals = Tables.read(session, full);
    assertThat(originals).hasSize(COUNT);
  }

  @AfterAll
  static void close() {
    session.tables().delete(full.name());
    session.close();
  }

  @ParameterizedTest
  @EnumSource(FileForm.class)
  void aTableComesBackTheSameFromEachForm(FileForm form) throws Exception {
    Path file = folder.resolve("full." + form.extension());
    Export.Tally tally =
        Runs.export(session, new Export.Source.Whole(full), new Export.Target(file, form, false));
    assertThat(tally.items()).isEqualTo(COUNT);
    assertThat(tally.readUnits()).isPositive();
    assertThat(tally.bytes()).isEqualTo(Files.size(file));
    assertThat(files()).as("nothing is left beside it").containsExactly(file);

    TableSchema copy = Tables.make(session, "Copy");
    ImportReport report =
        Runs.go(session, copy, Runs.begin(file, copy, ImportMode.PUT), Progress.none(), _ -> {});
    assertThat(report.problem()).isNull();
    assertThat(report.complete()).isTrue();
    assertThat(report.written()).isEqualTo(COUNT);
    assertThat(report.progress().rejected()).isZero();
    same(Tables.read(session, copy), originals);
    session.tables().delete(copy.name());
  }

  @Test
  void aResultIsReadToItsEndInItsOrderUnderItsConditions() throws Exception {
    var spec =
        new QuerySpec(
            QuerySpec.Mode.SCAN,
            null,
            List.of(),
            List.of(),
            List.of(
                new Condition.Compare(
                    AttrPath.of("number"), Condition.Comparison.GE, new Attr.N("4000"))),
            List.of(AttrPath.of("id"), AttrPath.of("number")),
            false,
            false,
            null);
    Path file = folder.resolve("result.jsonl");
    var plan = Planner.plan(full, spec);
    Runs.export(
        session,
        new Export.Source.Result(full, plan),
        new Export.Target(file, FileForm.JSON_LINES, false));
    List<Item> items = Written.good(Written.rows(file));
    assertThat(items).hasSize(COUNT - 4_000);
    assertThat(items).allSatisfy(item -> assertThat(item.attributes()).hasSize(2));

    Path few = folder.resolve("few.csv");
    Runs.export(
        session,
        new Export.Source.Result(full, plan.limited(7)),
        new Export.Target(few, FileForm.CSV, false));
    assertThat(Files.readAllLines(few)).hasSize(8);
  }

  @Test
  void aFileThatIsThereStaysUnlessThePersonSaidSo() throws Exception {
    Path file = Written.text(folder, "mine.csv", "precious");
    var rows = new Export.Source.Rows(full, Tables.items(3));
    assertThatThrownBy(
            () -> Runs.export(session, rows, new Export.Target(file, FileForm.CSV, false)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.LOCAL_IO));
    assertThat(file).hasContent("precious");
    Runs.export(session, rows, new Export.Target(file, FileForm.CSV, true));
    assertThat(Written.rows(file)).hasSize(3);
    assertThat(files()).containsExactly(file);
  }

  @Test
  void aCancelledExportLeavesNoFile() throws Exception {
    Path file = folder.resolve("never.csv");
    var progress = new Cancelling(1);
    var export = new Export(session.bulk(), session.reader(), Runs.LANES, progress, _ -> {});
    assertThatThrownBy(() ->
            export.run(new Export.Source.Whole(full), new Export.Target(file, FileForm.CSV, false)))
        .isInstanceOf(CancellationException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void rejectedRowsAreKeptWithLineAndReason() throws Exception {
    TableSchema table = Tables.make(session, "Reject");
    Path file =
        Written.text(
            folder,
            "mixed.jsonl",
            """
            {"id":"a","n":1}
            {"id":"b","n":
            {"n":1}
            {"id":7}
            {"id":"big","text":"%s"}
            {"id":"a","n":2}
            {"id":"long","n":123456789012345678901234567890123456789}
            {"id":"%s"}
            {"id":"z"}
            """
                .formatted("x".repeat(410_000), "k".repeat(2_049)));
    ImportReport report =
        Runs.go(session, table, Runs.begin(file, table, ImportMode.PUT), Progress.none(), _ -> {});
    assertThat(report.complete()).isTrue();
    assertThat(report.written()).isEqualTo(3);
    assertThat(report.progress().rejected()).isEqualTo(6);
    assertThat(report.notAttempted()).isZero();
    Map<String, Item> written = Tables.read(session, table);
    assertThat(written).containsOnlyKeys("a", "z");
    assertThat(written.get("a").get("n")).as("the later row wins").isEqualTo(new Attr.N("2"));
    Path rejected = Path.of(report.progress().rejectedFile());
    assertThat(rejected).hasFileName("mixed.jsonl.rejected.jsonl");
    List<Item> lines = Written.good(Written.rows(rejected));
    assertThat(lines)
        .extracting(line -> ((Attr.N) line.get("line")).digits())
        .containsExactly("2", "3", "4", "5", "7", "8");
    assertThat(lines.get(1).get("row")).isEqualTo(new Attr.S("{\"n\":1}"));
    assertThat(lines.get(1).get("reason").toString()).contains("id is part of the key");
    session.tables().delete(table.name());
  }

  @Test
  void onlyNewItemsLeavesWhatIsThereAndSaysSo() throws Exception {
    TableSchema table = Tables.make(session, "Insert");
    Tables.put(
        session,
        table,
        List.of(
            Item.of(Map.of("id", new Attr.S("mine"), "n", new Attr.N("1"))),
            Item.of(Map.of("id", new Attr.S("alike"), "n", new Attr.N("2")))));
    Path file =
        Written.text(folder, "new.csv", "id,n\nfresh,0\nmine,99\nalike,2.0\nfresh,5\nother,1\n");
    ImportReport report =
        Runs.go(
            session, table, Runs.begin(file, table, ImportMode.INSERT), Progress.none(), _ -> {});
    assertThat(report.written()).isEqualTo(2);
    assertThat(report.progress().there()).isEqualTo(1);
    assertThat(report.progress().rejected()).isEqualTo(2);
    Map<String, Item> there = Tables.read(session, table);
    assertThat(there).containsOnlyKeys("mine", "alike", "fresh", "other");
    assertThat(there.get("mine").get("n")).isEqualTo(new Attr.N("1"));
    assertThat(there.get("fresh").get("n")).isEqualTo(new Attr.N("0"));
    session.tables().delete(table.name());
  }

  @ParameterizedTest
  @EnumSource(ImportMode.class)
  void aCancelledImportGoesOnAfterTheLastAcknowledgedLine(ImportMode mode) throws Exception {
    TableSchema table = Tables.make(session, "Cancel");
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 1_000)
        .forEach(i ->
            text.append(i % 100 == 7 ? "{broken\n" : "{\"id\":\"" + i + "\",\"n\":" + i + "}\n"));
    Path file = Written.text(folder, "long.jsonl", text.toString());
    ImportProgress here = Runs.begin(file, table, mode);
    int rounds = 0;
    ImportReport report;
    do {
      List<ImportProgress> kept = new ArrayList<>();
      report = Runs.go(session, table, here, new Cancelling(2), kept::add);
      assertThat(report.progress()).isEqualTo(kept.getLast());
      assertThat(report.progress().acknowledged()).isGreaterThan(here.acknowledged());
      assertThat(
              report.written()
                  + report.progress().there()
                  + report.progress().rejected()
                  + report.unprocessed()
                  + report.notAttempted())
          .isEqualTo(1_000);
      here = kept.getLast();
      rounds++;
    } while (!report.complete());
    assertThat(rounds).isGreaterThan(2);
    assertThat(here.written() + here.there()).isEqualTo(990);
    assertThat(here.rejected()).isEqualTo(10);
    assertThat(Files.readAllLines(Path.of(here.rejectedFile())))
        .hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(Tables.read(session, table)).hasSize(990);
    session.tables().delete(table.name());
  }

  @Test
  void aFileThatChangedIsNotGoneOnWith() throws Exception {
    Path file = Written.text(folder, "changing.csv", "id:S\na\n");
    ImportProgress begun = Runs.begin(file, full, ImportMode.PUT);
    Files.writeString(file, "id:S\nb\nc\n");
    assertThatThrownBy(() -> Runs.go(session, full, begun, Progress.none(), _ -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has changed");
  }

  static void same(Map<String, Item> actual, Map<String, Item> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((key, item) ->
        assertThat(ItemDiff.between(item, actual.get(key)).changes()).as(key).isEmpty());
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }

  /// A person who cancels after so many steps.
  private static final class Cancelling implements Progress {
    private int left;

    private Cancelling(int steps) {
      left = steps;
    }

    @Override
    public synchronized void report(long done, long total) {
      left--;
    }

    @Override
    public synchronized boolean cancelled() {
      return left <= 0;
    }
  }
}
