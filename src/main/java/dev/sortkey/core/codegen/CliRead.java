package dev.sortkey.core.codegen;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.text.ShellWords;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A read as commands of the AWS CLI, an option a line.
public final class CliRead {
  private CliRead() {}

  /// @param endpoint null for AWS itself
  /// @param profile null for none
  /// @throws IllegalArgumentException for a plan with parts that Sortkey does itself
  public static SourceFile of(
      ReadPlan plan, String region, @Nullable URI endpoint, @Nullable String profile) {
    String text =
        Call.of(plan).stream()
            .map(call -> command(call, plan, region, endpoint, profile))
            .collect(Collectors.joining("\n\n", "", "\n"));
    return new SourceFile("read.sh", text);
  }

  private static String command(
      Call call, ReadPlan plan, String region, @Nullable URI endpoint, @Nullable String profile) {
    String operation = call.operation().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var command = new StringBuilder("aws dynamodb " + operation);
    for (Call.Parameter parameter : call.parameters()) {
      String name = parameter.name().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      switch (parameter.value()) {
        case Call.Text(String text) -> option(command, name, text);
        case Call.Flag(boolean on) -> command.append(" \\\n  --" + (on ? "" : "no-") + name);
        case Call.Names(var names) -> option(command, name, names(names));
        case Call.Attributes(var attributes) -> option(command, name, json(attributes));
        case Call.Keys keys -> option(command, name, batch(keys));
      }
    }
    boolean pages =
        call.operation() == Call.Operation.QUERY || call.operation() == Call.Operation.SCAN;
    if (plan.limit() != null && pages) {
      option(command, "max-items", plan.limit().toString());
    }
    option(command, "endpoint-url", endpoint == null ? null : endpoint.toString());
    option(command, "region", region);
    option(command, "profile", profile);
    return command.toString();
  }

  private static String batch(Call.Keys keys) {
    String wanted =
        keys.keys().stream().map(CliRead::json).collect(Collectors.joining(",", "[", "]"));
    var others = new StringBuilder();
    for (Call.Parameter parameter : keys.others()) {
      String value =
          switch (parameter.value()) {
            case Call.Text(String text) -> string(text);
            case Call.Flag(boolean on) -> Boolean.toString(on);
            case Call.Names(var names) -> names(names);
            case Call.Attributes(var attributes) -> json(attributes);
            case Call.Keys _ -> throw new IllegalStateException("keys in keys");
          };
      others.append(",").append(string(parameter.name())).append(":").append(value);
    }
    return "{" + string(keys.table()) + ":{\"Keys\":" + wanted + others + "}}";
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
