package dev.sortkey.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CallRecorderTest {
  /// What shells, JSON and the CLI could each trip over.
  private static final String AWKWARD = "it's \"$HOME\" `x` \\ \n é 😀 file://x";

  @Test
  void aCallIsRecordedWithItsTableCapacityAndRequestId() {
    try (Session session = Sessions.fresh()) {
      TableSchema table = session.tables().create(Sessions.draft("recorded"));
      session.writer().putAll("recorded", List.of(item()).iterator(), Progress.none());
      session.reader().get(table, table.keyOf(item()));

      List<CallRecord> calls = session.calls().records();
      assertThat(calls)
          .extracting(CallRecord::operation)
          .containsExactly("CreateTable", "BatchWriteItem", "GetItem");
      assertThat(calls).extracting(CallRecord::table).containsOnly("recorded");
      assertThat(calls).extracting(CallRecord::number).containsExactly(1L, 2L, 3L);
      assertThat(calls).extracting(CallRecord::retries).containsOnly(0);
      assertThat(calls).extracting(CallRecord::error).containsOnlyNulls();
      assertThat(calls).allSatisfy(call -> assertThat(call.requestId()).isNotBlank());
      assertThat(calls).allSatisfy(call -> assertThat(call.time()).isPositive());
      assertThat(calls.get(1).writeUnits()).isEqualTo(1);
      assertThat(calls.get(1).readUnits()).isZero();
      assertThat(calls.get(2).readUnits()).isEqualTo(1);
      assertThat(session.calls().readUnits()).isEqualTo(1);
      assertThat(session.calls().writeUnits()).isEqualTo(1);
    }
  }

  @Test
  void retriesAndErrorsAreRecorded() {
    var server =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    try (Session session = Sessions.open(URI.create(server.baseUrl()), Sessions.freshKeys())) {
      failThenAnswer(server, 2);
      assertThat(session.tables().names()).containsExactly("a");
      assertThat(session.calls().records().getLast())
          .satisfies(call -> {
            assertThat(call.retries()).isEqualTo(2);
            assertThat(call.error()).isNull();
          });

      server.stubFor(
          any(anyUrl())
              .willReturn(
                  aResponse()
                      .withStatus(400)
                      .withHeader("x-amzn-RequestId", "REQ9")
                      .withBody("{\"__type\":\"x#AccessDeniedException\"}")));
      assertThatThrownBy(() -> session.tables().names()).isInstanceOf(ProblemException.class);
      assertThat(session.calls().records().getLast())
          .satisfies(call -> {
            assertThat(call.retries()).isZero();
            assertThat(call.error()).isEqualTo("AccessDeniedException");
            assertThat(call.requestId()).isEqualTo("REQ9");
          });
    } finally {
      server.stop();
    }
  }

  @Test
  void theCliCommandOfAQueryReturnsTheSameItem() throws Exception {
    assumeTrue(onPath("aws"), "the AWS CLI is not installed");
    Keys keys = Sessions.freshKeys();
    try (Session session = Sessions.open(Sessions.local(), keys)) {
      session.tables().create(Sessions.draft("cli"));
      session.writer().putAll("cli", List.of(item()).iterator(), Progress.none());
      session
          .reader()
          .read(query(), null, Budget.firstPage(), new RowDictionary(), Progress.none());
      String command = session.calls().records().getLast().cli();

      JsonNode answer = run(command, keys);

      assertThat(answer.path("Count").intValue()).isOne();
      JsonNode found = answer.path("Items").path(0);
      assertThat(found.path("pk").path("S").stringValue()).isEqualTo(AWKWARD);
      assertThat(command).doesNotContain(keys.accessKeyId());
    }
  }

  private static void failThenAnswer(WireMockServer server, int failures) {
    for (int i = 0; i <= failures; i++) {
      server.stubFor(
          any(anyUrl())
              .inScenario("retries")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "failed " + i)
              .willSetStateTo("failed " + (i + 1))
              .willReturn(
                  i < failures
                      ? aResponse().withStatus(500)
                      : aResponse().withBody("{\"TableNames\":[\"a\"]}")));
    }
  }

  private static JsonNode run(String command, Keys keys) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("sh", "-c", command);
    builder.environment().put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
    builder.environment().put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
    builder.environment().put("AWS_CONFIG_FILE", "/nonexistent");
    builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), "UTF-8");
    assertThat(process.waitFor()).isZero();
    return new JsonMapper().readTree(output);
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Item item() {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S(AWKWARD));
    fields.put("sk", new Attr.N("1"));
    return new Item(fields);
  }

  private static ReadPlan query() {
    var names = new LinkedHashMap<String, String>();
    names.put("#p", "pk");
    var values = new LinkedHashMap<String, Attr>();
    values.put(":p", new Attr.S(AWKWARD));
    return ReadPlan.of(
        ReadPlan.Operation.QUERY,
        "cli",
        null,
        new ReadRequest(null, "#p = :p", null, null, names, values),
        true,
        true,
        null,
        "");
  }
}
