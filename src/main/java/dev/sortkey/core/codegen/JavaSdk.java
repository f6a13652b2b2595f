package dev.sortkey.core.codegen;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Programs for the AWS SDK for Java v2 that make a read, or create a table.
public final class JavaSdk {
  private static final String SDK = "software.amazon.awssdk.";
  private static final String MODEL = SDK + "services.dynamodb.model.";
  private static final String DEEP = "                ";

  private final String region;
  private final @Nullable URI endpoint;

  /// @param endpoint null for AWS itself
  public JavaSdk(String region, @Nullable URI endpoint) {
    this.region = region;
    this.endpoint = endpoint;
  }

  /// A program that makes the read and prints its items.
  ///
  /// @throws IllegalArgumentException for a plan with parts that Sortkey does itself
  public SourceFile read(ReadPlan plan) {
    if (plan.fetch() != null || plan.check() != null) {
      throw new IllegalArgumentException("a plan of more than requests");
    }
    String name = "Read" + JavaNames.camel(plan.table());
    String request =
        switch (plan.operation()) {
          case GET -> "GetItemRequest";
          case QUERY -> "QueryRequest";
          case SCAN -> "ScanRequest";
        };
    String requests =
        plan.requests().stream()
            .map(one -> request(request, plan, one))
            .collect(Collectors.joining(",\n                    ", "List.of(", ")"));
    String each =
        switch (plan.operation()) {
          case GET ->
              "Stream.of(client.getItem(request)).filter(response -> response.hasItem())"
                  + ".map(response -> response.item())";
          case QUERY -> "client.queryPaginator(request).items().stream()";
          case SCAN -> "client.scanPaginator(request).items().stream()";
        };
    String limit = plan.limit() == null ? "" : ".limit(" + plan.limit() + ")";
    String body =
        """
            /** All items, as the stream is read. */
            static Stream<Map<String, AttributeValue>> read(DynamoDbClient client) {
                List<%s> requests = %s;
                return requests.stream().flatMap(request -> %s)%s;
            }

            public static void main(String[] arguments) {
                try (DynamoDbClient client = %s) {
                    read(client).forEach(System.out::println);
                }
            }
        """
            .formatted(request, requests, each, limit, client());
    return file(name, body, List.of(request, "AttributeValue"), "java.util.stream.Stream");
  }

  private static String request(String type, ReadPlan plan, ReadRequest asked) {
    var call = new StringBuilder(type + ".builder()");
    option(call, "tableName", JavaText.string(plan.table()));
    text(call, "indexName", plan.index());
    ItemKey key = asked.key();
    if (key != null) {
      option(call, "key", JavaText.map(key.values(), DEEP + "        "));
    }
    text(call, "keyConditionExpression", asked.keyCondition());
    text(call, "filterExpression", asked.filter());
    text(call, "projectionExpression", asked.projection());
    if (!asked.names().isEmpty()) {
      option(call, "expressionAttributeNames", names(asked.names()));
    }
    if (!asked.values().isEmpty()) {
      option(call, "expressionAttributeValues", JavaText.map(asked.values(), DEEP + "        "));
    }
    if (plan.descending() && plan.operation() == ReadPlan.Operation.QUERY) {
      option(call, "scanIndexForward", "false");
    }
    if (plan.consistent()) {
      option(call, "consistentRead", "true");
    }
    return call.append("\n" + DEEP + ".build()").toString();
  }

  /// A program that creates a table like this one and waits until it is there.
  public SourceFile create(TableSchema table) {
    var call = new StringBuilder("CreateTableRequest.builder()");
    option(call, "tableName", JavaText.string(table.name()));
    option(call, "attributeDefinitions", lines(definitions(table)));
    option(call, "keySchema", lines(keys(table.keys())));
    capacity(call, table.capacity(), DEEP);
    indexes(call, table, Index.Kind.GSI);
    indexes(call, table, Index.Kind.LSI);
    if (table.deletionProtection()) {
      option(call, "deletionProtectionEnabled", "true");
    }
    call.append("\n" + DEEP + ".build()");
    String body =
        """
            static void create(DynamoDbClient client) {
                CreateTableRequest request = %s;
                client.createTable(request);
                client.waiter().waitUntilTableExists(wait -> wait.tableName(request.tableName()));
            }

            public static void main(String[] arguments) {
                try (DynamoDbClient client = %s) {
                    create(client);
                }
            }
        """
            .formatted(call, client());
    return file("Create" + JavaNames.camel(table.name()), body, List.of());
  }

  private static void indexes(StringBuilder call, TableSchema table, Index.Kind kind) {
    List<Index> indexes = table.indexes().stream().filter(index -> index.kind() == kind).toList();
    if (indexes.isEmpty()) {
      return;
    }
    String name = kind == Index.Kind.GSI ? "GlobalSecondaryIndex" : "LocalSecondaryIndex";
    String setter = kind == Index.Kind.GSI ? "globalSecondaryIndexes" : "localSecondaryIndexes";
    option(call, setter, lines(indexes.stream().map(index -> index(name, index, table)).toList()));
  }

  private static String index(String type, Index index, TableSchema table) {
    String deeper = DEEP + "                ";
    var call = new StringBuilder(type + ".builder()");
    call.append("\n" + deeper + ".indexName(" + JavaText.string(index.name()) + ")");
    call.append("\n" + deeper + ".keySchema(" + String.join(", ", keys(index.keys())) + ")");
    String included =
        index.projection().kind() == Projection.Kind.INCLUDE
            ? index.projection().included().stream()
                .map(JavaText::string)
                .collect(Collectors.joining(", ", ".nonKeyAttributes(", ")"))
            : "";
    call.append(
        "\n%s.projection(projection -> projection.projectionType(ProjectionType.%s)%s)"
            .formatted(deeper, index.projection().kind(), included));
    if (index.kind() == Index.Kind.GSI && table.capacity() instanceof Capacity.Provisioned) {
      capacity(call, index.capacity(), deeper);
    }
    return call.append("\n" + deeper + ".build()").toString();
  }

  private static void capacity(StringBuilder call, Capacity capacity, String indent) {
    switch (capacity) {
      case Capacity.OnDemand(Long read, Long write) -> {
        call.append("\n" + indent + ".billingMode(BillingMode.PAY_PER_REQUEST)");
        if (read != null || write != null) {
          call.append("\n" + indent + ".onDemandThroughput(limit -> limit");
          call.append(read == null ? "" : ".maxReadRequestUnits(" + read + "L)");
          call.append(write == null ? "" : ".maxWriteRequestUnits(" + write + "L)");
          call.append(")");
        }
      }
      case Capacity.Provisioned(long read, long write) ->
          call.append(
              "\n%s.provisionedThroughput(units -> units.readCapacityUnits(%dL).writeCapacityUnits(%dL))"
                  .formatted(indent, read, write));
    }
  }

  private static List<String> definitions(TableSchema table) {
    var all = new LinkedHashSet<KeyAttribute>(table.keys().all());
    table.indexes().forEach(index -> all.addAll(index.keys().all()));
    return all.stream()
        .map(key ->
            "AttributeDefinition.builder().attributeName(%s).attributeType(ScalarAttributeType.%s).build()"
                .formatted(JavaText.string(key.name()), key.type()))
        .toList();
  }

  private static List<String> keys(KeySchema keys) {
    return Stream.concat(
            keys.partition().stream().map(key -> key(key, "HASH")),
            keys.sort().stream().map(key -> key(key, "RANGE")))
        .toList();
  }

  private static String key(KeyAttribute key, String kind) {
    return "KeySchemaElement.builder().attributeName(%s).keyType(KeyType.%s).build()"
        .formatted(JavaText.string(key.name()), kind);
  }

  private static String lines(List<String> arguments) {
    String indent = "\n" + DEEP + "        ";
    return indent + String.join("," + indent, arguments);
  }

  private static String names(Map<String, String> names) {
    String indent = "\n" + DEEP + "        ";
    return names.entrySet().stream()
        .map(name ->
            "Map.entry(" + JavaText.string(name.getKey()) + ", " + JavaText.string(name.getValue()))
        .collect(Collectors.joining(")," + indent, "Map.ofEntries(" + indent, "))"));
  }

  private static void text(StringBuilder call, String option, @Nullable String text) {
    if (text != null) {
      option(call, option, JavaText.string(text));
    }
  }

  private static void option(StringBuilder call, String option, String value) {
    call.append("\n" + DEEP + "." + option + "(" + value + ")");
  }

  private String client() {
    String at =
        endpoint == null
            ? ""
            : "\n" + DEEP + ".endpointOverride(URI.create(" + JavaText.string(endpoint + "") + "))";
    return "DynamoDbClient.builder()\n%s.region(Region.of(%s))%s\n%1$s.build()"
        .formatted(DEEP, JavaText.string(region), at);
  }

  /// Imports what the text names, and nothing else.
  private static SourceFile file(String name, String body, List<String> models, String... others) {
    var imports = new TreeSet<>(List.of(others));
    models.forEach(model -> imports.add(MODEL + model));
    imports.add(SDK + "regions.Region");
    imports.add(SDK + "services.dynamodb.DynamoDbClient");
    Map.of(
            "Map", "java.util.Map",
            "List", "java.util.List",
            "Base64", "java.util.Base64",
            "URI.", "java.net.URI",
            "SdkBytes", SDK + "core.SdkBytes")
        .forEach((word, imported) -> {
          if (body.contains(word)) {
            imports.add(imported);
          }
        });
    for (String model :
        List.of(
            "AttributeDefinition",
            "BillingMode",
            "CreateTableRequest",
            "GlobalSecondaryIndex",
            "KeySchemaElement",
            "KeyType",
            "LocalSecondaryIndex",
            "ProjectionType",
            "ScalarAttributeType")) {
      if (body.contains(model + ".")) {
        imports.add(MODEL + model);
      }
    }
    String text =
        imports.stream().map(each -> "import " + each + ";\n").collect(Collectors.joining())
            + "\npublic class "
            + name
            + " {\n"
            + body
            + "}\n";
    return new SourceFile(name + ".java", text);
  }
}
