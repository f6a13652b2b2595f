package dev.sortkey.core.codegen;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A read as a Java program with the DynamoDB Enhanced Client, on documents, so that it needs no
/// classes for its items.
public final class EnhancedRead {
  private static final String DEEP = " ".repeat(24);

  /// The key conditions for which the Enhanced Client has a word.
  private static final Pattern KEY_CONDITION =
      Pattern.compile(
          "(?<p>#n\\d+) = (?<pv>:v\\d+)( AND ("
              + "(?<s>#n\\d+) (?<sign>=|<|<=|>|>=) (?<sv>:v\\d+)"
              + "|begins_with\\((?<b>#n\\d+), (?<bv>:v\\d+)\\)"
              + "|(?<r>#n\\d+) BETWEEN (?<low>:v\\d+) AND (?<high>:v\\d+)))?");

  private static final Pattern PLACEHOLDER = Pattern.compile("[#:][nv]\\d+");

  /// The Enhanced Client makes placeholders of names, which may hold letters and digits alone.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

  private final TableSchema table;
  private final ReadPlan plan;
  private final KeySchema keys;

  private EnhancedRead(TableSchema table, ReadPlan plan) {
    this.table = table;
    this.plan = plan;
    this.keys = plan.index() == null ? table.keys() : index(table, plan.index()).keys();
  }

  private static Index index(TableSchema table, String name) {
    return table.index(name).orElseThrow(() -> new IllegalArgumentException("no index " + name));
  }

  /// @throws IllegalArgumentException for a plan with parts that Sortkey does itself
  public static SourceFile of(TableSchema table, ReadPlan plan, Program.Place place) {
    if (plan.fetch() != null || plan.check() != null) {
      throw new IllegalArgumentException("a plan of more than requests");
    }
    return new EnhancedRead(table, plan).source(place);
  }

  private SourceFile source(Program.Place place) {
    String name = "Read" + JavaNames.camel(plan.table());
    String requests =
        plan.requests().stream()
            .map(this::request)
            .collect(
                Collectors.joining(",\n                ", "Stream.of(\n                ", ")"));
    String source = plan.index() == null ? "table" : "index";
    String items =
        plan.index() == null
            ? ".items().stream()"
            : ".stream().flatMap(page -> page.items().stream())";
    String each =
        switch (plan.operation()) {
          case GET -> ".map(table::getItem)\n            .filter(Objects::nonNull)";
          case QUERY -> ".flatMap(request -> " + source + ".query(request)" + items + ")";
          case SCAN -> ".flatMap(request -> " + source + ".scan(request)" + items + ")";
        };
    String index =
        plan.index() == null
            ? ""
            : "        DynamoDbIndex<EnhancedDocument> index = table.index(%s);\n"
                .formatted(JavaText.string(plan.index()));
    String body =
        """
        public class %s {
            private static final DocumentTableSchema SCHEMA =
                TableSchema.documentSchemaBuilder()
        %s            .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                    .build();

            /** All items, as the stream is read.%s */
            static Stream<EnhancedDocument> read(DynamoDbEnhancedClient client) {
                DynamoDbTable<EnhancedDocument> table = client.table(%s, SCHEMA);
        %s        return %s
                    %s%s;
            }

            public static void main(String[] arguments) {
                try (DynamoDbClient client = DynamoDbClient.builder()
                        .region(Region.of(%s))%s
                        .build()) {
                    DynamoDbEnhancedClient enhanced =
                        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
                    read(enhanced).map(EnhancedDocument::toMap).forEach(System.out::println);
                }
            }
        }
        """
            .formatted(
                name,
                schema(),
                projected().isEmpty() && plan.projection() != null
                    ? " The Enhanced Client cannot ask for a part of their attributes here."
                    : "",
                JavaText.string(plan.table()),
                index,
                requests,
                each,
                plan.limit() == null ? "" : "\n            .limit(" + plan.limit() + ")",
                JavaText.string(place.region()),
                place.endpoint() == null
                    ? ""
                    : "\n                .endpointOverride(URI.create(%s))"
                        .formatted(JavaText.string(place.endpoint() + "")));
    return new SourceFile(name + ".java", JavaImports.with(body));
  }

  /// The keys that the read goes by; those of several attributes are named in the condition alone.
  private String schema() {
    var out = new StringBuilder();
    keys(out, "TableMetadata.primaryIndexName()", table.keys());
    if (plan.index() != null) {
      keys(out, JavaText.string(plan.index()), keys);
    }
    return out.toString();
  }

  private static void keys(StringBuilder out, String index, KeySchema keys) {
    if (keys.partition().size() == 1 && keys.sort().size() <= 1) {
      keys.partition().forEach(key -> key(out, "addIndexPartitionKey", index, key));
      keys.sort().forEach(key -> key(out, "addIndexSortKey", index, key));
    }
  }

  private static void key(StringBuilder out, String call, String index, KeyAttribute key) {
    out.append(
        "            .%s(%s, %s, AttributeValueType.%s)\n"
            .formatted(call, index, JavaText.string(key.name()), key.type()));
  }

  private String request(ReadRequest request) {
    String type =
        switch (plan.operation()) {
          case GET -> "GetItemEnhancedRequest";
          case QUERY -> "QueryEnhancedRequest";
          case SCAN -> "ScanEnhancedRequest";
        };
    List<String> calls = new ArrayList<>();
    ItemKey key = request.key();
    if (key != null) {
      List<Attr> values = List.copyOf(key.values().values());
      calls.add(".key(" + key(values.getFirst(), values.size() > 1 ? values.get(1) : null) + ")");
    }
    if (request.keyCondition() != null) {
      calls.add(".queryConditional(" + conditional(request, request.keyCondition()) + ")");
    }
    if (request.filter() != null) {
      calls.add(".filterExpression(" + expression(request, request.filter()) + ")");
    }
    projected().forEach(path -> calls.add(".addNestedAttributeToProject(" + path + ")"));
    if (plan.descending() && plan.operation() == ReadPlan.Operation.QUERY) {
      calls.add(".scanIndexForward(false)");
    }
    if (plan.consistent()) {
      calls.add(".consistentRead(true)");
    }
    calls.add(".build()");
    String indent = "\n" + " ".repeat(20);
    return type + ".builder()" + indent + String.join(indent, calls);
  }

  /// Paths that the Enhanced Client can ask for; none when it cannot for one of them.
  private List<String> projected() {
    String projection = plan.projection();
    if (projection == null || plan.operation() == ReadPlan.Operation.GET) {
      return List.of();
    }
    List<String> paths = new ArrayList<>();
    for (String path : projection.split(", ")) {
      List<@Nullable String> names =
          Arrays.stream(path.split("\\.")).map(step -> plan.names().get(step)).toList();
      if (names.stream().anyMatch(name -> name == null || !PLAIN.matcher(name).matches())) {
        return List.of();
      }
      paths.add(
          names.stream()
              .map(name -> JavaText.string(Objects.requireNonNull(name)))
              .collect(Collectors.joining(", ", "NestedAttributeName.create(", ")")));
    }
    return paths;
  }

  private String conditional(ReadRequest request, String condition) {
    Matcher known = KEY_CONDITION.matcher(condition);
    boolean plain =
        keys.partition().size() == 1
            && keys.all().stream().allMatch(key -> PLAIN.matcher(key.name()).matches());
    if (!plain || !known.matches()) {
      return "(schema, name) -> " + expression(request, condition);
    }
    Map<String, Attr> values = request.values();
    Attr partition = values.get(known.group("pv"));
    if (known.group("r") != null) {
      return "QueryConditional.sortBetween(%s, %s)"
          .formatted(
              key(partition, values.get(known.group("low"))),
              key(partition, values.get(known.group("high"))));
    }
    String sort = known.group("b") == null ? known.group("sv") : known.group("bv");
    String word =
        known.group("b") != null
            ? "sortBeginsWith"
            : switch (known.group("sign")) {
              case "<" -> "sortLessThan";
              case "<=" -> "sortLessThanOrEqualTo";
              case ">" -> "sortGreaterThan";
              case ">=" -> "sortGreaterThanOrEqualTo";
              case null, default -> "keyEqualTo";
            };
    return "QueryConditional.%s(%s)".formatted(word, key(partition, values.get(sort)));
  }

  private static String key(@Nullable Attr partition, @Nullable Attr sort) {
    String all = "key -> key.partitionValue(" + value(Objects.requireNonNull(partition)) + ")";
    return sort == null ? all : all + ".sortValue(" + value(sort) + ")";
  }

  /// A number as its digits, which a `double` would change.
  private static String value(Attr value) {
    return value instanceof Attr.S(String text)
        ? JavaText.string(text)
        : JavaText.attributeValue(value);
  }

  /// With the names and values that it uses, since DynamoDB refuses others.
  private static String expression(ReadRequest request, String text) {
    var names = new LinkedHashMap<String, String>();
    SequencedMap<String, Attr> values = new LinkedHashMap<>();
    PLACEHOLDER
        .matcher(text)
        .results()
        .forEach(found -> {
          String placeholder = found.group();
          String name = request.names().get(placeholder);
          Attr value = request.values().get(placeholder);
          if (name != null) {
            names.put(placeholder, name);
          }
          if (value != null) {
            values.put(placeholder, value);
          }
        });
    String indent = "\n" + DEEP;
    return "Expression.builder()"
        + indent
        + ".expression("
        + JavaText.string(text)
        + ")"
        + indent
        + ".expressionNames("
        + JavaText.names(names, DEEP + "    ")
        + ")"
        + (values.isEmpty()
            ? ""
            : indent + ".expressionValues(" + JavaText.map(values, DEEP + "    ") + ")")
        + indent
        + ".build()";
  }
}
