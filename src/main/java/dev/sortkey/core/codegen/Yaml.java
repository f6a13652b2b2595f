package dev.sortkey.core.codegen;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Maps, lists and scalars as YAML in block style. Text that could be read as something else stands
/// in double quotes, escaped as in JSON, which YAML 1.2 reads likewise.
final class Yaml {
  /// Begins with a letter and holds nothing that YAML could take for syntax.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*(::[A-Za-z]+)*");

  /// What YAML 1.1 takes for booleans and null.
  private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  private static final JsonMapper JSON = new JsonMapper();

  private final StringBuilder out = new StringBuilder();

  private Yaml() {}

  static String write(Map<String, ?> document) {
    var yaml = new Yaml();
    yaml.fields(document, 0);
    return yaml.out.toString();
  }

  private void fields(Map<?, ?> fields, int level) {
    boolean first = true;
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      if (!first) {
        out.repeat("  ", level);
      }
      first = false;
      out.append(scalar(field.getKey())).append(':');
      value(field.getValue(), level);
    }
  }

  /// What follows a field's colon.
  private void value(Object value, int level) {
    switch (value) {
      case Map<?, ?> fields when !fields.isEmpty() -> {
        out.append('\n').repeat("  ", level + 1);
        fields(fields, level + 1);
      }
      case List<?> elements when !elements.isEmpty() -> {
        out.append('\n');
        elements(elements, level + 1);
      }
      default -> out.append(' ').append(scalar(value)).append('\n');
    }
  }

  private void elements(List<?> elements, int level) {
    for (Object element : elements) {
      out.repeat("  ", level).append('-');
      switch (element) {
        case Map<?, ?> fields when !fields.isEmpty() -> {
          out.append(' ');
          fields(fields, level + 1);
        }
        case List<?> inner when !inner.isEmpty() -> {
          out.append('\n');
          elements(inner, level + 1);
        }
        default -> out.append(' ').append(scalar(element)).append('\n');
      }
    }
  }

  private static String scalar(Object value) {
    return switch (value) {
      case Map<?, ?> _ -> "{}";
      case List<?> _ -> "[]";
      case String text when PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() -> text;
      case String text -> JSON.writeValueAsString(text);
      default -> value.toString();
    };
  }
}
