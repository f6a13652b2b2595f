package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.codegen.CodeSubject.OneItem;
import dev.sortkey.core.codegen.CodeSubject.Operation;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.progress.Progress;
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
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs that write one item write it to the last digit, once, and then are stopped by their
/// condition. They are run where their language is at hand; of the others the syntax is checked.
class WriteSourcesTest {
  private static final String REGION = "eu-west-1";
  private static final URI LOCAL = TestSandbox.shared().endpoint();
  private static final Program.Place PLACE = new Program.Place(REGION, LOCAL);
  private static final Keys KEYS =
      new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "s3cretOfCode", null);
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID",
          KEYS.accessKeyId(),
          "AWS_SECRET_ACCESS_KEY",
          KEYS.secretAccessKey(),
          "PYTHONIOENCODING",
          "utf-8",
          "LC_ALL",
          "C.UTF-8");

  /// Quotes of all kinds, what templates begin with, line ends of all kinds, marks that no one
  /// sees.
  private static final String ODD =
      "it's \"odd\" \\ `x` $(id) ${x} %{y} #{z} %s 😀 é\n\r\t\u2028\u202e\ufeff\u200d\u0000\u007f -";

  private static final Item ORIGINAL =
      readItem(
          """
          {"pk": {"S": "%s"}, "sk": {"N": "-1.5"},
           "gone": {"S": "x"}, "status": {"S": ""}, "map": {"M": {"a": {"N": "1"}, "b": {"L": []}}}}
          """
              .formatted("k'\\\"😀"));

  private static final Item PLAIN =
      readItem(
          """
          {"pk": {"S": "%s"}, "sk": {"N": "-1.5"}, "status": {"S": "–"},
           "map": {"M": {"a": {"N": "12345678901234567890123456789012345678"},
                         "b": {"L": [{"NULL": true}, {"BOOL": false}, {"M": {}}, {"L": []}]}}},
           "__proto__": {"M": {"__proto__": {"S": ""}, "size of [0].x": {"N": "1E-130"}}},
           "texts": {"SS": ["", "a'b", "😀"]}, "numbers": {"NS": ["-0.1", "1e125", "3"]}}
          """
              .formatted("k'\\\"😀"));

  private static final Item EDITED = edited();

  private static Session session;
  private static TableSchema table;

  @TempDir Path folder;

  private static Item readItem(String json) {
    try {
      return DynamoJson.readItem(json);
    } catch (JsonFault e) {
      throw new AssertionError(json, e);
    }
  }

  private static Item edited() {
    var all = new LinkedHashMap<>(PLAIN.attributes());
    all.putAll(
        readItem(
                "{\"B\": {\"B\": \"AP8Q\"}, \"empty\": {\"B\": \"\"}, \"bytes\": {\"BS\": [\"AA==\", \"/w==\"]}}")
            .attributes());
    all.put("odd", new Attr.S(ODD));
    return new Item(all);
  }

  /// A write of each kind, on an item that is there or not.
  enum Write {
    PUT {
      @Override
      Change change(Item edited) {
        return new Change.Insert(edited);
      }
    },
    UPDATE {
      @Override
      Change change(Item edited) {
        return new Change.Update(ORIGINAL, edited);
      }
    },
    DELETE {
      @Override
      Change change(Item edited) {
        return new Change.Delete(edited);
      }
    };

    abstract Change change(Item edited);

    Program program(Item edited) {
      var one = OneItem.of(change(edited));
      assertThat(one.operations().getFirst()).hasToString(name());
      return one.program(table, one.operations().getFirst());
    }
  }

  @BeforeAll
  static void create() {
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
                "Write-me",
                new KeySchema(
                    List.of(new KeyAttribute("pk", KeyType.S)),
                    List.of(new KeyAttribute("sk", KeyType.N))),
                Capacity.onDemand(),
                List.of(),
                false));
    table = session.tables().describe("Write-me");
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @BeforeEach
  void nothingThere() {
    stored()
        .ifPresent(item ->
            session.writer().write(table, List.of(new Change.Delete(item)), Progress.none()));
  }

  private static Optional<Item> stored() {
    return session.reader().get(table, table.keyOf(ORIGINAL));
  }

  /// Lays out what the write expects to find.
  private static void before(Write write, Item edited) {
    Item there =
        switch (write) {
          case PUT -> null;
          case UPDATE -> ORIGINAL;
          case DELETE -> edited;
        };
    if (there != null) {
      session.writer().putAll(table.name(), Stream.of(there).iterator(), Progress.none());
    }
  }

  private static void written(Write write, Item edited) {
    Item now = stored().orElse(null);
    if (write == Write.DELETE) {
      assertThat(now).isNull();
    } else {
      assertThat(now).isNotNull();
      assertThat(new Change.Insert(edited).made(now)).as("%s", now).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void java(Write write) throws Exception {
    before(write, EDITED);
    SourceFile file = new JavaSdk(PLACE).program(write.program(EDITED));
    try (var compiled = new Compiled(List.of(file), folder);
        DynamoDbClient client = client()) {
      Method method =
          compiled
              .type(file.name().replace(".java", ""))
              .getDeclaredMethod("write", DynamoDbClient.class);
      method.setAccessible(true);
      method.invoke(null, client);
      written(write, EDITED);
      assertThatThrownBy(() -> method.invoke(null, client))
          .isInstanceOf(InvocationTargetException.class)
          .hasCauseInstanceOf(ConditionalCheckFailedException.class);
    }
  }

  @Test
  void aTextLongerThanAConstantComesWholeIntoJavaAndTheShell() throws Exception {
    var all = new LinkedHashMap<>(ORIGINAL.attributes());
    String longest = "é😀'".repeat(40_000);
    all.put("long", new Attr.S(longest));
    Program program = Write.PUT.program(new Item(all));
    SourceFile file = new JavaSdk(PLACE).program(program);
    try (var compiled = new Compiled(List.of(file), folder);
        DynamoDbClient client = client()) {
      Method method =
          compiled.type("PutWriteMeItem").getDeclaredMethod("write", DynamoDbClient.class);
      method.setAccessible(true);
      method.invoke(null, client);
      assertThat(stored().orElseThrow().get("long")).isEqualTo(new Attr.S(longest));
    }
    Tool.need("bash", "--version");
    String said = shell("aws() { cat; }", CliSource.of(program, PLACE, null));
    assertThat(readItem(new JsonMapper().readTree(said).get("Item").toString()))
        .isEqualTo(new Item(all));
    Tool.need("aws", "--version");
    nothingThere();
    Path script = Tool.write(folder, CliSource.of(program, PLACE, null));
    Tool.run(CREDENTIALS, "bash", script.toString()).well();
    assertThat(stored().orElseThrow().get("long")).isEqualTo(new Attr.S(longest));
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void python(Write write) throws Exception {
    Tool.need("python3", "-c", "import boto3");
    before(write, EDITED);
    Path file = Tool.write(folder, PythonSource.of(write.program(EDITED), PLACE));
    Tool.run(CREDENTIALS, "python3", file.toString()).well();
    written(write, EDITED);
    assertThat(Tool.run(CREDENTIALS, "python3", file.toString()).said())
        .contains("ConditionalCheckFailedException");
  }

  /// The SDK's stand-in prints what it is given, as DynamoDB JSON.
  @ParameterizedTest
  @EnumSource(Write.class)
  void javaScript(Write write) throws Exception {
    Tool.need("node", "--version");
    Program program = write.program(EDITED);
    Path file = Tool.write(folder, JavaScriptSource.of(program, PLACE));
    Tool.run(CREDENTIALS, "node", "--check", file.toString()).well();
    Path sdk = Files.createDirectories(folder.resolve("node_modules/@aws-sdk/client-dynamodb"));
    Files.writeString(
        sdk.resolve("package.json"), "{\"type\": \"module\", \"exports\": \"./index.js\"}");
    Files.writeString(
        sdk.resolve("index.js"),
        """
        class Command { constructor(input) { this.input = input; } }
        export class PutItemCommand extends Command {}
        export class UpdateItemCommand extends Command {}
        export class DeleteItemCommand extends Command {}
        export class DynamoDBClient {
            async send(command) {
                console.log(JSON.stringify(command.input, function (name, value) {
                    return this[name] instanceof Uint8Array ? this[name].toString("base64") : value;
                }));
            }
        }
        """);
    String said = Tool.run(CREDENTIALS, "node", file.toString()).well().said();
    same(program, new JsonMapper().readTree(said));
  }

  /// The shell hands the words on as they are meant.
  @ParameterizedTest
  @EnumSource(Write.class)
  void shell(Write write) throws Exception {
    Tool.need("bash", "--version");
    Program program = write.program(EDITED);
    String said =
        shell("aws() { printf '%s\\0' \"$@\"; }", CliSource.of(program, PLACE, "a profile"));
    List<String> words = List.of(said.split("\0"));
    var request = new JsonMapper().createObjectNode();
    for (Call.Parameter parameter : program.calls().getFirst().parameters()) {
      String option =
          "--" + parameter.name().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      String word = words.get(words.indexOf(option) + 1);
      request.set(
          parameter.name(),
          parameter.value() instanceof Call.Text
              ? request.stringNode(word)
              : new JsonMapper().readTree(word));
    }
    same(program, request);
    boolean binary = write != Write.UPDATE || said.contains("{\"B\":");
    assertThat(words.contains("--cli-binary-format")).isEqualTo(binary);
    assertThat(words).endsWith("--profile", "a profile");
  }

  /// The AWS CLI takes it so; its version 1 has no safe way for binary and refuses that.
  @ParameterizedTest
  @EnumSource(Write.class)
  void commandLine(Write write) throws Exception {
    Tool.need("aws", "--version");
    before(write, PLAIN);
    Path file = Tool.write(folder, CliSource.of(write.program(PLAIN), PLACE, null));
    Tool.run(CREDENTIALS, "bash", file.toString()).well();
    written(write, PLAIN);
    assertThat(Tool.run(CREDENTIALS, "bash", file.toString()).said())
        .contains("ConditionalCheckFailedException");
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void go(Write write) throws Exception {
    SourceFile source = GoSource.of(write.program(EDITED), PLACE);
    assertThat(source.text().lines()).noneMatch(line -> line.matches("\t* .*"));
    Tool.need("gofmt", "-h");
    Path file = Tool.write(folder, source);
    Tool.run(CREDENTIALS, "gofmt", "-e", file.toString()).well();
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void rust(Write write) throws Exception {
    Tool.need("rustfmt", "--version");
    Path file = Tool.write(folder, RustSource.of(write.program(EDITED), PLACE));
    Tool.run(CREDENTIALS, "rustfmt", "--edition", "2021", file.toString()).well();
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void cSharpIsBalanced(Write write) {
    SourceFile file = CSharpSource.of(write.program(EDITED), PLACE);
    String bare = file.text().replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "");
    for (String pair : List.of("()", "[]", "{}")) {
      assertThat(bare.chars().filter(c -> c == pair.charAt(0)).count())
          .as(file.text())
          .isEqualTo(bare.chars().filter(c -> c == pair.charAt(1)).count());
    }
    assertThat(file.text())
        .contains(
            write.name().charAt(0)
                + write.name().substring(1).toLowerCase(Locale.ROOT)
                + "ItemAsync(request)");
  }

  @Test
  void aGetAsksForTheKeyAndOfAnItemReadInPartNothingElseIsOffered() throws Exception {
    before(Write.UPDATE, EDITED);
    var one = new OneItem(ORIGINAL, true, null);
    assertThat(one.operations()).containsExactly(Operation.GET, Operation.PUT, Operation.DELETE);
    assertThat(new OneItem(ORIGINAL, false, null).operations()).containsExactly(Operation.GET);
    SourceFile file = new JavaSdk(PLACE).program(one.program(table, Operation.GET));
    assertThat(file.text()).contains(".consistentRead(true)");
    try (var compiled = new Compiled(List.of(file), folder);
        DynamoDbClient client = client()) {
      Method read = compiled.type("ReadWriteMe").getDeclaredMethod("read", DynamoDbClient.class);
      read.setAccessible(true);
      assertThat(((Stream<?>) read.invoke(null, client)).toList()).hasSize(1);
    }
  }

  /// Compares a request in JSON with what is meant, value by value.
  private static void same(Program program, JsonNode request) {
    List<Call.Parameter> parameters = program.calls().getFirst().parameters();
    assertThat(request.propertyNames())
        .containsExactlyElementsOf(parameters.stream().map(Call.Parameter::name).toList());
    for (Call.Parameter parameter : parameters) {
      JsonNode value = request.get(parameter.name());
      switch (parameter.value()) {
        case Call.Text(String text) -> assertThat(value.stringValue()).isEqualTo(text);
        case Call.Names(var names) ->
            names.forEach((placeholder, name) ->
                assertThat(value.get(placeholder).stringValue()).isEqualTo(name));
        case Call.Attributes(var attributes) ->
            assertThat(readItem(value.toString()).attributes())
                .containsExactlyEntriesOf(attributes);
        default -> throw new AssertionError(parameter);
      }
    }
  }

  /// What a script says with a stand-in for the AWS CLI before it.
  private String shell(String aws, SourceFile file) throws Exception {
    Path script = Tool.write(folder, new SourceFile("stand-in.sh", aws + "\n" + file.text()));
    return Tool.run(CREDENTIALS, "bash", script.toString()).well().said();
  }

  private static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .region(Region.of(REGION))
        .endpointOverride(LOCAL)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(KEYS.accessKeyId(), KEYS.secretAccessKey())))
        .build();
  }
}
