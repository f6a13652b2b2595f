package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.PropertiesPropertySource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What is generated compiles against the real libraries, and reads the items that are there.
class GeneratedCodeTest {
  private static final String REGION = "eu-west-1";
  private static final int ITEMS = 60;
  private static final Keys KEYS = freshKeys();
  private static final URI LOCAL = TestSandbox.shared().endpoint();

  private static Session session;

  @TempDir Path folder;

  @BeforeAll
  static void fill() {
    session = new SdkConnector().open(connection(), KEYS);
    for (SampleTable table : SampleTables.all()) {
      session.tables().create(table.draft());
      session.writer().putAll(table.draft().name(), items(table).iterator(), Progress.none());
    }
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CustomerOrders", "Shop", "AllTypes"})
  void aSpringBootApplicationReadsAndWritesTheSameItems(String name) throws Exception {
    TableSchema table = session.tables().describe(name);
    List<Item> before = read(Planner.plan(table, QuerySpec.scan()));
    List<SourceFile> files = SpringBoot.files(table, before, REGION, LOCAL);
    String entity = JavaNames.singular(name);
    System.setProperty("aws.accessKeyId", KEYS.accessKeyId());
    System.setProperty("aws.secretAccessKey", KEYS.secretAccessKey());
    try (var compiled = new Compiled(files, folder);
        var spring = new AnnotationConfigApplicationContext()) {
      spring.setClassLoader(compiled.loader());
      var properties = new Properties();
      properties.load(new StringReader(files.get(1).text()));
      spring
          .getEnvironment()
          .getPropertySources()
          .addFirst(new PropertiesPropertySource("application", properties));
      spring.register(
          compiled.type("com.example.orders.DynamoDbConfiguration"),
          compiled.type("com.example.orders." + entity + "Repository"));
      spring.refresh();
      Object repository =
          spring.getBean(compiled.type("com.example.orders." + entity + "Repository"));
      List<?> found = ((Stream<?>) call(repository, "findAll")).toList();
      assertThat(found).hasSameSizeAs(before);
      // Through the entity and back, and every value is still there.
      for (Object each : found) {
        call(repository, "save", each);
      }
      Map<ItemKey, Item> after =
          read(Planner.plan(table, QuerySpec.scan())).stream()
              .collect(Collectors.toMap(table::keyOf, item -> item));
      for (Item item : before) {
        assertThat(after.get(table.keyOf(item)).attributes())
            .containsExactlyInAnyOrderEntriesOf(bare(item.attributes()));
      }
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
    session.writer().putAll(name, before.iterator(), Progress.none());
  }

  @Test
  void theGuidesRepositoryFindsItsOrder() throws Exception {
    TableSchema table = session.tables().describe("CustomerOrders");
    List<SourceFile> files =
        SpringBoot.files(table, read(Planner.plan(table, QuerySpec.scan())), REGION, LOCAL);
    String repository = files.getLast().text();
    assertThat(repository)
        .contains("Optional<CustomerOrder> find(String orderID, String customerID)")
        .contains("Stream<CustomerOrder> findByOrderID(String orderID)");
    assertThat(files.getFirst().text())
        .as("the version that the tests run with")
        .contains("<version>" + VersionInfo.SDK_VERSION + "</version>");
    assertThat(files.get(3).text())
        .contains("private BigDecimal totalAmount;")
        .contains("private List<CustomerOrderItem> items;");
    assertThat(files.stream().map(SourceFile::text).collect(Collectors.joining()))
        .as("no key in the code")
        .doesNotContain(KEYS.accessKeyId())
        .doesNotContain(KEYS.secretAccessKey());
  }

  @Test
  void aQueryAsAProgramReadsWhatSortkeyReads() throws Exception {
    TableSchema orders = session.tables().describe("CustomerOrders");
    var query =
        new QuerySpec(
            QuerySpec.Mode.QUERY,
            null,
            List.of(new Attr.S("1001")),
            List.of(),
            List.of(
                new Condition.Compare(
                    AttrPath.parse("Items[0].Quantity"), Condition.Comparison.GE, new Attr.N("1"))),
            List.of(),
            true,
            true,
            5);
    for (QuerySpec spec : List.of(query, QuerySpec.scan())) {
      ReadPlan plan = Planner.plan(orders, spec);
      SourceFile file = new JavaSdk(new Program.Place(REGION, LOCAL)).program(Program.of(plan));
      try (var compiled = new Compiled(List.of(file), folder);
          DynamoDbClient client = client(KEYS)) {
        Method read =
            compiled.type("ReadCustomerOrders").getDeclaredMethod("read", DynamoDbClient.class);
        read.setAccessible(true);
        long count = ((Stream<?>) read.invoke(null, client)).count();
        assertThat(count).isEqualTo(read(plan).size()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CustomerOrders", "Shop", "AllTypes"})
  void aTableAsAProgramCreatesItsLike(String name) throws Exception {
    TableSchema table = session.tables().describe(name);
    SourceFile file = new JavaSdk(new Program.Place(REGION, LOCAL)).create(table);
    Keys elsewhere = freshKeys();
    try (var compiled = new Compiled(List.of(file), folder);
        DynamoDbClient client = client(elsewhere);
        Session other = new SdkConnector().open(connection(), elsewhere)) {
      Method create =
          compiled.type("Create" + name).getDeclaredMethod("create", DynamoDbClient.class);
      create.setAccessible(true);
      create.invoke(null, client);
      TableSchema made = other.tables().describe(name);
      assertThat(made.keys()).isEqualTo(table.keys());
      assertThat(made.capacity()).isEqualTo(table.capacity());
      assertThat(shapes(made)).isEqualTo(shapes(table));
    }
  }

  @Test
  void aQueryAsACommandComesThroughTheShellUnchanged() throws Exception {
    assumeThat(Files.isExecutable(Path.of("/bin/bash"))).as("needs bash").isTrue();
    TableSchema orders = session.tables().describe("CustomerOrders");
    String odd = "it's \"1001\" $(id) `x` \\ é\n-x";
    var spec =
        new QuerySpec(
            QuerySpec.Mode.QUERY,
            null,
            List.of(new Attr.S(odd)),
            List.of(),
            List.of(),
            List.of(),
            true,
            false,
            7);
    ReadPlan plan = Planner.plan(orders, spec);
    SourceFile file = CliSource.of(Program.of(plan), new Program.Place(REGION, null), "my profile");
    List<String> words = words(file.text());
    assertThat(words.subList(0, 4))
        .containsExactly("dynamodb", "query", "--table-name", "CustomerOrders");
    assertThat(words)
        .containsSubsequence("--key-condition-expression", plan.keyCondition())
        .containsSubsequence("--no-scan-index-forward", "--max-items", "7", "--region", REGION)
        .endsWith("--profile", "my profile");
    String values = words.get(words.indexOf("--expression-attribute-values") + 1);
    assertThat(DynamoJson.readItem(values).attributes()).isEqualTo(plan.values());
  }

  /// What a shell makes of the command behind its first word.
  private List<String> words(String command) throws IOException, InterruptedException {
    Path script =
        Files.writeString(
            folder.resolve("command.sh"), "aws() { printf '%s\\0' \"$@\"; }\n" + command);
    Process process =
        new ProcessBuilder("/bin/bash", script.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return List.of(said.split("\0"));
  }

  private static Object call(Object target, String method, Object... arguments) throws Exception {
    for (Method each : target.getClass().getMethods()) {
      if (each.getName().equals(method) && each.getParameterCount() == arguments.length) {
        return each.invoke(target, arguments);
      }
    }
    throw new AssertionError("no method " + method);
  }

  private static List<Item> read(ReadPlan plan) {
    var dictionary = new RowDictionary();
    return session
        .reader()
        .read(
            plan,
            null,
            new Budget(10_000, 100_000, 1e9, Duration.ofMinutes(5)),
            dictionary,
            Progress.none())
        .chunks()
        .stream()
        .flatMap(chunk -> IntStream.range(0, chunk.size()).mapToObj(chunk::get))
        .toList();
  }

  private static LinkedHashMap<String, Attr> bare(Map<String, Attr> fields) {
    var bare = new LinkedHashMap<String, Attr>();
    fields.forEach((name, value) -> {
      if (!(value instanceof Attr.Null)) {
        bare.put(name, value instanceof Attr.M(var inner) ? Attr.M.of(bare(inner)) : value);
      }
    });
    return bare;
  }

  private static Set<List<Object>> shapes(TableSchema table) {
    return table.indexes().stream()
        .map(index -> List.<Object>of(index.name(), index.kind(), index.keys(), index.projection()))
        .collect(Collectors.toSet());
  }

  private static List<Item> items(SampleTable table) {
    var items = new ArrayList<Item>();
    table
        .items()
        .get()
        .forEachRemaining(item -> {
          if (items.size() < ITEMS) {
            items.add(item);
          }
        });
    return items;
  }

  private static DynamoDbClient client(Keys keys) {
    return DynamoDbClient.builder()
        .region(Region.of(REGION))
        .endpointOverride(LOCAL)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
        .build();
  }

  private static Keys freshKeys() {
    return new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "s3cretOfCode", null);
  }

  private static Connection connection() {
    return new Connection(
        "code", "code", Connection.Kind.SANDBOX, null, LOCAL, REGION, Environment.SANDBOX);
  }
}
