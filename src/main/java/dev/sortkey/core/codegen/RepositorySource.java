package dev.sortkey.core.codegen;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableSchema;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes the repository of an [Entity]: save, find, delete, and a read by each index.
final class RepositorySource {
  private static final String ENHANCED = "software.amazon.awssdk.enhanced.dynamodb.";

  private final TableSchema table;
  private final Entity entity;
  private final String packageName;
  private final JavaNames methods = new JavaNames();

  RepositorySource(TableSchema table, Entity entity, String packageName) {
    this.table = table;
    this.entity = entity;
    this.packageName = packageName;
  }

  String name() {
    return entity.item().name() + "Repository";
  }

  String source() {
    String type = entity.item().name();
    String all = keyParameters(table.keys().all());
    var body = new StringBuilder();
    body.append(
        """

            public void save(%1$s item) {
                table.putItem(item);
            }

            /** Empty when there is no item under this key; read consistently. */
            public Optional<%1$s> find(%2$s) {
                Key key = %3$s;
                return Optional.ofNullable(table.getItem(request -> request.key(key).consistentRead(true)));
            }

            public void delete(%2$s) {
                table.deleteItem(%3$s);
            }
        """
            .formatted(type, all, key(table.keys().partition(), table.keys().sort())));
    if (!table.keys().sort().isEmpty()) {
      query(body, "findBy" + JavaNames.camel(nameOf(table.keys())), "", table.keys());
    }
    for (Index index : table.indexes()) {
      query(
          body,
          "findBy" + JavaNames.camel(index.name()),
          ".index(" + JavaText.string(index.name()) + ")",
          index.keys());
    }
    body.append(
        """

            /** The whole table, page by page; it costs what the table is large. */
            public Stream<%s> findAll() {
                return table.scan().items().stream();
            }
        """
            .formatted(type));
    return """
    package %s;

    %s
    @Repository
    public class %s {
        private final DynamoDbTable<%s> table;

        public %3$s(DynamoDbEnhancedClient client) {
            table = client.table(%5$s, TableSchema.fromBean(%4$s.class));
        }
    %6$s}
    """
        .formatted(packageName, imports(body), name(), type, JavaText.string(table.name()), body);
  }

  private void query(StringBuilder body, String name, String index, KeySchema keys) {
    String items =
        index.isEmpty()
            ? "table.query(of).items().stream()"
            : "table%s.query(of).stream().flatMap(page -> page.items().stream())".formatted(index);
    body.append(
        """

            public Stream<%s> %s(%s) {
                QueryConditional of = QueryConditional.keyEqualTo(%s);
                return %s;
            }
        """
            .formatted(
                entity.item().name(),
                methods.field(name),
                keyParameters(keys.partition()),
                key(keys.partition(), List.of()),
                items));
  }

  private static String nameOf(KeySchema keys) {
    return keys.partition().getFirst().name();
  }

  private String keyParameters(List<KeyAttribute> keys) {
    return keys.stream()
        .map(key -> entity.field(key.name()).orElseThrow())
        .map(field -> field.type() + " " + field.name())
        .collect(Collectors.joining(", "));
  }

  private String key(List<KeyAttribute> partition, List<KeyAttribute> sort) {
    return "Key.builder()" + values(partition, "artition") + values(sort, "ort") + ".build()";
  }

  private String values(List<KeyAttribute> keys, String kind) {
    String call =
        keys.size() > 1
            ? "add" + (kind.startsWith("a") ? "P" : "S") + kind + "Value"
            : (kind.startsWith("a") ? "p" : "s") + kind + "Value";
    return keys.stream()
        .map(key -> "." + call + "(" + entity.field(key.name()).orElseThrow().name() + ")")
        .collect(Collectors.joining());
  }

  private String imports(CharSequence body) {
    var imports = new TreeSet<String>();
    imports.add("java.util.Optional");
    imports.add("java.util.stream.Stream");
    imports.add("org.springframework.stereotype.Repository");
    for (String name : List.of("DynamoDbEnhancedClient", "DynamoDbTable", "Key", "TableSchema")) {
      imports.add(ENHANCED + name);
    }
    String text = body.toString();
    if (text.contains("QueryConditional")) {
      imports.add(ENHANCED + "model.QueryConditional");
    }
    if (text.contains("BigDecimal ")) {
      imports.add("java.math.BigDecimal");
    }
    if (text.contains("BigInteger ")) {
      imports.add("java.math.BigInteger");
    }
    if (text.contains("SdkBytes ")) {
      imports.add("software.amazon.awssdk.core.SdkBytes");
    }
    return imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
  }
}
