package dev.sortkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.library.SavedQuery;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.query.QuerySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryStoreTest {
  @TempDir Path folder;

  private static RunRecord run(int second) {
    return new RunRecord(
        Instant.parse("2026-11-26T10:00:00Z").plusSeconds(second),
        "Sandbox",
        new Asked.Conditions("T", QuerySpec.scan()),
        "every item of the table is read",
        0.5,
        2.0,
        1.5,
        3,
        4,
        Duration.ofMillis(38),
        null);
  }

  private static SavedQuery query(String name) {
    return new SavedQuery(
        "", name, "a/b", "note", new Asked.Statement("SELECT * FROM t"), List.of());
  }

  private Path historyOf(String connection) {
    return folder.resolve("history").resolve(connection + ".jsonl");
  }

  @Test
  void runsStayOverRestartsAndByConnection() {
    History history = Store.open(folder).history();
    history.add("one", run(1));
    history.add("two", run(2));
    history.add("one", run(3));
    History again = Store.open(folder).history();
    assertThat(again.runs("one")).containsExactly(run(1), run(3));
    assertThat(again.all()).containsExactly(run(1), run(2), run(3));
    again.clear("one");
    assertThat(again.runs("one")).isEmpty();
    assertThat(Store.open(folder).history().all()).containsExactly(run(2));
  }

  @Test
  void aLineThatWasCutOffIsLeftOutAndWhatComesAfterIsWhole() throws IOException {
    History history = Store.open(folder).history();
    history.add("one", run(1));
    Files.writeString(historyOf("one"), "{\"version\":1,\"at\":\"2026-", StandardOpenOption.APPEND);
    History again = Store.open(folder).history();
    again.add("one", run(2));
    assertThat(Store.open(folder).history().runs("one")).containsExactly(run(1), run(2));
  }

  @Test
  void aDamagedFileIsKeptAside() throws IOException {
    History history = Store.open(folder).history();
    history.add("one", run(1));
    Files.writeString(historyOf("one"), "no run\n", StandardOpenOption.APPEND);
    History again = Store.open(folder).history();
    again.add("one", run(2));
    assertThat(again.runs("one")).containsExactly(run(1), run(2));
    assertThat(folder.resolve("history/one.jsonl.damaged")).content().contains("no run");
  }

  @Test
  void theOldestRunsGoWhenThereAreTooMany() throws IOException {
    History history = Store.open(folder).history();
    for (int i = 0; i <= History.MOST + 500; i++) {
      history.add("one", run(i));
    }
    try (Stream<String> lines = Files.lines(historyOf("one"))) {
      assertThat(lines.count()).isEqualTo(History.MOST);
    }
    assertThat(Store.open(folder).history().runs("one").getFirst()).isEqualTo(run(501));
  }

  @Test
  void aSavedQueryIsAFileThatOthersCanRead() {
    SavedQueries queries = Store.open(folder).queries();
    Path shared = folder.resolve("shared");
    SavedQuery late = queries.create(shared, query("Late orders / EU!"));
    SavedQuery second = queries.create(shared, query("Late orders / EU!"));
    assertThat(late.id()).isEqualTo("late-orders-eu");
    assertThat(second.id()).isEqualTo("late-orders-eu-2");
    assertThat(shared.resolve("late-orders-eu.json")).content().contains("\"name\" : \"Late");
    assertThat(Store.open(folder).queries().read(shared).queries()).containsExactly(late, second);
  }

  @Test
  void whatSomeoneElseChangedIsNotOverwritten() throws IOException {
    SavedQueries queries = Store.open(folder).queries();
    Path shared = folder.resolve("shared");
    SavedQuery mine = queries.create(shared, query("mine"));
    var theirs = new SavedQuery("mine", "theirs", "", "", mine.asked(), List.of());
    Store.open(folder).queries().change(shared, mine, theirs);

    assertThatThrownBy(() -> queries.change(shared, mine, query("again")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("changed by someone else");
    assertThatThrownBy(() -> queries.delete(shared, mine)).isInstanceOf(ProblemException.class);
    assertThat(queries.read(shared).queries()).containsExactly(theirs);
    queries.delete(shared, theirs);
    assertThat(queries.read(shared).queries()).isEmpty();
  }

  @Test
  void aFileThatIsNoQueryIsNamedAndLeftAlone() throws IOException {
    SavedQueries queries = Store.open(folder).queries();
    Path shared = Files.createDirectories(folder.resolve("shared"));
    Files.writeString(shared.resolve("package.json"), "{\"name\": \"x\"}");
    queries.create(shared, query("one"));
    SavedQueries.Found found = queries.read(shared);
    assertThat(found.queries()).hasSize(1);
    assertThat(found.unreadable()).containsExactly("package.json");
    assertThat(shared.resolve("package.json")).hasContent("{\"name\": \"x\"}");
  }
}
