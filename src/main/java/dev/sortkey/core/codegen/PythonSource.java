package dev.sortkey.core.codegen;

import dev.sortkey.core.value.Attr;
import java.util.Locale;
import java.util.Map;

/// A program in Python, with boto3's client, whose numbers are the digits themselves.
public final class PythonSource extends Language {
  private PythonSource() {}

  public static SourceFile of(Program program, Program.Place place) {
    var language = new PythonSource();
    Call.Operation operation = program.operation();
    String name = operation.name().toLowerCase(Locale.ROOT);
    String body =
        switch (operation) {
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
          case QUERY, SCAN -> pages(name);
          case PUT_ITEM, UPDATE_ITEM, DELETE_ITEM ->
              "    for request in REQUESTS:\n        client." + name + "(**request)\n";
        };
    var text =
        new StringBuilder("import base64\nimport itertools\n\nimport boto3\n\nREQUESTS = [\n");
    for (Call call : program.calls()) {
      text.append("    {\n").append(language.parameters(call.parameters(), "        "));
      text.append("    },\n");
    }
    String function = operation.writes() ? "write" : "read";
    text.append("]\n\n\ndef " + function + "(client):\n");
    text.append("    \"\"\"" + program.promise() + "\"\"\"\n");
    text.append(body.indent(0));
    text.append("\n\nif __name__ == \"__main__\":\n    dynamodb = boto3.client(\n");
    text.append("        \"dynamodb\",\n        region_name=").append(Quoted.of(place.region()));
    text.append(",\n");
    if (place.endpoint() != null) {
      text.append("        endpoint_url=").append(Quoted.of(place.endpoint() + "")).append(",\n");
    }
    text.append("    )\n");
    if (operation.writes()) {
      text.append("    write(dynamodb)\n");
    } else {
      String items =
          program.limit() == null
              ? "read(dynamodb)"
              : "itertools.islice(read(dynamodb), " + program.limit() + ")";
      text.append("    for item in " + items + ":\n        print(item)\n");
    }
    String all = text.toString();
    if (!all.contains("base64.")) {
      all = all.replace("import base64\n", "");
    }
    if (!all.contains("itertools.")) {
      all = all.replace("import itertools\n", "");
    }
    return new SourceFile(
        (operation.writes() ? name : "read") + ".py",
        all.startsWith("\n") ? all.substring(1) : all);
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
