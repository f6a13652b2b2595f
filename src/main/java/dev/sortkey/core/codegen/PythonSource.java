package dev.sortkey.core.codegen;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.value.Attr;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A read as a program in Python, with boto3's client, whose numbers are the digits themselves.
public final class PythonSource extends Language {
  private PythonSource() {}

  public static SourceFile of(ReadPlan plan, String region, @Nullable URI endpoint) {
    var language = new PythonSource();
    List<Call> calls = Call.of(plan);
    String body =
        switch (calls.getFirst().operation()) {
          case GET_ITEM ->
              """
                  for request in REQUESTS:
                      response = client.get_item(**request)
                      if "Item" in response:
                          yield response["Item"]
              """;
          case BATCH_GET_ITEM ->
              """
                  for request in REQUESTS:
                      wanted = request["RequestItems"]
                      while wanted:
                          response = client.batch_get_item(RequestItems=wanted)
                          for items in response["Responses"].values():
                              yield from items
                          wanted = response["UnprocessedKeys"]
              """;
          case QUERY -> pages("query");
          case SCAN -> pages("scan");
        };
    var text =
        new StringBuilder("import base64\nimport itertools\n\nimport boto3\n\nREQUESTS = [\n");
    for (Call call : calls) {
      text.append("    {\n").append(language.parameters(call.parameters(), "        "));
      text.append("    },\n");
    }
    text.append("]\n\n\ndef read(client):\n    \"\"\"All items, a page at a time.\"\"\"\n");
    text.append(body.indent(0));
    text.append("\n\nif __name__ == \"__main__\":\n    dynamodb = boto3.client(\n");
    text.append("        \"dynamodb\",\n        region_name=").append(Quoted.of(region));
    text.append(",\n");
    if (endpoint != null) {
      text.append("        endpoint_url=").append(Quoted.of(endpoint.toString())).append(",\n");
    }
    text.append("    )\n    for item in ");
    text.append(
        plan.limit() == null
            ? "read(dynamodb)"
            : "itertools.islice(read(dynamodb), " + plan.limit() + ")");
    text.append(":\n        print(item)\n");
    String all = text.toString();
    if (!all.contains("base64.")) {
      all = all.replace("import base64\n", "");
    }
    if (!all.contains("itertools.")) {
      all = all.replace("import itertools\n", "");
    }
    return new SourceFile("read.py", all.startsWith("\n") ? all.substring(1) : all);
  }

  private static String pages(String operation) {
    return """
        for request in REQUESTS:
            for page in client.get_paginator("%s").paginate(**request):
                yield from page["Items"]
    """
        .formatted(operation);
  }

  @Override
  String string(String text) {
    return Quoted.of(text);
  }

  @Override
  String flag(boolean on) {
    return on ? "True" : "False";
  }

  @Override
  String names(Map<String, String> names, String indent) {
    return lines(
        "{", names.entrySet(), n -> string(n.getKey()) + ": " + string(n.getValue()), "}", indent);
  }

  @Override
  String attributes(Map<String, Attr> attributes, String indent) {
    return lines(
        "{",
        attributes.entrySet(),
        a -> string(a.getKey()) + ": " + attribute(a.getValue()),
        "}",
        indent);
  }

  @Override
  String keys(Call.Keys keys, String indent) {
    String deeper = indent + "        ";
    String inner =
        deeper
            + parameter("Keys", lines("[", keys.keys(), key -> map(key), "]", deeper))
            + "\n"
            + parameters(keys.others(), deeper);
    return "{\n"
        + indent
        + "    "
        + string(keys.table())
        + ": {\n"
        + inner
        + indent
        + "    },\n"
        + indent
        + "}";
  }

  private String map(Map<String, Attr> fields) {
    return joined(
        "{", fields.entrySet(), f -> string(f.getKey()) + ": " + attribute(f.getValue()), "}");
  }

  @Override
  String attribute(Attr value) {
    String written =
        switch (value) {
          case Attr.S(String text) -> string(text);
          case Attr.N(String digits) -> string(digits);
          case Attr.B(var bytes) -> bytes(bytes.toBase64());
          case Attr.Bool(boolean on) -> flag(on);
          case Attr.Null _ -> "True";
          case Attr.SS(var texts) -> joined("[", texts, this::string, "]");
          case Attr.NS(var digits) -> joined("[", digits, this::string, "]");
          case Attr.BS(var all) -> joined("[", all, b -> bytes(b.toBase64()), "]");
          case Attr.L(var elements) -> joined("[", elements, this::attribute, "]");
          case Attr.M(var fields) -> map(fields);
        };
    return "{\"" + value.type() + "\": " + written + "}";
  }

  private static String bytes(String base64) {
    return "base64.b64decode(" + Quoted.of(base64) + ")";
  }

  @Override
  String parameter(String name, String value) {
    return "\"" + name + "\": " + value + ",";
  }
}
