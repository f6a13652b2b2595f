package dev.sortkey.core.codegen;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes the classes of an [Entity] for the SDK's Enhanced Client.
final class EntitySource {
  private static final String MAPPER =
      "software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.";
  private static final Map<String, String> IMPORTS =
      Map.of(
          "List<", "java.util.List",
          "Set<", "java.util.Set",
          "BigDecimal", "java.math.BigDecimal",
          "BigInteger", "java.math.BigInteger",
          "SdkBytes", "software.amazon.awssdk.core.SdkBytes",
          "AttributeValue", "software.amazon.awssdk.services.dynamodb.model.AttributeValue");
  private static final List<String> ORDERS = List.of("FIRST", "SECOND", "THIRD", "FOURTH");

  private final TableSchema table;
  private final String packageName;

  EntitySource(TableSchema table, String packageName) {
    this.table = table;
    this.packageName = packageName;
  }

  String of(Entity.JavaClass type, boolean item) {
    var imports = new TreeSet<String>();
    imports.add(MAPPER + "DynamoDbBean");
    var fields = new StringBuilder();
    var methods = new StringBuilder();
    for (Entity.Field field : type.fields()) {
      IMPORTS.forEach((word, name) -> {
        if (field.type().contains(word)) {
          imports.add(name);
        }
      });
      List<String> annotations = annotations(field, item);
      annotations.forEach(annotation -> imports.add(imported(annotation)));
      if (annotations.stream().anyMatch(annotation -> annotation.contains("Order."))) {
        imports.add("software.amazon.awssdk.enhanced.dynamodb.mapper.Order");
      }
      fields.append("    private ").append(field.type()).append(' ').append(field.name());
      fields.append(";\n");
      methods.append('\n');
      annotations.forEach(annotation -> methods.append("    ").append(annotation).append('\n'));
      methods.append(
          """
              public %1$s %2$s() {
                  return %4$s;
              }

              public void %3$s(%1$s %4$s) {
                  this.%4$s = %4$s;
              }
          """
              .formatted(field.type(), field.getter(), field.setter(), field.name()));
    }
    return "package "
        + packageName
        + ";\n\n"
        + imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining())
        + "\n@DynamoDbBean\npublic class "
        + type.name()
        + " {\n"
        + fields
        + methods
        + "}\n";
  }

  private static String imported(String annotation) {
    String name = annotation.substring(1).replaceFirst("\\(.*", "");
    return MAPPER + name;
  }

  private List<String> annotations(Entity.Field field, boolean item) {
    var annotations = new ArrayList<String>();
    annotations.add("@DynamoDbAttribute(" + JavaText.string(field.attribute()) + ")");
    if (item) {
      if (isKey(table.keys().partition(), field)) {
        annotations.add("@DynamoDbPartitionKey");
      }
      if (isKey(table.keys().sort(), field)) {
        annotations.add("@DynamoDbSortKey");
      }
      for (Index index : table.indexes()) {
        // A local index shares the table's partition key, which is said already.
        if (index.kind() == Index.Kind.GSI) {
          secondary(
              annotations, "DynamoDbSecondaryPartitionKey", index, index.keys().partition(), field);
        }
        secondary(annotations, "DynamoDbSecondarySortKey", index, index.keys().sort(), field);
      }
    }
    if (field.raw()) {
      annotations.add("@DynamoDbConvertedBy(AttributeValueConverter.class)");
    }
    if (field.nested()) {
      annotations.add("@DynamoDbIgnoreNulls");
      annotations.add("@DynamoDbPreserveEmptyObject");
    }
    return annotations;
  }

  private static boolean isKey(List<KeyAttribute> keys, Entity.Field field) {
    return keys.stream().anyMatch(key -> key.name().equals(field.attribute()));
  }

  /// The order is said where a key has several attributes.
  private static void secondary(
      List<String> annotations,
      String annotation,
      Index index,
      List<KeyAttribute> keys,
      Entity.Field field) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).name().equals(field.attribute())) {
        String order = keys.size() == 1 ? "" : ", order = Order." + ORDERS.get(i);
        annotations.add(
            "@%s(indexNames = %s%s)".formatted(annotation, JavaText.string(index.name()), order));
      }
    }
  }
}
