package dev.sortkey.core.codegen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table's CloudFormation resources as a stack of the AWS CDK in TypeScript, in the constructs
/// that CloudFormation's own properties have there.
final class Cdk {
  /// `SSESpecification` is `sseSpecification`, `KMSMasterKeyId` is `kmsMasterKeyId`.
  private static final Pattern CAPITALS = Pattern.compile("^[A-Z]+(?=[A-Z][a-z])|^[A-Z]");

  /// What is the person's own text and no property's name.
  private static final Set<String> VERBATIM = Set.of("PolicyDocument");

  private Cdk() {}

  /// @param resources as in a template, by their logical id
  static String stack(String table, Map<String, Map<String, Object>> resources) {
    Set<String> used = new LinkedHashSet<>();
    resources.values().forEach(resource -> used(resource, used));
    var body = new StringBuilder();
    Map<String, Set<String>> imports = new TreeMap<>();
    resources.forEach((id, resource) -> {
      String[] type = resource.get("Type").toString().split("::");
      String construct = "Cfn" + type[2];
      imports
          .computeIfAbsent(
              "aws-cdk-lib/aws-" + type[1].toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
          .add(construct);
      Object dependency = resource.get("DependsOn");
      boolean named = used.contains(id) || dependency != null;
      body.append("\n        ").append(named ? "const " + variable(id) + " = " : "");
      body.append("new " + construct + "(this, " + Quoted.of(id) + ", ");
      body.append(value(resource.get("Properties"), "        ", true)).append(");\n");
      if (dependency != null) {
        body.append(
            "        " + variable(id) + ".node.addDependency(" + variable(dependency) + ");\n");
      }
    });
    String constructs =
        imports.entrySet().stream()
            .map(one ->
                "import { "
                    + String.join(", ", one.getValue())
                    + " } from \""
                    + one.getKey()
                    + "\";\n")
            .collect(Collectors.joining());
    return """
    import { Stack, type StackProps } from "aws-cdk-lib";
    %simport { type Construct } from "constructs";

    export class %sStack extends Stack {
        constructor(scope: Construct, id: string, props?: StackProps) {
            super(scope, id, props);
    %s    }
    }
    """
        .formatted(constructs, JavaNames.camel(table), body);
  }

  /// The ids that others name.
  private static void used(Object value, Set<String> found) {
    switch (value) {
      case Map<?, ?> map -> {
        if (map.size() == 1 && map.get("Ref") instanceof String id) {
          found.add(id);
        }
        if (map.get("DependsOn") instanceof String id) {
          found.add(id);
        }
        map.values().forEach(each -> used(each, found));
      }
      case List<?> list -> list.forEach(each -> used(each, found));
      default -> {}
    }
  }

  private static String variable(Object id) {
    return id.toString().substring(0, 1).toLowerCase(Locale.ROOT) + id.toString().substring(1);
  }

  private static String property(String name) {
    return CAPITALS.matcher(name).replaceFirst(found -> found.group().toLowerCase(Locale.ROOT));
  }

  /// @param properties whether keys are names of properties
  private static String value(@Nullable Object value, String indent, boolean properties) {
    return switch (value) {
      case null -> "null";
      case String text -> Quoted.of(text);
      case Map<?, ?> map
          when properties && map.size() == 1 && map.get("Ref") instanceof String id ->
          variable(id) + ".ref";
      case Map<?, ?> map when map.isEmpty() -> "{}";
      case Map<?, ?> map -> {
        List<String> lines = new ArrayList<>();
        map.forEach((key, inner) -> {
          boolean names = properties && !VERBATIM.contains(key);
          String name = properties ? property(key.toString()) : Quoted.of(key.toString());
          lines.add(indent + "    " + name + ": " + value(inner, indent + "    ", names) + ",\n");
        });
        yield "{\n" + String.join("", lines) + indent + "}";
      }
      case List<?> list when list.stream().noneMatch(each -> each instanceof Map) ->
          list.stream()
              .map(each -> value(each, indent, properties))
              .collect(Collectors.joining(", ", "[", "]"));
      case List<?> list ->
          list.stream()
              .map(each -> indent + "    " + value(each, indent + "    ", properties) + ",\n")
              .collect(Collectors.joining("", "[\n", indent + "]"));
      default -> value.toString();
    };
  }
}
