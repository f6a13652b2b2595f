package dev.sortkey.core.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Terraform's language, laid out as `terraform fmt` does it: a body is a map whose values are
/// scalars, lists, objects (maps), expressions and blocks.
final class Hcl {
  /// What is written as it stands.
  record Raw(String text) {}

  /// Nested blocks of one name.
  record Blocks(List<? extends Map<String, ?>> bodies) {}

  private final StringBuilder out = new StringBuilder();

  private Hcl() {}

  /// @param labels of the block, such as a resource's type and name
  static String block(String kind, List<String> labels, Map<String, ?> body) {
    var hcl = new Hcl();
    hcl.out.append(kind);
    labels.forEach(label -> hcl.out.append(' ').append(Quoted.terraform(label)));
    hcl.out.append(" {\n");
    hcl.body(body, "  ");
    return hcl.out.append("}\n").toString();
  }

  /// Arguments on one line first, each beneath the other; then, apart, those of several lines and
  /// the blocks.
  private void body(Map<String, ?> body, String indent) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    body.forEach((name, value) -> {
      if (value instanceof Blocks(var bodies)) {
        for (Map<String, ?> inner : bodies) {
          var nested = new Hcl();
          nested.body(inner, indent + "  ");
          parts.add(indent + name + " {\n" + nested.out + indent + "}\n");
        }
      } else {
        String text = value(value, indent);
        if (text.contains("\n")) {
          parts.add(indent + name + " = " + text + "\n");
        } else {
          lines.add(Map.entry(name, text));
        }
      }
    });
    assignments(lines, indent);
    for (String part : parts) {
      out.append(out.isEmpty() || out.toString().endsWith("{\n") ? "" : "\n").append(part);
    }
  }

  private void assignments(List<Map.Entry<String, String>> run, String indent) {
    int width = run.stream().mapToInt(one -> one.getKey().length()).max().orElse(0);
    for (Map.Entry<String, String> one : run) {
      String padding = " ".repeat(width - one.getKey().length());
      out.append(indent + one.getKey() + padding + " = " + one.getValue() + "\n");
    }
    run.clear();
  }

  static String value(@Nullable Object value, String indent) {
    return switch (value) {
      case null -> "null";
      case Raw(String text) -> text;
      case String text -> Quoted.terraform(text);
      case List<?> list -> list(list, indent);
      case Map<?, ?> object -> object(object, indent);
      default -> value.toString();
    };
  }

  private static String list(List<?> list, String indent) {
    boolean plain = list.stream().noneMatch(each -> each instanceof Map || each instanceof List);
    if (plain) {
      return String.join(", ", list.stream().map(each -> value(each, indent)).toList())
          .transform(all -> "[" + all + "]");
    }
    var lines = new StringBuilder("[\n");
    for (Object each : list) {
      lines.append(indent + "  " + value(each, indent + "  ") + ",\n");
    }
    return lines + indent + "]";
  }

  /// Keys in quotes, since they may be any text.
  private static String object(Map<?, ?> object, String indent) {
    if (object.isEmpty()) {
      return "{}";
    }
    var hcl = new Hcl();
    hcl.out.append("{\n");
    List<Map.Entry<String, String>> run = new ArrayList<>();
    object.forEach((key, value) -> {
      String name = Quoted.terraform(key.toString());
      String text = value(value, indent + "  ");
      if (text.contains("\n")) {
        hcl.assignments(run, indent + "  ");
        hcl.out.append(indent + "  " + name + " = " + text + "\n");
      } else {
        run.add(Map.entry(name, text));
      }
    });
    hcl.assignments(run, indent + "  ");
    return hcl.out + indent + "}";
  }
}
