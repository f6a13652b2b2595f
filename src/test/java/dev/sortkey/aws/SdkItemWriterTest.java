package dev.sortkey.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteOutcome;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkItemWriterTest {
  private static final String BACK =
      """
      {"UnprocessedItems":{"t":[{"PutRequest":{"Item":{"pk":{"S":"p"},"sk":{"N":"0"}}}}]}}
      """;

  private final Keys keys = Sessions.freshKeys();
  private final Session session = Sessions.open(Sessions.local(), keys);
  private TableSchema table;

  @BeforeEach
  void create() {
    table = session.tables().create(Sessions.draft("written"));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void anInsertAnUpdateAndADeleteAreMade() {
    Item item = item(1, "a");
    Item edited = item.with("text", new Attr.S("b")).with("more", new Attr.N("1.50"));

    assertThat(write(session, new Change.Insert(item))).isInstanceOf(WriteOutcome.Applied.class);
    assertThat(read(1)).contains(item);

    assertThat(write(session, new Change.Update(item, edited)))
        .isEqualTo(new WriteOutcome.Applied(1));
    assertThat(read(1).orElseThrow().get("text")).isEqualTo(new Attr.S("b"));

    assertThat(write(session, new Change.Delete(read(1).orElseThrow())))
        .isInstanceOf(WriteOutcome.Applied.class);
    assertThat(read(1)).isEmpty();
  }

  @Test
  void aConflictShowsTheItemAsItIsNow() {
    Item mine = item(1, "mine");
    Item theirs = item(1, "theirs");
    put(theirs);

    assertThat(write(session, new Change.Insert(mine)))
        .isEqualTo(new WriteOutcome.Conflict(theirs));
    assertThat(write(session, new Change.Update(mine, mine.with("text", new Attr.S("edited")))))
        .isEqualTo(new WriteOutcome.Conflict(theirs));
    assertThat(write(session, new Change.Delete(mine)))
        .isEqualTo(new WriteOutcome.Conflict(theirs));
    assertThat(read(1)).contains(theirs);

    Item gone = item(2, "gone");
    assertThat(write(session, new Change.Update(gone, gone.with("text", new Attr.S("x")))))
        .isEqualTo(new WriteOutcome.Conflict(null));
  }

  @Test
  void aNewFieldInAMapThatWentMeanwhileIsAConflict() {
    Item mine = item(1, "mine").with("map", Attr.M.of(Map.of("x", new Attr.N("1"))));
    Item theirs = item(1, "theirs");
    put(theirs);
    Attr grown = Attr.M.of(Map.of("x", new Attr.N("1"), "y", new Attr.N("2")));

    assertThat(write(session, new Change.Update(mine, mine.with("map", grown))))
        .isEqualTo(new WriteOutcome.Conflict(theirs));
    put(theirs.with("map", new Attr.L(List.of())));
    assertThat(write(session, new Change.Update(mine, mine.with("map", grown))))
        .isInstanceOf(WriteOutcome.Conflict.class);
  }

  @Test
  void aChangeThatIsRefusedDoesNotKeepTheOthersBack() {
    Item wrong = item(1, "a").with("sk", new Attr.S("not a number"));

    WriteReport report =
        session
            .writer()
            .write(
                table,
                List.of(new Change.Insert(wrong), new Change.Insert(item(2, "b"))),
                Progress.none());

    assertThat(report.entries().getFirst().outcome())
        .isInstanceOfSatisfying(
            WriteOutcome.Rejected.class,
            rejected ->
                assertThat(rejected.problem().kind()).isEqualTo(Problem.Kind.INVALID_REQUEST));
    assertThat(report.applied()).isOne();
  }

  @Test
  void afterACancelNothingMoreIsAttempted() {
    var progress = new CancelAfter(2);
    WriteReport report =
        session
            .writer()
            .write(
                table,
                IntStream.range(0, 4)
                    .mapToObj(i -> (Change) new Change.Insert(item(i, "x")))
                    .toList(),
                progress);

    assertThat(report.entries())
        .extracting(entry -> entry.outcome().getClass().getSimpleName())
        .containsExactly("Applied", "Applied", "NotAttempted", "NotAttempted");
    assertThat(read(1)).isPresent();
    assertThat(read(2)).isEmpty();
  }

  @Test
  void anInterruptDoesNotReachAWriteThatIsUnderWay() throws Exception {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Session slow =
            Sessions.open(URI.create("http://127.0.0.1:" + server.getLocalPort()), keys)) {
      var report = new CompletableFuture<WriteReport>();
      List<Change> changes =
          List.of(new Change.Insert(item(1, "a")), new Change.Insert(item(2, "b")));
      Thread writer =
          Thread.startVirtualThread(
              () -> report.complete(slow.writer().write(table, changes, Progress.none())));
      try (Socket client = server.accept()) {
        readRequest(client.getInputStream());
        writer.interrupt();
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(UTF_8));

        assertThat(report.get().entries())
            .extracting(entry -> entry.outcome().getClass().getSimpleName())
            .containsExactly("Applied", "NotAttempted");
      }
    }
  }

  /// Its body is a JSON object, the first closing brace after which nothing waits ends it.
  private static void readRequest(InputStream request) throws IOException {
    for (int c = request.read(); c != '}' || request.available() > 0; c = request.read()) {
      assertThat(c).isNotNegative();
    }
  }

  @Test
  void aWriteWhoseAnswerWasLostIsFoundToHaveBeenMade() throws Exception {
    Item item = item(1, "a").with("n", new Attr.N("1.500"));
    try (var proxy = new LosingProxy(Sessions.local(), 1);
        Session lossy = Sessions.open(proxy.endpoint(), keys)) {
      assertThat(write(lossy, new Change.Insert(item))).isEqualTo(new WriteOutcome.Applied(0));
    }
    Item edited = item.with("text", new Attr.S("b"));
    try (var proxy = new LosingProxy(Sessions.local(), 1);
        Session lossy = Sessions.open(proxy.endpoint(), keys)) {
      assertThat(write(lossy, new Change.Update(item, edited)))
          .isEqualTo(new WriteOutcome.Applied(0));
    }
    assertThat(read(1).orElseThrow().get("text")).isEqualTo(new Attr.S("b"));
  }

  @Test
  void whenTheSecondAnswerIsLostTooTheItemIsReadToFindOut() throws Exception {
    Item item = item(1, "a");
    try (var proxy = new LosingProxy(Sessions.local(), 2);
        Session lossy = Sessions.open(proxy.endpoint(), keys)) {
      assertThat(write(lossy, new Change.Insert(item))).isEqualTo(new WriteOutcome.Applied(0));
    }
    try (var proxy = new LosingProxy(Sessions.local(), 2);
        Session lossy = Sessions.open(proxy.endpoint(), keys)) {
      assertThat(write(lossy, new Change.Delete(item))).isEqualTo(new WriteOutcome.Applied(0));
    }
    assertThat(read(1)).isEmpty();
  }

  @Test
  void anElementThatMovedMeanwhileIsAConflictAlsoWhereAnotherHoldsTheSame() {
    Attr one = Attr.M.of(Map.of("quantity", new Attr.N("1")));
    Item mine = item(1, "a").with("list", new Attr.L(List.of(one, one)));
    Item theirs = mine.with("list", new Attr.L(List.of(one, one, one)));
    put(theirs);

    assertThat(
            write(
                session,
                new Change.Update(
                    mine, mine.with(AttrPath.parse("list[1].quantity"), new Attr.N("2")))))
        .isEqualTo(new WriteOutcome.Conflict(theirs));
  }

  @Test
  void aConflictBehindALostAnswerStaysAConflict() throws Exception {
    Item theirs = item(1, "theirs");
    put(theirs);
    try (var proxy = new LosingProxy(Sessions.local(), 1);
        Session lossy = Sessions.open(proxy.endpoint(), keys)) {
      assertThat(write(lossy, new Change.Insert(item(1, "mine"))))
          .isEqualTo(new WriteOutcome.Conflict(theirs));
    }
  }

  @Test
  void whenNoAnswerComesAtAllTheReportSaysThatItIsNotKnown() throws Exception {
    try (var proxy = new LosingProxy(Sessions.local(), 100);
        Session lossy = Sessions.open(proxy.endpoint(), keys)) {
      WriteReport report =
          lossy
              .writer()
              .write(
                  table,
                  List.of(new Change.Insert(item(1, "a")), new Change.Insert(item(2, "b"))),
                  Progress.none());

      assertThat(report.entries().getFirst().outcome())
          .isInstanceOfSatisfying(
              WriteOutcome.InDoubt.class,
              doubt -> {
                assertThat(doubt.problem().kind()).isEqualTo(Problem.Kind.NETWORK);
                assertThat(doubt.problem().title()).startsWith("Not known");
              });
      assertThat(report.entries().getLast().outcome()).isEqualTo(new WriteOutcome.NotAttempted());
    }
    assertThat(read(1)).as("it was written, and nobody could know").isPresent();
  }

  @Test
  void manyItemsArePutInBatchesAndACancelStopsBetweenThem() {
    List<Long> seen = new ArrayList<>();
    var items = IntStream.range(0, 130).mapToObj(i -> item(i, "x")).toList();
    var progress = new CancelAfter(Integer.MAX_VALUE, seen);

    assertThat(session.writer().putAll("written", items.iterator(), progress)).isEqualTo(130);
    assertThat(seen).containsExactly(25L, 50L, 75L, 100L, 125L, 130L);

    assertThat(session.writer().putAll("written", items.iterator(), new CancelAfter(25)))
        .isEqualTo(25);
  }

  @Test
  void unprocessedItemsAreSentAgainAnd() {
    try (var stub = new Stub()) {
      stub.server.stubFor(
          any(anyUrl())
              .inScenario("u")
              .whenScenarioStateIs(Scenario.STARTED)
              .willSetStateTo("done")
              .willReturn(aResponse().withBody(BACK)));
      stub.server.stubFor(
          any(anyUrl())
              .inScenario("u")
              .whenScenarioStateIs("done")
              .willReturn(aResponse().withBody("{}")));
      try (Session session = Sessions.open(stub.endpoint(), keys)) {
        var two = List.of(item(0, "a"), item(1, "b"));
        assertThat(session.writer().putAll("t", two.iterator(), Progress.none())).isEqualTo(2);
        assertThat(session.calls().records().getLast().cli()).contains("\"pk\":{\"S\":\"p\"}");
        assertThat(session.calls().count()).isEqualTo(2);
      }
    }
  }

  @Test
  void whenNothingIsTakenForLongItGivesUp() {
    try (var stub = new Stub()) {
      stub.server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(BACK)));
      var target = new Target(stub.endpoint(), "eu-west-1", null);
      var access = SdkAccess.of(keys);
      try (var clients = new SdkClients(access, target, List.of())) {
        var batches =
            new BatchPut(clients.dynamo(), new ProblemMapping(() -> target), Duration.ofMillis(1));
        Problem problem =
            catchThrowableOfType(
                    ProblemException.class,
                    () -> batches.put("t", List.of(item(0, "a")).iterator(), Progress.none()))
                .problem();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.THROTTLED);
      }
    }
  }

  @Test
  void aChangeThatCannotBeSaidIsRejectedInTheCoresWords() {
    Item item = item(1, "a");

    assertThat(write(session, new Change.Update(item, item)))
        .isInstanceOfSatisfying(
            WriteOutcome.Rejected.class,
            rejected -> {
              assertThat(rejected.problem().kind()).isEqualTo(Problem.Kind.INVALID_REQUEST);
              assertThat(rejected.problem().detail()).contains("Nothing has changed");
            });
  }

  private WriteOutcome write(Session session, Change change) {
    return session
        .writer()
        .write(table, List.of(change), Progress.none())
        .entries()
        .getFirst()
        .outcome();
  }

  private void put(Item item) {
    session.writer().putAll("written", List.of(item).iterator(), Progress.none());
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

  private record CancelAfter(long limit, List<Long> seen) implements Progress {
    CancelAfter(long limit) {
      this(limit, new ArrayList<>());
    }

    @Override
    public void report(long done, long total) {
      seen.add(done);
    }

    @Override
    public boolean cancelled() {
      return !seen.isEmpty() && seen.getLast() >= limit;
    }
  }

  private static final class Stub implements AutoCloseable {
    final WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    Stub() {
      server.start();
    }

    URI endpoint() {
      return URI.create(server.baseUrl());
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}
