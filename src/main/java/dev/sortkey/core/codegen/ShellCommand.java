package dev.sortkey.core.codegen;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// One call of the AWS CLI for a POSIX shell, an option a line.
final class ShellCommand {
  private static final Pattern SAFE = Pattern.compile("[\\w@%+=:,./-]+");
  private static final JsonMapper JSON = new JsonMapper();

  private final StringBuilder out = new StringBuilder();

  /// @param words such as `dynamodb create-table`
  ShellCommand(String words) {
    out.append("aws ").append(words);
  }

  /// Names are the API's: `TableName` is `--table-name`. Whatever is no text is given as JSON.
  ShellCommand option(String name, Object value) {
    String option = "--" + hyphened(name);
    switch (value) {
      case Boolean on -> line(on ? option : "--no-" + hyphened(name));
      case String text -> text(option, text);
      case Number number -> text(option, number.toString());
      default -> text(option, JSON.writeValueAsString(value));
    }
    return this;
  }

  ShellCommand options(Map<String, Object> options) {
    options.forEach(this::option);
    return this;
  }

  /// A value that begins with a hyphen would be taken for an option.
  private void text(String option, String text) {
    line(option + (text.startsWith("-") ? "=" : " ") + quoted(text));
  }

  private void line(String line) {
    out.append(" \\\n  ").append(line);
  }

  static String quoted(String word) {
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /// As botocore's `xform_name` makes them: `SSESpecification` is `sse-specification`.
  private static String hyphened(String name) {
    return name.replaceAll("(.)([A-Z][a-z]+)", "$1-$2")
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
