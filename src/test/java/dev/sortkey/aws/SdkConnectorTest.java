package dev.sortkey.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Identity;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdkConnectorTest {
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  @TempDir Path home;

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/x-amz-json-1.0")
                    .withBody("{\"TableNames\":[\"a\"]}")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aProfileSignsWithItsKeysAndGoesWhereItsEndpointUrlSays() throws IOException {
    profiles();

    try (Session session = connector(Map.of()).open(Sessions.profile("mine"), null)) {
      assertThat(session.tables().names()).containsExactly("a");
      assertThat(session.calls().records().getFirst().cli())
          .isEqualTo("aws dynamodb list-tables --region eu-west-1 --profile mine");
    }
    server.verify(
        postRequestedFor(anyUrl())
            .withHeader("Authorization", containing("Credential=AKIAPROFILE/"))
            .withHeader("Authorization", containing("/eu-west-1/")));
  }

  @Test
  void stsSaysWhoAProfileIs() throws IOException {
    profiles();
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/xml")
                    .withBody(
                        """
                        <GetCallerIdentityResponse><GetCallerIdentityResult>
                          <Arn>arn:aws:sts::111122223333:assumed-role/Admin/ann</Arn>
                          <Account>111122223333</Account><UserId>U</UserId>
                        </GetCallerIdentityResult></GetCallerIdentityResponse>
                        """)));

    try (Session session = connector(Map.of()).open(Sessions.profile("mine"), null)) {
      assertThat(session.identity())
          .isEqualTo(
              new Identity(
                  "111122223333",
                  "arn:aws:sts::111122223333:assumed-role/Admin/ann",
                  "Admin @ 1111 2222 3333"));
      assertThat(session.calls().records().getFirst().cli())
          .isEqualTo("aws sts get-caller-identity --region eu-west-1 --profile mine");
    }
  }

  @Test
  void theEnvironmentSignsWhereNoProfileIsNamed() throws IOException {
    profiles();
    Map<String, String> environment =
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAENV",
            "AWS_SECRET_ACCESS_KEY", "s",
            "AWS_SESSION_TOKEN", "TOKEN");
    Connection connection =
        new Connection(
            "id",
            "env",
            Connection.Kind.PROFILE,
            null,
            java.net.URI.create(server.baseUrl()),
            "eu-west-1",
            Environment.DEVELOPMENT);

    try (Session session = connector(environment).open(connection, null)) {
      session.tables().names();
    }
    server.verify(
        postRequestedFor(anyUrl())
            .withHeader("Authorization", containing("Credential=AKIAENV/"))
            .withHeader("X-Amz-Security-Token", containing("TOKEN")));
    assertThat(problem(connector(Map.of()), connection, null).kind())
        .isEqualTo(Problem.Kind.CREDENTIALS_INVALID);
  }

  @Test
  void aMissingAnIncompleteAndADamagedProfileAreSaidBeforeAnyCall() throws IOException {
    profiles();

    assertThat(problem(connector(Map.of()), Sessions.profile("nobody"), null).title())
        .contains("nobody");
    assertThat(problem(connector(Map.of()), Sessions.profile("half"), null).detail())
        .contains("aws_secret_access_key", "line");

    Files.writeString(home.resolve(".aws/credentials"), "[mine]\nbroken\n");
    assertThat(problem(connector(Map.of()), Sessions.profile("nobody"), null).detail())
        .contains("~/.aws/credentials", "line 2");
  }

  @Test
  void typedKeysNeedNoFilesAndStayOutOfSight() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), "[broken\n");
    var connection = Sessions.endpoint(java.net.URI.create(server.baseUrl()));
    var keys = new Keys("AKIATYPEDTYPED1234", "the-secret", null);

    try (Session session = connector(Map.of()).open(connection, keys)) {
      session.tables().names();
      assertThat(session.identity()).isEqualTo(new Identity(null, null, "Access key ····1234"));
      assertThat(session.calls().records().toString()).doesNotContain("the-secret", "AKIATYPED");
    }
    assertThat(problem(connector(Map.of()), connection, null).kind())
        .isEqualTo(Problem.Kind.CREDENTIALS_INVALID);
  }

  private void profiles() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"), "[profile mine]\nendpoint_url = " + server.baseUrl() + "\n");
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [mine]
        aws_access_key_id = AKIAPROFILE
        aws_secret_access_key = s
        [half]
        aws_access_key_id = AKIAHALF
        """);
  }

  private SdkConnector connector(Map<String, String> environment) {
    return new SdkConnector(AwsFiles.of(home, environment));
  }

  private static Problem problem(
      SdkConnector connector, Connection connection, @Nullable Keys keys) {
    return catchThrowableOfType(
            ProblemException.class, () -> connector.open(connection, keys).close())
        .problem();
  }
}
