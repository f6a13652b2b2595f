package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.BulkRuns;
import dev.sortkey.store.HeldRun;
import dev.sortkey.store.Store;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Sortkey that is killed in the middle of a bulk edit changes no item twice and skips none.
class KilledBulkRunTest {
  private static final int ITEMS = 400;
  private static final int KILLS = 2;

  @TempDir private Path folder;

  /// The Sortkey that is killed: goes on with the run that its files know of, and says how far it
  /// is.
  static final class Running {
    private Running() {}

    public static void main(String[] arguments) throws Exception {
      var keys = new Keys(arguments[1], arguments[2], null);
      try (Session session = Sessions.open(URI.create(arguments[0]), keys)) {
        System.out.println(goOn(session, Path.of(arguments[3])).changed());
      }
    }
  }

  private static BulkRun.Standing goOn(Session session, Path folder) throws InterruptedException {
    BulkRuns runs = Store.open(folder).bulkRuns();
    TableSchema table = session.tables().describe("bulk");
    RunHead head = runs.of("id", "bulk").runs().getFirst().head();
    try (HeldRun held = runs.take(head).orElseThrow()) {
      return new BulkRun(
              table,
              head,
              held.found(),
              held,
              session.reader(),
              batch -> session.writer().write(table, batch, Progress.none()),
              System::nanoTime,
              Thread::sleep)
          .run(Progress.none(), far -> System.out.println(far.changed()));
    }
  }

  @Test
  void eachItemIsChangedExactlyOnceOverKills() throws Exception {
    Keys keys = Sessions.freshKeys();
    try (Session session = Sessions.open(Sessions.local(), keys)) {
      TableSchema table = session.tables().create(Sessions.draft("bulk"));
      session
          .writer()
          .putAll(
              "bulk",
              IntStream.range(0, ITEMS)
                  .mapToObj(
                      i -> Item.of(Map.of("pk", new Attr.S("p" + i % 9), "sk", new Attr.N("" + i))))
                  .iterator(),
              Progress.none());
      RunHead head =
          RunHead.of(
              "id",
              table,
              Planner.plan(table, QuerySpec.scan()),
              new BulkEdit.Steps(List.of(new Operation.Add(AttrPath.of("n"), "1"))),
              1e9,
              Instant.now());
      BulkRuns runs = Store.open(folder).bulkRuns();
      runs.begin(head).close();
      var random = new Random();
      for (int kill = 0; kill < KILLS; kill++) {
        killed(keys, 1 + random.nextInt(120), runs, head);
        assertThat(runs.of("id", "bulk").runs()).as("once it is dead").hasSize(1);
      }
      BulkRun.Standing ended = goOn(session, folder);
      assertThat(ended.ended()).isTrue();
      assertThat(ended.changed()).isEqualTo(ITEMS);
      assertThat(ended.conflicts() + ended.failed()).isZero();
      assertThat(changed(session, table)).isEqualTo(Map.of("1", (long) ITEMS));
      assertThat(runs.of("id", "bulk").runs()).isEmpty();
    }
  }

  /// Kills the run when it has come so many items further, wherever it is then.
  private void killed(Keys keys, long after, BulkRuns runs, RunHead head) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Running.class.getName(),
                Sessions.local().toString(),
                keys.accessKeyId(),
                keys.secretAccessKey(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
      long begun = -1;
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (!line.matches("\\d+")) {
          continue;
        }
        long here = Long.parseLong(line);
        if (begun < 0) {
          begun = here;
          assertThat(runs.of("id", "bulk").runs()).as("another has it").isEmpty();
          assertThat(runs.take(head)).isEmpty();
        }
        if (here - begun >= after) {
          break;
        }
      }
      assertThat(child.isAlive()).isTrue();
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  /// How many items were changed how often.
  private static Map<String, Long> changed(Session session, TableSchema table) {
    var store = new RowStore();
    session
        .reader()
        .read(
            Planner.plan(table, QuerySpec.scan()),
            null,
            new Budget(100_000, 100_000, 1e6, Duration.ofMinutes(1)),
            store.dictionary(),
            Progress.none())
        .chunks()
        .forEach(store::append);
    return IntStream.range(0, store.size())
        .mapToObj(i -> ((Attr.N) store.get(i).get("n")).digits())
        .collect(Collectors.groupingBy(digits -> digits, Collectors.counting()));
  }
}
