package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.QuerySpec.Mode;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Programs with the Enhanced Client bring what Sortkey itself brings, in the same order.
class EnhancedReadTest {
  private static final String REGION = "eu-west-1";
  private static final URI LOCAL = TestSandbox.shared().endpoint();
  private static final String ODD = "it's \"odd\" \\ ${x} 😀\n";
  private static final String LONG = "1234567890123456789012345678901234567";
  private static final Keys KEYS =
      new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "s3cretOfCode", null);
  private static Session session;
  private static TableSchema table;

  @TempDir Path folder;

  /// A read of each kind, with a word of the code that it comes to.
  enum Read {
    GET("getItem", QuerySpec.auto(List.of(eq("pk", ODD), number(Comparison.EQ, LONG + "3")))),
    SEVERAL_KEYS(
        "getItem",
        QuerySpec.auto(
            List.of(
                eq("pk", ODD),
                new Condition.In(
                    AttrPath.of("sk"), List.of(new Attr.N(LONG + "3"), new Attr.N(LONG + "4")))))),
    PARTITION("keyEqualTo", query()),
    SORT("keyEqualTo(key -> key.partitionValue(", query(number(Comparison.EQ, LONG + "3"))),
    GREATER("sortGreaterThan(", query(number(Comparison.GT, LONG + "3"))),
    AT_LEAST("sortGreaterThanOrEqualTo(", query(number(Comparison.GE, LONG + "3"))),
    LESS("sortLessThan(", query(number(Comparison.LT, LONG + "3"))),
    AT_MOST("sortLessThanOrEqualTo(", query(number(Comparison.LE, LONG + "3"))),
    BETWEEN(
        "sortBetween(",
        query(
            new Condition.Between(
                AttrPath.of("sk"), new Attr.N(LONG + "2"), new Attr.N(LONG + "4")))),
    INDEX(
        "sortBeginsWith(",
        on("by-owner", "o1", new Condition.BeginsWith(AttrPath.of("day"), new Attr.S("2026-0")))),
    ODD_INDEX(
        "(schema, name) ->",
        on("by.odd", "o1", new Condition.BeginsWith(AttrPath.of("a key's name"), new Attr.S("x")))),
    BACKWARDS(
        "scanIndexForward(false)",
        new QuerySpec(
            Mode.QUERY,
            null,
            List.of(new Attr.S(ODD)),
            List.of(),
            List.of(
                new Condition.Compare(
                    AttrPath.parse("deep.list[0]"), Comparison.GE, new Attr.N("2")),
                new Condition.NotExists(AttrPath.of("none of ours"))),
            List.of(AttrPath.of("sk"), AttrPath.parse("deep.list"), AttrPath.of("owner")),
            true,
            true,
            3)),
    LIST_ELEMENT(
        "cannot ask for a part",
        new QuerySpec(
            Mode.SCAN,
            null,
            List.of(),
            List.of(),
            List.of(eq("owner", "o1")),
            List.of(AttrPath.parse("deep.list[0]")),
            false,
            false,
            null)),
    SCAN_OF_INDEX(
        "index.scan(",
        new QuerySpec(
            Mode.SCAN, "by-owner", List.of(), List.of(), List.of(), List.of(), false, false, null));

    private final String word;
    private final QuerySpec spec;

    Read(String word, QuerySpec spec) {
      this.word = word;
      this.spec = spec;
    }
  }

  private static Condition eq(String name, String text) {
    return new Condition.Compare(AttrPath.of(name), Comparison.EQ, new Attr.S(text));
  }

  private static Condition number(Comparison comparison, String digits) {
    return new Condition.Compare(AttrPath.of("sk"), comparison, new Attr.N(digits));
  }

  private static QuerySpec query(Condition... sort) {
    return on(null, ODD, sort);
  }

  private static QuerySpec on(@Nullable String index, String partition, Condition... sort) {
    return new QuerySpec(
        Mode.QUERY,
        index,
        List.of(new Attr.S(partition)),
        List.of(sort),
        List.of(),
        List.of(),
        false,
        false,
        null);
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
                keys("pk", new KeyAttribute("sk", KeyType.N)),
                Capacity.onDemand(),
                List.of(
                    index("by-owner", keys("owner", new KeyAttribute("day", KeyType.S))),
                    index("by.odd", keys("owner", text("a key's name")))),
                false));
    session
        .writer()
        .putAll(
            "Read-me",
            Stream.of(ODD, "p")
                .flatMap(pk -> IntStream.range(0, 8).mapToObj(i -> item(pk, i)))
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

  @AfterAll
  static void close() {
    session.close();
  }

  private static KeyAttribute text(String name) {
    return new KeyAttribute(name, KeyType.S);
  }

  private static KeySchema keys(String partition, KeyAttribute sort) {
    return new KeySchema(List.of(text(partition)), List.of(sort));
  }

  private static TableDraft.IndexDraft index(String name, KeySchema keys) {
    return new TableDraft.IndexDraft(
        name,
        Index.Kind.GSI,
        keys,
        new Projection(Projection.Kind.ALL, List.of()),
        Capacity.onDemand());
  }

  private static Item item(String pk, int i) {
    var all = new LinkedHashMap<String, Attr>();
    all.put("pk", new Attr.S(pk));
    all.put("sk", new Attr.N(LONG + i));
    all.put("owner", new Attr.S("o" + i % 2));
    all.put("day", new Attr.S("2026-%02d-01".formatted(i + 5)));
    all.put("a key's name", new Attr.S("x" + i));
    all.put(
        "deep", Attr.M.of(Map.of("list", new Attr.L(List.of(new Attr.N(Integer.toString(i)))))));
    return new Item(all);
  }

  @ParameterizedTest
  @EnumSource(Read.class)
  void bringsWhatSortkeyBrings(Read read) throws Exception {
    ReadPlan plan = CodePlan.of(table, read.spec).plan();
    SourceFile file = EnhancedRead.of(table, plan, new Program.Place(REGION, LOCAL));
    assertThat(file.text()).contains(read.word).doesNotContain(KEYS.secretAccessKey());
    List<Item> expected = read(plan);
    assertThat(expected).isNotEmpty();
    boolean all = file.text().contains("cannot ask for a part");
    List<Map<String, AttributeValue>> found = run(file);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Map<String, Attr> wanted = expected.get(i).attributes();
      Map<String, AttributeValue> got = found.get(i);
      if (!all) {
        assertThat(got.keySet()).containsAll(wanted.keySet());
        if (plan.projection() != null) {
          assertThat(got.keySet()).doesNotContain("day");
        }
      }
      if (wanted.get("sk") instanceof Attr.N(String digits)) {
        assertThat(got.get("sk").n()).isEqualTo(digits);
      }
      if (wanted.get("pk") instanceof Attr.S(String pk)) {
        assertThat(got.get("pk").s()).isEqualTo(pk);
      }
    }
  }

  @Test
  void ofAPlanThatSortkeyItselfDoesApartThereIsNone() {
    ReadPlan plan = CodePlan.of(table, QuerySpec.scan()).plan();
    var apart =
        new ReadPlan(
            plan.operation(),
            plan.table(),
            null,
            plan.requests(),
            null,
            eq("owner", "o1"),
            false,
            false,
            null,
            "");
    assertThat(catchThrowable(() -> EnhancedRead.of(table, apart, new Program.Place(REGION, null))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, AttributeValue>> run(SourceFile file) throws Exception {
    String enhanced = "software.amazon.awssdk.enhanced.dynamodb.";
    try (var compiled = new Compiled(List.of(file), folder);
        DynamoDbClient client =
            DynamoDbClient.builder()
                .region(Region.of(REGION))
                .endpointOverride(LOCAL)
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(KEYS.accessKeyId(), KEYS.secretAccessKey())))
                .build()) {
      Class<?> type = compiled.type(enhanced + "DynamoDbEnhancedClient");
      Class<?> building = compiled.type(enhanced + "DynamoDbEnhancedClient$Builder");
      Object builder = type.getMethod("builder").invoke(null);
      building.getMethod("dynamoDbClient", DynamoDbClient.class).invoke(builder, client);
      Method read = compiled.type("ReadReadMe").getDeclaredMethod("read", type);
      read.setAccessible(true);
      Method map = compiled.type(enhanced + "document.EnhancedDocument").getMethod("toMap");
      List<?> documents =
          ((Stream<?>) read.invoke(null, building.getMethod("build").invoke(builder))).toList();
      var maps = new ArrayList<Map<String, AttributeValue>>();
      for (Object document : documents) {
        maps.add((Map<String, AttributeValue>) map.invoke(document));
      }
      return maps;
    }
  }

  private static List<Item> read(ReadPlan plan) {
    return session
        .reader()
        .read(
            plan,
            null,
            new Budget(1_000, 1_000, 1e9, Duration.ofMinutes(1)),
            new RowDictionary(),
            Progress.none())
        .chunks()
        .stream()
        .flatMap(chunk -> IntStream.range(0, chunk.size()).mapToObj(chunk::get))
        .toList();
  }
}
