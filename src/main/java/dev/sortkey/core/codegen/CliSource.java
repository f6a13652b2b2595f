package dev.sortkey.core.codegen;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.ShellWords;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Requests as commands of the AWS CLI, an option a line.
public final class CliSource {
  /// Linux takes no argument of more than 128 KiB (execve(2), MAX_ARG_STRLEN).
  private static final int LONGEST = 100_000;

  private static final Pattern BINARY = Pattern.compile("\\{\"BS?\":");

  private CliSource() {}

  /// @param profile null for none
  public static SourceFile of(Program program, Program.Place place, @Nullable String profile) {
    String text =
        program.calls().stream()
            .map(call -> command(call, program.limit(), place, profile))
            .collect(Collectors.joining("\n\n", "", "\n"));
    Call.Operation operation = program.operation();
    if (!operation.writes()) {
      return new SourceFile("read.sh", text);
    }
    return new SourceFile(name(operation) + ".sh", "# " + program.promise() + "\n" + text);
  }

  private static String command(
      Call call, @Nullable Integer limit, Program.Place place, @Nullable String profile) {
    var command = new StringBuilder("aws dynamodb " + name(call.operation()));
    String whole = object(call.parameters());
    boolean piped = call.parameters().stream().anyMatch(CliSource::isTooLong);
    if (piped) {
      option(command, "cli-input-json", "file:///dev/stdin");
    } else {
      call.parameters().forEach(parameter -> parameter(command, parameter));
    }
    if (BINARY.matcher(whole).find()) {
      // A profile may say that binary is given raw, and then other bytes would be written.
      option(command, "cli-binary-format", "base64");
    }
    if (limit != null && call.operation().pages()) {
      option(command, "max-items", limit.toString());
    }
    option(command, "endpoint-url", place.endpoint() == null ? null : place.endpoint().toString());
    option(command, "region", place.region());
    option(command, "profile", profile);
    if (piped) {
      command.append(" <<'END'\n").append(whole).append("\nEND");
    }
    return command.toString();
  }

  private static void parameter(StringBuilder command, Call.Parameter parameter) {
    String name = parameter.name().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    switch (parameter.value()) {
      case Call.Text(String text) -> option(command, name, text);
      case Call.Flag(boolean on) -> command.append(" \\\n  --" + (on ? "" : "no-") + name);
      default -> option(command, name, json(parameter.value()));
    }
  }

  private static boolean isTooLong(Call.Parameter parameter) {
    return json(parameter.value()).getBytes(StandardCharsets.UTF_8).length > LONGEST;
  }

  private static String name(Call.Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String json(Call.Value value) {
    return switch (value) {
      case Call.Text(String text) -> string(text);
      case Call.Flag(boolean on) -> Boolean.toString(on);
      case Call.Names(var names) -> names(names);
      case Call.Attributes(var attributes) -> json(attributes);
      case Call.Keys keys -> batch(keys);
    };
  }

  private static String object(List<Call.Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> string(parameter.name()) + ":" + json(parameter.value()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String batch(Call.Keys keys) {
    String wanted =
        keys.keys().stream().map(key -> json(key)).collect(Collectors.joining(",", "[", "]"));
    String others = object(keys.others());
    String comma = keys.others().isEmpty() ? "" : ",";
    return "{" + string(keys.table()) + ":{\"Keys\":" + wanted + comma + others.substring(1) + "}";
  }

  private static String json(Map<String, Attr> attributes) {
    return DynamoJson.write(Item.of(attributes), false);
  }

  private static String string(String text) {
    return PlainJson.write(new Attr.S(text), false);
  }

  /// The JSON of plain strings, which the item's writer gives when each is a text.
  private static String names(Map<String, String> names) {
    var texts = new LinkedHashMap<String, Attr>();
    names.forEach((placeholder, name) -> texts.put(placeholder, new Attr.S(name)));
    return PlainJson.write(new Item(texts), false);
  }

  private static void option(StringBuilder command, String name, @Nullable String value) {
    if (value != null) {
      String between = value.startsWith("-") ? "=" : " ";
      command.append(" \\\n  --" + name + between + ShellWords.quoted(value));
    }
  }
}
