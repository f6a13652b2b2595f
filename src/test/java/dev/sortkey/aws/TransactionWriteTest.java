package dev.sortkey.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// All changes of a transaction are made or none, whatever happens to the answers.
class TransactionWriteTest {
  private final Keys keys = Sessions.freshKeys();
  private final Session session = Sessions.open(Sessions.local(), keys);
  private TableSchema table;

  @BeforeEach
  void create() {
    table = session.tables().create(Sessions.draft("transacted"));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void anInsertAnUpdateAndADeleteAreMadeTogether() {
    Item first = item(1, "a");
    Item second = item(2, "a");
    put(first, second);
    Item edited = first.with("text", new Attr.S("b")).with("n", new Attr.N("1.5"));

    WriteReport report =
        write(
            session,
            new Change.Update(first, edited),
            new Change.Delete(second),
            new Change.Insert(item(3, "c")));

    assertThat(report.applied()).isEqualTo(3);
    assertThat(report.writeUnits()).as("DynamoDB Local counts fewer than AWS").isPositive();
    assertThat(read(1)).contains(edited);
    assertThat(read(2)).isEmpty();
    assertThat(read(3)).contains(item(3, "c"));
    assertThat(session.calls().records().getLast().table()).isEqualTo("transacted");
  }

  @Test
  void oneConflictKeepsAllFromBeingMade() {
    Item first = item(1, "a");
    Item theirs = item(2, "theirs");
    put(first, theirs);

    WriteReport report =
        write(
            session,
            new Change.Update(first, first.with("text", new Attr.S("b"))),
            new Change.Delete(item(2, "seen")),
            new Change.Insert(item(2, "mine").with("sk", new Attr.N("3"))),
            new Change.Delete(item(4, "gone")));

    assertThat(report.entries())
        .extracting(WriteReport.Entry::outcome)
        .containsExactly(
            new WriteOutcome.NotAttempted(),
            new WriteOutcome.Conflict(theirs),
            new WriteOutcome.NotAttempted(),
            new WriteOutcome.Conflict(null));
    assertThat(report.already()).as("the last one is gone already").isOne();
    assertThat(read(1)).contains(first);
    assertThat(read(3)).isEmpty();
  }

  @Test
  void aLostAnswerIsAskedForAgainAndALostSecondOneReadBack() throws Exception {
    for (int losses = 1; losses <= 2; losses++) {
      try (var proxy = new LosingProxy(Sessions.local(), losses);
          Session lossy = Sessions.open(proxy.endpoint(), keys)) {
        WriteReport report =
            write(
                lossy,
                new Change.Insert(item(10 * losses, "a")),
                new Change.Insert(item(10 * losses + 1, "b")));
        assertThat(report.applied()).as(losses + " losses").isEqualTo(2);
      }
      assertThat(read(10 * losses)).isPresent();
    }
  }

  @Test
  void aConflictBehindALostAnswerIsAConflict() throws Exception {
    Item theirs = item(1, "theirs");
    put(theirs);
    try (var proxy = new LosingProxy(Sessions.local(), 1);
        Session lossy = Sessions.open(proxy.endpoint(), keys)) {
      assertThat(
              write(lossy, new Change.Insert(item(1, "mine")), new Change.Insert(item(2, "b")))
                  .entries())
          .extracting(WriteReport.Entry::outcome)
          .containsExactly(new WriteOutcome.Conflict(theirs), new WriteOutcome.NotAttempted());
    }
    assertThat(read(2)).isEmpty();
  }

  @Test
  void withoutAnyAnswerItIsInDoubtAndNeverCalledFailed() throws Exception {
    try (var proxy = new LosingProxy(Sessions.local(), 1_000);
        Session lossy = Sessions.open(proxy.endpoint(), keys)) {
      WriteReport report =
          write(lossy, new Change.Insert(item(1, "a")), new Change.Insert(item(2, "b")));
      assertThat(report.inDoubt()).isEqualTo(2);
      assertThat(report.rejected()).isZero();
    }
    assertThat(read(1)).as("it was written, and nobody could know").isPresent();
  }

  @Test
  void anEndpointThatHeedsNoTokenTellsByTheConditions() {
    try (var stub = new Stub()) {
      stub.answers(
          aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
          cancelled(
              """
              {"Code":"ConditionalCheckFailed","Item":{"pk":{"S":"p"},"sk":{"N":"1"},"text":{"S":"a"}}},
              {"Code":"ConditionalCheckFailed"}
              """));
      try (Session stubbed = stub.session()) {
        WriteReport report =
            write(stubbed, new Change.Insert(item(1, "a")), new Change.Delete(item(2, "b")));
        assertThat(report.applied()).isEqualTo(2);
      }
      assertThat(tokens(stub)).hasSize(2).containsOnly(tokens(stub).getFirst());
    }
  }

  @Test
  void whatPassesByItselfIsTriedAgainUnderTheSameToken() {
    try (var stub = new Stub()) {
      stub.answers(
          cancelled("{\"Code\":\"None\"},{\"Code\":\"TransactionConflict\",\"Message\":\"busy\"}"),
          cancelled("{\"Code\":\"ThrottlingError\",\"Message\":\"slow\"},{\"Code\":\"None\"}"),
          error("TransactionInProgressException", ""),
          aResponse().withBody("{}"));
      try (Session stubbed = stub.session()) {
        WriteReport report =
            write(stubbed, new Change.Insert(item(1, "a")), new Change.Insert(item(2, "b")));
        assertThat(report.applied()).isEqualTo(2);
      }
      assertThat(tokens(stub)).hasSize(4).containsOnly(tokens(stub).getFirst());
    }
  }

  @Test
  void eachReasonIsToldOfItsItem() {
    try (var stub = new Stub()) {
      stub.answers(
          cancelled(
              """
              {"Code":"None"},
              {"Code":"ValidationError","Message":"Item size to update has exceeded the maximum"},
              {"Code":"ItemCollectionSizeLimitExceeded","Message":"too large"},
              {"Code":"ConditionalCheckFailed","Message":"x"}
              """));
      try (Session stubbed = stub.session()) {
        WriteReport report =
            write(
                stubbed,
                new Change.Insert(item(1, "a")),
                new Change.Insert(item(2, "b")),
                new Change.Insert(item(3, "c")),
                new Change.Delete(item(4, "d")));
        assertThat(report.entries().getFirst().outcome())
            .isEqualTo(new WriteOutcome.NotAttempted());
        assertThat(problem(report, 1).kind()).isEqualTo(Problem.Kind.LIMIT);
        assertThat(problem(report, 2).kind()).isEqualTo(Problem.Kind.LIMIT);
        assertThat(problem(report, 2).detail()).contains("too large");
        assertThat(report.entries().getLast().outcome()).isEqualTo(new WriteOutcome.Conflict(null));
      }
    }
  }

  @Test
  void whatCannotBeSaidIsToldAndTheOthersAreNotAttempted() {
    Item same = item(2, "b");
    WriteReport report =
        write(session, new Change.Insert(item(1, "a")), new Change.Update(same, same));
    assertThat(report.notAttempted()).isOne();
    assertThat(problem(report, 1).detail()).contains("Nothing has changed");
    assertThat(read(1)).isEmpty();
  }

  @Test
  void aReadOnlyConnectionSendsNothing() {
    session.readOnly(true);
    long before = session.calls().count();
    WriteReport report =
        write(session, new Change.Insert(item(1, "a")), new Change.Insert(item(2, "b")));
    assertThat(problem(report, 0).kind()).isEqualTo(Problem.Kind.READ_ONLY);
    assertThat(report.rejected()).isEqualTo(2);
    assertThat(session.calls().count()).isEqualTo(before);
    session.readOnly(false);
    assertThat(read(1)).isEmpty();
  }

  @Test
  void aHundredAreMadeAtOnce() {
    Change[] inserts =
        IntStream.range(0, 100)
            .mapToObj(i -> new Change.Insert(item(i, "x")))
            .toArray(Change[]::new);
    assertThat(write(session, inserts).applied()).isEqualTo(100);
  }

  private static Problem problem(WriteReport report, int at) {
    return ((WriteOutcome.Rejected) report.entries().get(at).outcome()).problem();
  }

  private WriteReport write(Session session, Change... changes) {
    return session.writer().writeTogether(table, List.of(changes), Progress.none());
  }

  private void put(Item... items) {
    session.writer().putAll("transacted", List.of(items).iterator(), Progress.none());
  }

  private Optional<Item> read(int number) {
    return session.reader().get(table, table.keyOf(item(number, "")));
  }

  private static Item item(int number, String text) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("p"));
    fields.put("sk", new Attr.N(Integer.toString(number)));
    fields.put("text", new Attr.S(text));
    return new Item(fields);
  }

  private static ResponseDefinitionBuilder cancelled(String reasons) {
    return error("TransactionCanceledException", ",\"CancellationReasons\":[" + reasons + "]");
  }

  private static ResponseDefinitionBuilder error(String code, String more) {
    return aResponse()
        .withStatus(400)
        .withBody(
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#"
                + code
                + "\",\"Message\":\"no\""
                + more
                + "}");
  }

  private static List<String> tokens(Stub stub) {
    return stub.server.getAllServeEvents().stream()
        .map(event ->
            JsonMapper.shared()
                .readTree(event.getRequest().getBodyAsString())
                .get("ClientRequestToken")
                .asString())
        .toList();
  }

  /// Answers one request after the other.
  private final class Stub implements AutoCloseable {
    final WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    Stub() {
      server.start();
    }

    void answers(ResponseDefinitionBuilder... answers) {
      for (int i = 0; i < answers.length; i++) {
        server.stubFor(
            any(anyUrl())
                .inScenario("answers")
                .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "" + i)
                .willSetStateTo("" + (i + 1))
                .willReturn(answers[i]));
      }
    }

    Session session() {
      return Sessions.open(URI.create(server.baseUrl()), keys);
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}
