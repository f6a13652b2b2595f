package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.session.SignIn.Standing;
import dev.sortkey.core.stream.ChangeRecord;
import dev.sortkey.core.stream.ChangeRecord.Event;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.stream.Tail;
import dev.sortkey.core.stream.Trigger;
import dev.sortkey.core.stream.TriggerDraft;
import dev.sortkey.core.stream.ViewType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.standin.Moto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// Streams, their triggers, and roles, against an emulator that knows nothing of this code. It
/// makes every change at once, takes any MFA code, and has no Kinesis destinations.
class StreamsAndRolesOnMotoTest {
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
          + "{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

  @TempDir private Path home;
  private static Moto moto;

  @BeforeAll
  static void start() throws Exception {
    moto = Moto.start();
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  private static Session session() {
    return Sessions.open(moto.endpoint(), Sessions.freshKeys());
  }

  private static Item item(String status) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("a"));
    fields.put("sk", new Attr.N("7"));
    fields.put("Status", new Attr.S(status));
    return new Item(fields);
  }

  private static Problem problem(Runnable call) {
    return catchThrowableOfType(ProblemException.class, call::run).problem();
  }

  /// The services that Sortkey has no part in, as the query API takes them.
  private static void query(String service, String... fields)
      throws IOException, InterruptedException {
    String body =
        IntStream.range(0, fields.length / 2)
            .mapToObj(i ->
                fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(moto.endpoint())
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header(
                      "Authorization",
                      "AWS4-HMAC-SHA256 Credential=K/20260301/eu-west-1/"
                          + service
                          + "/aws4_request, SignedHeaders=host, Signature=0")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private static void function(String name) throws Exception {
    query(
        "iam",
        "Action",
        "CreateRole",
        "Version",
        "2010-05-08",
        "RoleName",
        "runs-" + name,
        "AssumeRolePolicyDocument",
        POLICY);
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("index.py"));
      out.write("def handler(event, context): pass".getBytes(StandardCharsets.UTF_8));
    }
    try (LambdaClient lambda =
        LambdaClient.builder()
            .endpointOverride(moto.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("K", "secret")))
            .build()) {
      lambda.createFunction(request ->
          request
              .functionName(name)
              .runtime("python3.12")
              .role("arn:aws:iam::123456789012:role/runs-" + name)
              .handler("index.handler")
              .code(code -> code.zipFile(SdkBytes.fromByteArray(zip.toByteArray()))));
    }
  }

  @Test
  void aStreamIsTurnedOnReadAndTurnedOff() throws Exception {
    try (Session session = session()) {
      TableSchema table = session.tables().create(Sessions.draft("watched"));
      assertThat(session.streams().state("watched").on()).isFalse();
      session.streams().enable("watched", ViewType.NEW_AND_OLD_IMAGES);
      StreamState on = session.streams().state("watched");
      assertThat(on.view()).isEqualTo(ViewType.NEW_AND_OLD_IMAGES);
      var tail = new Tail(session.streams(), on.arn(), true, Clock.systemUTC());
      for (Change change :
          List.of(
              new Change.Insert(item("NEW")),
              new Change.Update(item("NEW"), item("PAID")),
              new Change.Delete(item("PAID")))) {
        assertThat(session.writer().write(table, List.of(change), Progress.none()).applied())
            .isEqualTo(1);
      }
      List<ChangeRecord> records = new ArrayList<>();
      Tail.Round round;
      do {
        round = tail.round((readers, _, action) -> readers.forEach(action));
        round.records().forEach(record -> records.add(record.change()));
      } while (round.more());
      assertThat(records)
          .extracting(ChangeRecord::event)
          .containsExactly(Event.INSERT, Event.MODIFY, Event.REMOVE);
      assertThat(records.get(1).before()).isEqualTo(item("NEW"));
      assertThat(records.get(1).after()).isEqualTo(item("PAID"));
      session.streams().disable("watched");
      assertThat(session.streams().state("watched").on()).isFalse();
    }
  }

  @Test
  void aTriggerIsMadeTurnedOffAndDeleted() throws Exception {
    try (Session session = session()) {
      session.tables().create(Sessions.draft("triggering"));
      session.streams().enable("triggering", ViewType.NEW_IMAGE);
      String stream = session.streams().state("triggering").arn();
      assertThat(session.triggers().list(stream)).isEmpty();
      function("ship");
      assertThat(session.triggers().functions()).contains("ship");
      String id =
          session
              .triggers()
              .create(new TriggerDraft(stream, "ship", 50, Duration.ZERO, true, true));
      assertThat(session.triggers().list(stream))
          .singleElement()
          .satisfies(trigger -> {
            assertThat(trigger.id()).isEqualTo(id);
            assertThat(trigger.function()).isEqualTo("ship");
            assertThat(trigger.batchSize()).isEqualTo(50);
            assertThat(trigger.state()).isEqualTo(Trigger.State.ENABLED);
          });
      session.triggers().setEnabled(id, false);
      assertThat(session.triggers().get(id).orElseThrow().state())
          .isEqualTo(Trigger.State.DISABLED);
      session.triggers().delete(id);
      assertThat(session.triggers().list(stream)).isEmpty();
      assertThat(
              problem(() ->
                      session
                          .triggers()
                          .create(new TriggerDraft(stream, "none", 50, Duration.ZERO, true, true)))
                  .kind())
          .isEqualTo(Problem.Kind.NOT_FOUND);
    }
  }

  @Test
  void aRoleIsAssumedWithItsExternalIdAndAnMfaCode() throws Exception {
    URI endpoint = moto.endpoint();
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile ana]
        region = eu-west-1
        endpoint_url = MOTO

        [profile audit]
        role_arn = arn:aws:iam::990344712086:role/audit
        source_profile = ana
        external_id = ext-77
        role_session_name = ana-audits
        region = eu-west-1
        endpoint_url = MOTO

        [profile careful]
        role_arn = arn:aws:iam::990344712086:role/careful
        source_profile = ana
        mfa_serial = arn:aws:iam::482109375516:mfa/ana
        region = eu-west-1
        endpoint_url = MOTO
        """
            .replace("MOTO", endpoint.toString()));
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [ana]
        aws_access_key_id = AKIAANA
        aws_secret_access_key = secret
        """);
    var connector =
        new SdkConnector(AwsFiles.of(home, Map.of()), Clock.systemUTC(), _ -> {}, Lanes.single());
    try (Session session = connector.open(Sessions.profile("audit"), null)) {
      assertThat(session.identity().arn())
          .isEqualTo("arn:aws:sts::990344712086:assumed-role/audit/ana-audits");
      assertThat(session.tables().names()).isNotNull();
    }
    try (Session session = connector.open(Sessions.profile("careful"), null)) {
      assertThat(problem(() -> session.tables().names()).title())
          .isEqualTo("careful asks for the code of your MFA device");
      connector.signIn().signIn("careful", code("123456"));
      assertThat(connector.signIn().standing("careful")).isInstanceOf(Standing.SignedIn.class);
      assertThat(session.identity().arn())
          .startsWith("arn:aws:sts::990344712086:assumed-role/careful/");
    }
  }

  private static SignIn.Prompts code(String code) {
    return new SignIn.Prompts() {
      @Override
      public void show(SignIn.DeviceCode device) {}

      @Override
      public String mfaCode(String device, String refused) {
        assertThat(refused).isNull();
        return code;
      }
    };
  }
}
