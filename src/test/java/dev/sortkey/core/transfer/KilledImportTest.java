package dev.sortkey.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.store.Store;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Sortkey that is killed in the middle of an import loses no row.
class KilledImportTest {
  private static final int ROWS = 4_000;
  private static final int KILLS = 10;

  @TempDir Path folder;

  /// The Sortkey that is killed: goes on with the import that its files know of, and says each row
  /// that it has come to.
  static final class Importing {
    private Importing() {}

    public static void main(String[] arguments) throws Exception {
      var keys = new Keys(arguments[1], arguments[2], null);
      Store store = Store.open(Path.of(arguments[3]));
      ImportProgress from = store.imports().get().begun().getFirst();
      try (Session session = session(URI.create(arguments[0]), keys)) {
        TableSchema table = session.tables().describe(from.plan().table());
        new Import(
                table,
                session.bulk(),
                session.writer(),
                Runs.LANES,
                Progress.none(),
                now -> System.out.println(now.acknowledged()),
                now -> store.imports().update(all -> all.with(now)))
            .run(from);
      }
    }
  }

  @Test
  void noRowIsLostOverTenKills() throws Exception {
    Sandbox.State.Running sandbox = TestSandbox.shared();
    Path file =
        Written.text(
            folder,
            "many.jsonl",
            IntStream.range(0, ROWS)
                .mapToObj(i ->
                    i % 1_000 == 500
                        ? "{\"id\":" + i + "}"
                        : "{\"id\":\"" + i + "\",\"text\":\"" + "x".repeat(100) + "\"}")
                .collect(Collectors.joining("\n")));
    try (Session session = session(sandbox.endpoint(), sandbox.keys())) {
      TableSchema table = Tables.make(session, "Killed");
      ImportProgress begun = Runs.begin(file, table, ImportMode.PUT);
      Store.open(folder).imports().update(all -> all.with(begun));
      var random = new Random();
      for (int kill = 0; kill < KILLS; kill++) {
        killed(sandbox, 1 + random.nextInt(ROWS / KILLS));
        ImportProgress known = Store.open(folder).imports().get().begun().getFirst();
        assertThat(known.acknowledged())
            .as("what counts as settled is in the table")
            .isLessThanOrEqualTo(Tables.read(session, table).size() + known.rejected());
      }
      ImportProgress rest = Store.open(folder).imports().get().begun().getFirst();
      ImportReport report = Runs.go(session, table, rest, Progress.none(), _ -> {});
      assertThat(report.complete()).isTrue();
      assertThat(Tables.read(session, table)).hasSize(ROWS - ROWS / 1_000);
      assertThat(report.written()).isEqualTo(ROWS - ROWS / 1_000);
      assertThat(report.progress().rejected()).isEqualTo(ROWS / 1_000);
      assertThat(Files.readAllLines(Path.of(report.progress().rejectedFile())))
          .hasSize(ROWS / 1_000)
          .doesNotHaveDuplicates();
      session.tables().delete(table.name());
    }
  }

  /// Kills the import when it has come so many rows further, wherever it is then.
  private void killed(Sandbox.State.Running sandbox, long after) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Importing.class.getName(),
                sandbox.endpoint().toString(),
                sandbox.keys().accessKeyId(),
                sandbox.keys().secretAccessKey(),
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
        begun = begun < 0 ? here : begun;
        if (here - begun >= after) {
          break;
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private static Session session(URI endpoint, Keys keys) {
    return new SdkConnector()
        .open(
            new Connection(
                "connection",
                "test",
                Connection.Kind.SANDBOX,
                null,
                endpoint,
                "us-east-1",
                Environment.SANDBOX),
            keys);
  }
}
