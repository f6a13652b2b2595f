package dev.sortkey.core.codegen;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The Java classes that a table's items become: one for the item, one for each nested map.
///
/// @param classes the item's class first
record Entity(List<JavaClass> classes) {
  /// @param name the class's name
  record JavaClass(String name, List<Field> fields) {}

  /// @param type as Java writes it
  /// @param raw whether the value stays an `AttributeValue`
  /// @param nested whether the type is, or lists, another of these classes
  record Field(String attribute, String name, String type, boolean raw, boolean nested) {
    String getter() {
      return "get" + capital();
    }

    String setter() {
      return "set" + capital();
    }

    private String capital() {
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
  }

  Entity {
    classes = List.copyOf(classes);
  }

  JavaClass item() {
    return classes.getFirst();
  }

  Optional<Field> field(String attribute) {
    return item().fields().stream()
        .filter(field -> field.attribute().equals(attribute))
        .findFirst();
  }

  boolean anyRaw() {
    return classes.stream().flatMap(type -> type.fields().stream()).anyMatch(Field::raw);
  }

  /// @param items as many as were seen; the more, the better the types
  static Entity of(TableSchema table, Iterable<Item> items) {
    var fields = new LinkedHashMap<String, FieldType>();
    keys(fields, table.keys());
    for (Index index : table.indexes()) {
      keys(fields, index.keys());
    }
    for (Item item : items) {
      item.attributes()
          .forEach((name, value) -> fields.merge(name, FieldType.of(value), FieldType::merge));
    }
    return new Classes().of(JavaNames.singular(JavaNames.camel(table.name())), fields);
  }

  private static void keys(SequencedMap<String, FieldType> fields, KeySchema keys) {
    for (KeyAttribute key : keys.all()) {
      fields.putIfAbsent(
          key.name(),
          switch (key.type()) {
            case S -> FieldType.Scalar.TEXT;
            case N -> FieldType.Scalar.WHOLE;
            case B -> FieldType.Scalar.BINARY;
          });
    }
  }

  /// Gathers the classes while types are named.
  private static final class Classes {
    private final JavaNames names = new JavaNames();
    private final List<JavaClass> classes = new ArrayList<>();

    Entity of(String name, SequencedMap<String, FieldType> fields) {
      add(name, fields);
      return new Entity(classes);
    }

    private String add(String wanted, SequencedMap<String, FieldType> types) {
      String name = names.type(wanted);
      int place = classes.size();
      var fields = new ArrayList<Field>();
      classes.add(new JavaClass(name, fields));
      var fieldNames = new JavaNames();
      types.forEach((attribute, type) -> {
        String field = fieldNames.field(attribute);
        boolean raw = raw(type);
        String written =
            raw
                ? "AttributeValue"
                : written(type, name + JavaNames.singular(JavaNames.camel(attribute)));
        fields.add(new Field(attribute, field, written, raw, !raw && nested(type)));
      });
      classes.set(place, new JavaClass(name, List.copyOf(fields)));
      return name;
    }

    private String written(FieldType type, String nestedName) {
      return switch (type) {
        case FieldType.Scalar scalar -> scalar(scalar);
        case FieldType.SetOf(FieldType.Scalar element) -> "Set<" + scalar(element) + ">";
        case FieldType.ListOf(FieldType element) -> "List<" + written(element, nestedName) + ">";
        case FieldType.Bean(var fields) -> add(nestedName, fields);
        case FieldType.Any _, FieldType.Unknown _ ->
            throw new IllegalArgumentException("has no type of its own");
      };
    }

    private static String scalar(FieldType.Scalar scalar) {
      return switch (scalar) {
        case WHOLE -> "Long";
        case BIG_WHOLE -> "BigInteger";
        case DECIMAL -> "BigDecimal";
        case TEXT -> "String";
        case BOOL -> "Boolean";
        case BINARY -> "SdkBytes";
      };
    }

    /// A map without fields and a list of nothing known stay what they are, and so does what holds
    /// a value of several types.
    private static boolean raw(FieldType type) {
      return switch (type) {
        case FieldType.Any _, FieldType.Unknown _ -> true;
        case FieldType.ListOf(FieldType element) -> raw(element);
        case FieldType.Bean(var fields) -> fields.isEmpty();
        case FieldType.Scalar _, FieldType.SetOf _ -> false;
      };
    }

    private static boolean nested(FieldType type) {
      return switch (type) {
        case FieldType.Bean _ -> true;
        case FieldType.ListOf(FieldType element) -> nested(element);
        case FieldType.Scalar _, FieldType.SetOf _, FieldType.Any _, FieldType.Unknown _ -> false;
      };
    }
  }
}
