package dev.sortkey.core.codegen;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Programs for the AWS SDK for Java v2 that send requests, or create a table.
public final class JavaSdk {
  private static final String DEEP = "                ";

  private final Program.Place place;

  public JavaSdk(Program.Place place) {
    this.place = place;
  }

  /// A program that makes the read and prints its items, or that writes.
  public SourceFile program(Program program) {
    return program.operation().writes() ? write(program) : read(program);
  }

  private SourceFile read(Program program) {
    String request = program.operation().api() + "Request";
    String each =
        switch (program.operation()) {
          case GET_ITEM ->
              "Stream.of(client.getItem(request)).filter(response -> response.hasItem())"
                  + ".map(response -> response.item())";
          case BATCH_GET_ITEM ->
              "client.batchGetItemPaginator(request).stream()"
                  + ".flatMap(page -> page.responses().values().stream())"
                  + ".flatMap(items -> items.stream())";
          case QUERY -> "client.queryPaginator(request).items().stream()";
          default -> "client.scanPaginator(request).items().stream()";
        };
    String limit = program.limit() == null ? "" : ".limit(" + program.limit() + ")";
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
            .formatted(request, requests(program), each, limit, client());
    return file("Read" + JavaNames.camel(program.table()), body);
  }

  private SourceFile write(Program program) {
    String operation = program.operation().api();
    String request = operation + "Request";
    String body =
        """
            /** %s */
            static void write(DynamoDbClient client) {
                List<%s> requests = %s;
                requests.forEach(request -> client.%s(request));
            }

            public static void main(String[] arguments) {
                try (DynamoDbClient client = %s) {
                    write(client);
                }
            }
        """
            .formatted(
                program.promise(),
                request,
                requests(program),
                Character.toLowerCase(operation.charAt(0)) + operation.substring(1),
                client());
    String name = operation.replace("Item", JavaNames.camel(program.table()) + "Item");
    return file(name, body);
  }

  private static String requests(Program program) {
    var language = new JavaParameters();
    return program.calls().stream()
        .map(call ->
            call.operation().api()
                + "Request.builder()\n"
                + language.parameters(call.parameters(), DEEP)
                + DEEP
                + ".build()")
        .collect(Collectors.joining(",\n                    ", "List.of(", ")"));
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
    return file("Create" + JavaNames.camel(table.name()), body);
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

  private static void option(StringBuilder call, String option, String value) {
    call.append("\n" + DEEP + "." + option + "(" + value + ")");
  }

  private String client() {
    String at =
        place.endpoint() == null
            ? ""
            : "\n"
                + DEEP
                + ".endpointOverride(URI.create("
                + JavaText.string(place.endpoint() + "")
                + "))";
    return "DynamoDbClient.builder()\n%s.region(Region.of(%s))%s\n%1$s.build()"
        .formatted(DEEP, JavaText.string(place.region()), at);
  }

  private static SourceFile file(String name, String body) {
    String type = "public class " + name + " {\n" + body + "}\n";
    return new SourceFile(name + ".java", JavaImports.with(type));
  }
}
