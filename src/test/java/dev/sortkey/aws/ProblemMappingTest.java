package dev.sortkey.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Kind;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMappingTest {
  private static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "400, ExpiredTokenException, CREDENTIALS_EXPIRED",
    "400, UnrecognizedClientException, CREDENTIALS_INVALID",
    "400, InvalidSignatureException, CREDENTIALS_INVALID",
    "400, MissingAuthenticationToken, CREDENTIALS_INVALID",
    "400, AccessDeniedException, ACCESS_DENIED",
    "400, ThrottlingException, THROTTLED",
    "400, ProvisionedThroughputExceededException, THROTTLED",
    "400, RequestLimitExceeded, THROTTLED",
    "400, ConditionalCheckFailedException, CONDITION_FAILED",
    "400, ValidationException, INVALID_REQUEST",
    "400, ResourceNotFoundException, NOT_FOUND",
    "400, ResourceInUseException, INVALID_REQUEST",
    "400, UnknownOperationException, UNSUPPORTED_BY_ENDPOINT",
    "400, LimitExceededException, LIMIT",
    "500, InternalServerError, NETWORK",
    "503, ServiceUnavailable, NETWORK",
    "400, SomethingNewException, BUG",
  })
  void everyCodeHasItsKind(int status, String code, Kind kind) {
    answer(status, code, "what AWS says");

    Problem problem = problem(server());
    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.requestId()).isEqualTo("REQ1");
    assertThat(problem.title()).isNotBlank().doesNotContain("{", code);
    assertThat(problem.detail()).isNotBlank().doesNotContain("{");
  }

  @Test
  void aRefusalNamesTheActionAndTheResource() {
    answer(
        400,
        "AccessDeniedException",
        "User: arn:aws:iam::111122223333:user/ann is not authorized to perform: dynamodb:ListTables"
            + " on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/* because no"
            + " identity-based policy allows the dynamodb:ListTables action");

    Problem problem = problem(server());
    assertThat(problem.title()).contains("dynamodb:ListTables");
    assertThat(problem.detail())
        .contains("dynamodb:ListTables", "arn:aws:dynamodb:eu-west-1:111122223333:table/*");
  }

  @Test
  void aClockThatIsOffIsToldFromAWrongSecret() {
    answer(400, "InvalidSignatureException", "Signature expired: 2024 is now earlier than 2025");
    assertThat(problem(server()).title()).contains("clock");

    answer(400, "InvalidSignatureException", "The request signature we calculated does not match");
    assertThat(problem(server()).title()).contains("secret");
  }

  @Test
  void anItemThatIsTooLargeIsALimit() {
    answer(400, "ValidationException", "Item size has exceeded the maximum allowed size");
    assertThat(problem(server()).kind()).isEqualTo(Kind.LIMIT);
  }

  @Test
  void whatIsNotDynamoDbIsCalledSo() {
    SERVER.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("<html>no</html>")));
    assertThat(problem(server()).title()).contains("does not look like DynamoDB");

    SERVER.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("<html>hello</html>")));
    assertThat(problem(server()).title()).contains("does not look like DynamoDB");
  }

  @Test
  void aBrokenConnectionIsANetworkProblem() {
    for (Fault fault : Fault.values()) {
      SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
      assertThat(problem(server()).kind()).as(fault.name()).isEqualTo(Kind.NETWORK);
    }
  }

  @Test
  void aRefusedPortAnUnknownHostAndAFailedHandshakeAreToldApart() throws Exception {
    URI closed;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + taken.getLocalPort());
    }
    Problem refused = problem(closed);
    assertThat(refused.kind()).isEqualTo(Kind.NETWORK);
    assertThat(refused.title()).isEqualTo("Nothing answers there");
    assertThat(refused.detail()).contains(closed.toString());

    Problem unknown = problem(URI.create("http://nowhere.invalid:8000"));
    assertThat(unknown.title()).isEqualTo("The host name is unknown");
    assertThat(unknown.detail()).contains("nowhere.invalid");

    Problem tls = problem(URI.create("https://127.0.0.1:" + SERVER.port()));
    assertThat(tls.title()).isEqualTo("No secure connection");
  }

  private static void answer(int status, String code, String message) {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("x-amzn-RequestId", "REQ1")
                    .withHeader("Content-Type", "application/x-amz-json-1.0")
                    .withBody(
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"%s\"}"
                            .formatted(code, message))));
  }

  private static URI server() {
    return URI.create("http://127.0.0.1:" + SERVER.port());
  }

  private static Problem problem(URI endpoint) {
    try (Session session = Sessions.open(endpoint, Sessions.freshKeys())) {
      return catchThrowableOfType(ProblemException.class, () -> session.tables().names()).problem();
    }
  }
}
