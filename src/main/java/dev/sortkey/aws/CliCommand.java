package dev.sortkey.aws;

import dev.sortkey.core.text.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A call as the AWS CLI command that does the same, from the JSON that was really sent.
final class CliCommand {
  /// Longer requests are not kept: thousands of commands stay in memory.
  private static final int LONGEST = 16_000;

  private CliCommand() {}

  /// @param service as the CLI names it: `dynamodb`
  /// @param operation as the API names it: `BatchGetItem`
  static String of(String service, String operation, JsonNode request, Target target) {
    List<String> words = new ArrayList<>(List.of("aws", service, hyphened(operation)));
    for (var member : request.properties()) {
      option(words, "--" + hyphened(member.getKey()), member.getValue());
    }
    if (words.stream().mapToInt(String::length).sum() > LONGEST) {
      words.subList(3, words.size()).clear();
      words.add("--cli-input-json");
      words.add("file://request.json");
    }
    if (target.endpoint() != null) {
      words.add("--endpoint-url");
      words.add(ShellWords.quoted(target.endpoint().toString()));
    }
    words.add("--region");
    words.add(ShellWords.quoted(target.region()));
    if (target.profile() != null) {
      words.add("--profile");
      words.add(ShellWords.quoted(target.profile()));
    }
    return String.join(" ", words);
  }

  private static void option(List<String> words, String option, JsonNode value) {
    if (value.isBoolean()) {
      words.add(value.booleanValue() ? option : "--no-" + option.substring(2));
      return;
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    if (text.startsWith("-")) {
      words.add(option + "=" + ShellWords.quoted(text));
    } else {
      words.add(option);
      words.add(ShellWords.quoted(text));
    }
  }

  /// What the CLI calls a service of the SDK: `DynamoDb` is `dynamodb`.
  static String cliName(String service) {
    return service.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /// Names as botocore's `xform_name` makes them: `SSESpecification` is `sse-specification`.
  static String hyphened(String name) {
    return name.replaceAll("(.)([A-Z][a-z]+)", "$1-$2")
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }
}
