package dev.sortkey.core.codegen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Imports the types that a generated class names; one that only a text in it names does no harm.
final class JavaImports {
  private static final String SDK = "software.amazon.awssdk.";
  private static final String ENHANCED = SDK + "enhanced.dynamodb.";
  private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*");

  /// The packages of the types that generated classes use.
  private static final Map<String, List<String>> PACKAGES =
      Map.of(
          "java.net.",
          List.of("URI"),
          "java.util.",
          List.of("Base64", "List", "Map", "Objects"),
          "java.util.stream.",
          List.of("Stream"),
          SDK + "core.",
          List.of("SdkBytes"),
          SDK + "regions.",
          List.of("Region"),
          SDK + "services.dynamodb.",
          List.of("DynamoDbClient"),
          SDK + "services.dynamodb.model.",
          List.of(
              "AttributeDefinition",
              "AttributeValue",
              "BatchGetItemRequest",
              "BillingMode",
              "CreateTableRequest",
              "DeleteItemRequest",
              "GetItemRequest",
              "GlobalSecondaryIndex",
              "KeySchemaElement",
              "KeyType",
              "KeysAndAttributes",
              "LocalSecondaryIndex",
              "ProjectionType",
              "PutItemRequest",
              "QueryRequest",
              "ScalarAttributeType",
              "ScanRequest",
              "UpdateItemRequest"),
          ENHANCED,
          List.of(
              "AttributeConverterProvider",
              "AttributeValueType",
              "DynamoDbEnhancedClient",
              "DynamoDbIndex",
              "DynamoDbTable",
              "Expression",
              "NestedAttributeName",
              "TableMetadata",
              "TableSchema"),
          ENHANCED + "document.",
          List.of("DocumentTableSchema", "EnhancedDocument"),
          ENHANCED + "model.",
          List.of(
              "GetItemEnhancedRequest",
              "QueryConditional",
              "QueryEnhancedRequest",
              "ScanEnhancedRequest"));

  private JavaImports() {}

  /// A source file's text: the imports, and the class.
  static String with(String type) {
    var homes = new HashMap<String, String>();
    PACKAGES.forEach((home, names) -> names.forEach(name -> homes.put(name, home + name)));
    var imports = new TreeSet<String>();
    NAME.matcher(type)
        .results()
        .forEach(found -> {
          String home = homes.get(found.group());
          if (home != null) {
            imports.add("import " + home + ";\n");
          }
        });
    return imports.stream().collect(Collectors.joining("", "", "\n" + type));
  }
}
