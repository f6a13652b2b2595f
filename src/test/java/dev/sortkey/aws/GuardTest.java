package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.StandIn;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Nothing that changes anything leaves a read-only connection: every operation of every client is
/// called, and what arrives at the other end is counted.
class GuardTest {
  /// Judged by name alone, independently of the guard's own list.
  private static final Set<String> READING =
      Set.of("get", "batchGet", "describe", "list", "query", "scan", "transactGet");

  /// What Sortkey's pages cannot do without.
  private static final Set<String> NEEDED =
      Set.of(
          "getItem",
          "batchGetItem",
          "transactGetItems",
          "query",
          "scan",
          "describeTable",
          "listTables",
          "describeTimeToLive",
          "describeContinuousBackups",
          "listBackups",
          "describeBackup",
          "listTagsOfResource",
          "getResourcePolicy",
          "describeKinesisStreamingDestination",
          "describeStream",
          "getShardIterator",
          "getRecords",
          "listStreams",
          "listEventSourceMappings",
          "listFunctions",
          "getMetricData",
          "listMetrics",
          "listAliases",
          "describeKey",
          "listKeys",
          "describeScalableTargets",
          "describeScalingPolicies",
          "getCallerIdentity");

  private final StandIn wire = new StandIn(null);
  private final Guard guard = new Guard(true);

  @AfterEach
  void close() {
    wire.close();
  }

  record Client(Class<?> type, AwsClientBuilder<?, ?> builder) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  static Stream<Client> clients() {
    return Stream.of(
        new Client(DynamoDbClient.class, DynamoDbClient.builder()),
        new Client(DynamoDbStreamsClient.class, DynamoDbStreamsClient.builder()),
        new Client(LambdaClient.class, LambdaClient.builder()),
        new Client(CloudWatchClient.class, CloudWatchClient.builder()),
        new Client(KmsClient.class, KmsClient.builder()),
        new Client(ApplicationAutoScalingClient.class, ApplicationAutoScalingClient.builder()),
        new Client(StsClient.class, StsClient.builder()),
        new Client(SsoClient.class, SsoClient.builder()),
        new Client(SsoOidcClient.class, SsoOidcClient.builder()));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void onlyReadsReachTheWire(Client kind) throws Exception {
    Set<String> arrived = new TreeSet<>();
    Set<String> refused = new TreeSet<>();
    try (AutoCloseable client = (AutoCloseable) connected(kind)) {
      for (Method operation : operations(kind.type())) {
        int before = wire.requests().size();
        Throwable thrown = call(client, operation);
        if (wire.requests().size() > before) {
          arrived.add(operation.getName());
        } else {
          refused.add(operation.getName());
          assertThat(thrown).as(operation.getName()).isInstanceOf(ProblemException.class);
          Problem problem = ((ProblemException) thrown).problem();
          assertThat(problem.kind()).isEqualTo(Problem.Kind.READ_ONLY);
          assertThat(problem.detail().toLowerCase()).contains(operation.getName().toLowerCase());
          assertThat(problem.remedies()).contains(Problem.Remedy.ALLOW_WRITES);
        }
      }
    }
    assertThat(arrived.size() + refused.size()).as("operations found").isGreaterThan(3);
    assertThat(arrived).as("writes").allMatch(GuardTest::readsByName);
    assertThat(refused).as("reads that pages need").doesNotContainAnyElementsOf(NEEDED);
  }

  /// Else the test above could pass because nothing arrives at all.
  @ParameterizedTest
  @MethodSource("clients")
  void everythingReachesTheWireOnceWritesAreAllowed(Client kind) throws Exception {
    guard.readOnly(false);
    try (AutoCloseable client = (AutoCloseable) connected(kind)) {
      for (Method operation : operations(kind.type())) {
        int before = wire.requests().size();
        Throwable thrown = call(client, operation);
        assertThat(wire.requests().size())
            .as(operation.getName() + ": " + thrown)
            .isGreaterThan(before);
      }
    }
  }

  @Test
  void partiQlIsJudgedByAllItsStatements() {
    String read = "SELECT * FROM Orders";
    String write = "DELETE FROM Orders WHERE id = '1'";
    try (DynamoDbClient client = (DynamoDbClient) connected(clients().toList().getFirst())) {
      List<ThrowingCallable> refused =
          List.of(
              () -> client.executeStatement(r -> r.statement(write)),
              () -> client.executeStatement(r -> {}),
              () -> client.batchExecuteStatement(batch(read, write)),
              () -> client.batchExecuteStatement(batch()),
              () -> client.executeTransaction(transaction(read, write)),
              () -> client.executeTransaction(transaction()));
      for (ThrowingCallable call : refused) {
        assertThatThrownBy(call).isInstanceOf(ProblemException.class);
      }
      assertThat(wire.requests()).isEmpty();
      catchThrowable(() -> client.executeStatement(r -> r.statement(read)));
      catchThrowable(() -> client.batchExecuteStatement(batch(read)));
      catchThrowable(() -> client.executeTransaction(transaction(read)));
      assertThat(wire.requests()).hasSize(3);
    }
  }

  private static BatchExecuteStatementRequest batch(String... statements) {
    return BatchExecuteStatementRequest.builder()
        .statements(
            Stream.of(statements)
                .map(text -> BatchStatementRequest.builder().statement(text).build())
                .toList())
        .build();
  }

  private static ExecuteTransactionRequest transaction(String... statements) {
    return ExecuteTransactionRequest.builder()
        .transactStatements(
            Stream.of(statements)
                .map(text -> ParameterizedStatement.builder().statement(text).build())
                .toList())
        .build();
  }

  @Test
  void aProductionSessionBeginsReadOnlyAndWritesOnlyAfterAWord() {
    URI local = TestSandbox.shared().endpoint();
    try (var aws = new StandIn(local);
        Session session = open(aws.endpoint(), Environment.PRODUCTION)) {
      assertThat(session.readOnly()).isTrue();
      int before = aws.requests().size();
      assertThatThrownBy(() -> session.tables().create(Sessions.draft("Guarded")))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.READ_ONLY));
      assertThat(aws.requests()).hasSize(before);

      session.readOnly(false);
      TableSchema table = session.tables().create(Sessions.draft("Guarded"));
      session.readOnly(true);
      var item = Item.of(Map.of("pk", new Attr.S("a"), "sk", new Attr.N("1")));
      WriteReport report =
          session.writer().write(table, List.of(new Change.Insert(item)), Progress.none());
      assertThat(report.applied()).isZero();
      assertThat(aws.requests()).noneMatch(request -> request.operation().equals("PutItem"));
      assertThat(session.tables().names()).contains("Guarded");
    }
  }

  @ParameterizedTest
  @MethodSource("free")
  void otherEnvironmentsBeginFreeToWrite(Environment environment) {
    try (Session session = open(wire.endpoint(), environment)) {
      assertThat(session.readOnly()).isFalse();
    }
  }

  static Stream<Environment> free() {
    return Arrays.stream(Environment.values()).filter(e -> e != Environment.PRODUCTION);
  }

  private static Session open(URI endpoint, Environment environment) {
    return Sessions.noFiles()
        .open(
            new Connection(
                "id", "shop", Connection.Kind.ENDPOINT, null, endpoint, "eu-west-1", environment),
            Sessions.freshKeys());
  }

  private static boolean readsByName(String operation) {
    return READING.stream()
        .anyMatch(prefix ->
            operation.startsWith(prefix)
                && (operation.length() == prefix.length()
                    || Character.isUpperCase(operation.charAt(prefix.length()))));
  }

  private Object connected(Client kind) {
    return kind.builder()
        .endpointOverride(wire.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDGUARD", "secret")))
        .overrideConfiguration(
            c -> c.addExecutionInterceptor(guard).retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  /// The methods that take one request, one for each operation.
  private static List<Method> operations(Class<?> client) {
    List<Method> found = new ArrayList<>();
    for (Method method : client.getMethods()) {
      boolean operation =
          method.getParameterCount() >= 1
              && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
              && method.getParameterCount() == 1
              && !method.getName().endsWith("Paginator");
      if (operation) {
        found.add(method);
      }
    }
    return found;
  }

  private static Throwable call(Object client, Method operation) throws Exception {
    try {
      operation.invoke(client, minimal(operation.getParameterTypes()[0]));
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  /// A request whose texts and numbers are filled, since parts of addresses must not be empty.
  private static Object minimal(Class<?> request) throws Exception {
    Object builder = request.getMethod("builder").invoke(null);
    for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
      if (field.marshallingType() == MarshallingType.STRING) {
        field.set(builder, "SELECTED");
      } else if (field.marshallingType() == MarshallingType.LONG) {
        field.set(builder, 1L);
      }
    }
    Method build = Class.forName(request.getName() + "$Builder").getMethod("build");
    return build.invoke(builder);
  }
}
