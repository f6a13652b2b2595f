package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.partiql.Literals;
import dev.sortkey.core.partiql.Script;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.partiql.Statements.Ready;
import dev.sortkey.core.partiql.WriteGuard;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatementsOnDynamoDbTest {
  private static Session session;
  private static Statements statements;
  private static TableSchema table;

  @BeforeAll
  static void create() {
    session = Sessions.fresh();
    statements = session.statements();
    session.tables().create(Sessions.draft("said"));
    table = session.tables().describe("said");
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Ready ready(String text, Attr... parameters) {
    return new Ready(text, List.of(parameters));
  }

  private static void insert(String pk, int sk, String more) {
    statements.run(
        ready("INSERT INTO said VALUE {'pk': '" + pk + "', 'sk': " + sk + more + "}"), null, 100);
  }

  @Test
  void everyValueGoesInAndComesBackAsItIs() {
    Map<String, Attr> values = new LinkedHashMap<>();
    values.put("pk", new Attr.S("it's \"all\"; -- 😀"));
    values.put("sk", new Attr.N("12345678901234567890123456789012345678"));
    values.put("a.b c", new Attr.S(""));
    values.put("size", new Attr.Bool(false));
    values.put("n", new Attr.Null());
    values.put("s", Attr.SS.of(List.of("x", "y")));
    values.put("ns", Attr.NS.of(List.of("1", "2.5")));
    values.put("l", new Attr.L(List.of(Attr.M.of(Map.of("k", new Attr.N("-1E-10"))))));
    Item item = Item.of(values);
    statements.run(
        ready("INSERT INTO said VALUE " + Literals.write(new Attr.M(item.attributes()))), null, 1);
    Item read = session.reader().get(table, table.keyOf(item)).orElseThrow();
    read.attributes()
        .forEach((name, value) -> assertThat(value.same(item.get(name))).as(name).isTrue());
    assertThat(read.attributes().keySet()).isEqualTo(item.attributes().keySet());

    Attr binary = new Attr.B(Bytes.of((byte) 0, (byte) -1));
    statements.run(
        ready(
            "INSERT INTO said VALUE {'pk': ?, 'sk': ?, 'b': ?}",
            new Attr.S("bin"),
            new Attr.N("1"),
            binary),
        null,
        1);
    List<Item> found =
        statements
            .run(ready("SELECT b FROM said WHERE pk = ?", new Attr.S("bin")), null, 10)
            .items();
    assertThat(found).singleElement().satisfies(one -> assertThat(one.get("b")).isEqualTo(binary));
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    IntStream.range(0, 25).forEach(i -> insert("pages", i, ""));
    List<Item> all = new ArrayList<>();
    String next = null;
    do {
      Statements.Answer page =
          statements.run(ready("SELECT * FROM said WHERE pk = 'pages'"), next, 10);
      all.addAll(page.items());
      next = page.next();
    } while (next != null);
    assertThat(all).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void ofABatchEachGoesWellOrNot() {
    insert("batch", 1, "");
    List<Statements.Answer> answers =
        statements.batch(
            List.of(
                ready("INSERT INTO said VALUE {'pk': 'batch', 'sk': 1}"),
                ready("INSERT INTO said VALUE {'pk': 'batch', 'sk': 2}")));
    assertThat(answers.get(0).problem()).isNotNull();
    assertThat(answers.get(0).problem().kind()).isEqualTo(Problem.Kind.CONDITION_FAILED);
    assertThat(answers.get(1).problem()).isNull();
    List<Statements.Answer> read =
        statements.batch(
            List.of(
                ready("SELECT * FROM said WHERE pk = 'batch' AND sk = 2"),
                ready("SELECT * FROM said WHERE pk = 'batch' AND sk = 3")));
    assertThat(read.get(0).items()).hasSize(1);
    assertThat(read.get(1).items()).isEmpty();
  }

  @Test
  void aTransactionGoesWellAsAWholeOrNotAtAll() {
    insert("tx", 1, "");
    assertThatThrownBy(() ->
            statements.transaction(
                List.of(
                    ready("INSERT INTO said VALUE {'pk': 'tx', 'sk': 2}"),
                    ready("INSERT INTO said VALUE {'pk': 'tx', 'sk': 1}"))))
        .isInstanceOf(ProblemException.class);
    assertThat(statements.run(ready("SELECT * FROM said WHERE pk = 'tx'"), null, 10).items())
        .hasSize(1);
    statements.transaction(
        List.of(
            ready("UPDATE said SET a = 1 WHERE pk = 'tx' AND sk = 1"),
            ready("INSERT INTO said VALUE {'pk': 'tx', 'sk': 2}")));
    assertThat(statements.run(ready("SELECT * FROM said WHERE pk = 'tx'"), null, 10).items())
        .hasSize(2);
  }

  @Test
  void aGuardedWriteIsRefusedWhenTheItemIsNoLongerWhatWasSeen() {
    insert("guard", 1, ", 'a': {'b': 1}, 'n': 5");
    for (String text :
        List.of(
            "UPDATE said SET a.b = 2 REMOVE n WHERE pk = 'guard' AND sk = 1",
            "DELETE FROM said WHERE pk = 'guard' AND sk = 1")) {
      var statement = Script.read(text).pieces().getFirst().statement();
      ItemKey key = WriteGuard.key(statement, table).orElseThrow();
      Item seen = session.reader().get(table, key).orElseThrow();
      Ready guarded = WriteGuard.guarded(ready(text), statement, seen, table);
      statements.run(
          ready(
              "UPDATE said SET a.b = ? WHERE pk = 'guard' AND sk = 1",
              new Attr.N(Integer.toString(text.length()))),
          null,
          1);
      assertThatThrownBy(() -> statements.run(guarded, null, 1))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CONDITION_FAILED));
      Item now = session.reader().get(table, key).orElseThrow();
      statements.run(WriteGuard.guarded(ready(text), statement, now, table), null, 1);
    }
    assertThat(statements.run(ready("SELECT * FROM said WHERE pk = 'guard'"), null, 10).items())
        .isEmpty();
  }

  @Test
  void nothingIsWrittenReadOnly() {
    session.readOnly(true);
    try {
      for (Runnable write :
          List.<Runnable>of(
              () -> insert("ro", 1, ""),
              () ->
                  statements.batch(List.of(ready("INSERT INTO said VALUE {'pk': 'ro', 'sk': 2}"))),
              () ->
                  statements.transaction(
                      List.of(ready("INSERT INTO said VALUE {'pk': 'ro', 'sk': 3}"))))) {
        assertThatThrownBy(write::run)
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.READ_ONLY));
      }
      assertThat(statements.run(ready("SELECT * FROM said WHERE pk = 'ro'"), null, 10).items())
          .isEmpty();
    } finally {
      session.readOnly(false);
    }
  }
}
