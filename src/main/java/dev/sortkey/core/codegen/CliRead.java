package dev.sortkey.core.codegen;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.text.ShellWords;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.net.URI;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// A read as a command of the AWS CLI, an option a line.
public final class CliRead {
  private CliRead() {}

  /// @param endpoint null for AWS itself
  /// @param profile null for none
  public static SourceFile of(
      ReadPlan plan, String region, @Nullable URI endpoint, @Nullable String profile) {
    boolean query = plan.operation() == ReadPlan.Operation.QUERY;
    var command = new StringBuilder("aws dynamodb " + (query ? "query" : "scan"));
    option(command, "table-name", plan.table());
    option(command, "index-name", plan.index());
    option(command, "key-condition-expression", plan.keyCondition());
    option(command, "filter-expression", plan.filter());
    option(command, "projection-expression", plan.projection());
    if (!plan.names().isEmpty()) {
      option(command, "expression-attribute-names", names(plan));
    }
    if (!plan.values().isEmpty()) {
      option(
          command, "expression-attribute-values", DynamoJson.write(new Item(plan.values()), false));
    }
    if (plan.descending()) {
      command.append(" \\\n  --no-scan-index-forward");
    }
    if (plan.consistent()) {
      command.append(" \\\n  --consistent-read");
    }
    if (plan.limit() != null) {
      option(command, "max-items", plan.limit().toString());
    }
    option(command, "endpoint-url", endpoint == null ? null : endpoint.toString());
    option(command, "region", region);
    option(command, "profile", profile);
    return new SourceFile("read.sh", command.append('\n').toString());
  }

  /// The JSON of plain strings, which the item's writer gives when each is a text.
  private static String names(ReadPlan plan) {
    var texts = new LinkedHashMap<String, Attr>();
    plan.names().forEach((placeholder, name) -> texts.put(placeholder, new Attr.S(name)));
    return PlainJson.write(new Item(texts), false);
  }

  private static void option(StringBuilder command, String name, @Nullable String value) {
    if (value != null) {
      String between = value.startsWith("-") ? "=" : " ";
      command.append(" \\\n  --" + name + between + ShellWords.quoted(value));
    }
  }
}
