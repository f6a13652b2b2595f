package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Programs that read are run where their language is at hand, and bring as many items as Sortkey
/// does; the others keep to their shape.
class ReadSourcesTest {
  private static final String REGION = "eu-west-1";
  private static final String ODD = "it's \"odd\" \\ ${x} #{y} 😀\n\ttab";
  private static final URI LOCAL = TestSandbox.shared().endpoint();
  private static final Keys KEYS =
      new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "s3cretOfCode", null);
  private static final Program.Place PLACE = new Program.Place(REGION, LOCAL);
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", KEYS.accessKeyId(), "AWS_SECRET_ACCESS_KEY", KEYS.secretAccessKey());
  private static Session session;
  private static TableSchema table;

  @TempDir Path folder;

  /// A read of each shape.
  enum Shape {
    GET(1, "GetItem", eq("pk", ODD), eq("sk", "1")),
    SEVERAL_KEYS(
        3,
        "BatchGetItem",
        eq("pk", ODD),
        new Condition.In(
            AttrPath.of("sk"), List.of(new Attr.N("0"), new Attr.N("1"), new Attr.N("2.0")))),
    QUERY(
        5,
        "Query",
        eq("pk", ODD),
        new Condition.Compare(AttrPath.of("sk"), Comparison.GE, new Attr.N("5"))),
    SEVERAL_QUERIES(
        20,
        "Query",
        new Condition.In(AttrPath.of("pk"), List.of(new Attr.S(ODD), new Attr.S("plain")))),
    SCAN(
        10,
        "Scan",
        new Condition.Compare(
            AttrPath.of("b"), Comparison.EQ, new Attr.B(Bytes.of((byte) 0, (byte) -1))));

    private final int items;
    private final String operation;
    private final List<Condition> conditions;

    Shape(int items, String operation, Condition... conditions) {
      this.items = items;
      this.operation = operation;
      this.conditions = List.of(conditions);
    }

    private ReadPlan plan() {
      return CodePlan.of(table, QuerySpec.auto(conditions)).plan();
    }

    Program program() {
      Program program = Program.of(plan());
      assertThat(program.operation().api()).isEqualTo(operation);
      return program;
    }
  }

  private static Condition eq(String name, String value) {
    Attr attr = name.equals("sk") ? new Attr.N(value) : new Attr.S(value);
    return new Condition.Compare(AttrPath.of(name), Comparison.EQ, attr);
  }

  @BeforeAll
  static void fill() {
    session =
        new SdkConnector()
            .open(
                new Connection(
                    "code",
                    "code",
                    Connection.Kind.SANDBOX,
                    null,
                    LOCAL,
                    REGION,
                    Environment.SANDBOX),
                KEYS);
    session
        .tables()
        .create(
            new TableDraft(
                "Read-me",
                new KeySchema(
                    List.of(new KeyAttribute("pk", KeyType.S)),
                    List.of(new KeyAttribute("sk", KeyType.N))),
                Capacity.onDemand(),
                List.of(),
                false));
    session
        .writer()
        .putAll(
            "Read-me",
            Stream.of(ODD, "plain")
                .flatMap(pk -> IntStream.range(0, 10).mapToObj(sk -> item(pk, sk)))
                .iterator(),
            Progress.none());
    TableSchema described = session.tables().describe("Read-me");
    // As if it were large: of a small one a Scan is the cheapest read.
    table =
        new TableSchema(
            described.name(),
            described.arn(),
            described.status(),
            described.keys(),
            described.indexes(),
            described.capacity(),
            described.tableClass(),
            described.deletionProtection(),
            1_000_000,
            1_000_000_000,
            described.created());
  }

  private static Item item(String pk, int sk) {
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put("pk", new Attr.S(pk));
    attributes.put("sk", new Attr.N(Integer.toString(sk)));
    attributes.put("b", new Attr.B(Bytes.of((byte) 0, (byte) (sk % 2 == 0 ? -1 : 1))));
    return new Item(attributes);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void java(Shape shape) throws Exception {
    SourceFile file = new JavaSdk(PLACE).program(shape.program());
    try (var compiled = new Compiled(List.of(file), folder);
        DynamoDbClient client =
            DynamoDbClient.builder()
                .region(Region.of(REGION))
                .endpointOverride(LOCAL)
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(KEYS.accessKeyId(), KEYS.secretAccessKey())))
                .build()) {
      Method read = compiled.type("ReadReadMe").getDeclaredMethod("read", DynamoDbClient.class);
      read.setAccessible(true);
      assertThat(((Stream<?>) read.invoke(null, client)).count()).isEqualTo(shape.items);
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void python(Shape shape) throws Exception {
    Tool.need("python3", "-c", "import boto3");
    Path file = Tool.write(folder, PythonSource.of(shape.program(), PLACE));
    String said = Tool.run(CREDENTIALS, "python3", file.toString()).well().said();
    assertThat(said.lines().filter(line -> line.startsWith("{"))).as(said).hasSize(shape.items);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void javaScript(Shape shape) throws Exception {
    Tool.need("node", "--version");
    Path file = Tool.write(folder, JavaScriptSource.of(shape.program(), PLACE));
    Tool.run(CREDENTIALS, "node", "--check", file.toString()).well();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void commandLine(Shape shape) throws Exception {
    Tool.need("bash", "--version");
    Path file = Tool.write(folder, CliSource.of(shape.program(), PLACE, null));
    Tool.run(CREDENTIALS, "bash", "-n", file.toString()).well();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void go(Shape shape) throws Exception {
    Tool.need("gofmt", "-h");
    Path file = Tool.write(folder, GoSource.of(shape.program(), PLACE));
    Tool.run(CREDENTIALS, "gofmt", "-e", file.toString()).well();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void rust(Shape shape) throws Exception {
    Tool.need("rustfmt", "--version");
    Path file = Tool.write(folder, RustSource.of(shape.program(), PLACE));
    Tool.run(CREDENTIALS, "rustfmt", "--edition", "2021", file.toString()).well();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void theOthersAreBalancedAndHoldTheValues(Shape shape) {
    for (SourceFile file :
        List.of(
            GoSource.of(shape.program(), PLACE),
            CSharpSource.of(shape.program(), PLACE),
            RustSource.of(shape.program(), PLACE))) {
      String bare = file.text().replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "");
      for (String pair : List.of("()", "[]", "{}")) {
        assertThat(bare.chars().filter(c -> c == pair.charAt(0)).count())
            .as(file.text())
            .isEqualTo(bare.chars().filter(c -> c == pair.charAt(1)).count());
      }
      assertThat(file.text()).contains("Read-me").doesNotContain(KEYS.secretAccessKey());
      if (shape != Shape.SCAN) {
        assertThat(file.text()).contains("it's \\\"odd\\\" \\\\ ${x} #{y} 😀\\n\\ttab");
      }
    }
  }

  @AfterAll
  static void close() {
    session.close();
  }
}
