package dev.sortkey.core.codegen;

import dev.sortkey.core.value.Attr;
import java.util.Locale;
import java.util.Map;

/// A program in JavaScript, with the AWS SDK v3's client, whose numbers are the digits themselves;
/// the document client would make doubles of them.
public final class JavaScriptSource extends Language {
  private JavaScriptSource() {}

  public static SourceFile of(Program program, Program.Place place) {
    var language = new JavaScriptSource();
    Call.Operation operation = program.operation();
    String imported;
    String body;
    switch (operation) {
      case GET_ITEM -> {
        imported = "GetItemCommand";
        body =
            """
                for (const request of requests) {
                    const { Item } = await client.send(new GetItemCommand(request));
                    if (Item) yield Item;
                }
            """;
      }
      case BATCH_GET_ITEM -> {
        imported = "BatchGetItemCommand";
        body =
            """
                for (const request of requests) {
                    let wanted = request.RequestItems;
                    while (wanted && Object.keys(wanted).length > 0) {
                        const response = await client.send(new BatchGetItemCommand({ RequestItems: wanted }));
                        for (const items of Object.values(response.Responses ?? {})) yield* items;
                        wanted = response.UnprocessedKeys;
                    }
                }
            """;
      }
      case QUERY, SCAN -> {
        imported = "paginate" + operation.api();
        body = pages(imported);
      }
      default -> {
        imported = operation.api() + "Command";
        body =
            "    for (const request of requests) await client.send(new %s(request));\n"
                .formatted(imported);
      }
    }
    var text = new StringBuilder("import { DynamoDBClient, " + imported + " } from ");
    text.append("\"@aws-sdk/client-dynamodb\";\n\nconst requests = [\n");
    for (Call call : program.calls()) {
      text.append("    {\n").append(language.parameters(call.parameters(), "        "));
      text.append("    },\n");
    }
    text.append("];\n\n/** " + program.promise() + " */\nexport async function");
    text.append(operation.writes() ? " write" : "* read").append("(client) {\n");
    text.append(body).append("}\n\nconst client = new DynamoDBClient({\n    region: ");
    text.append(Quoted.of(place.region())).append(",\n");
    if (place.endpoint() != null) {
      text.append("    endpoint: ").append(Quoted.of(place.endpoint() + "")).append(",\n");
    }
    text.append("});\n");
    if (operation.writes()) {
      text.append("await write(client);\n");
    } else if (program.limit() == null) {
      text.append("for await (const item of read(client)) console.log(item);\n");
    } else {
      text.append("let left = ").append(program.limit()).append(";\n");
      text.append("for await (const item of read(client)) {\n    console.log(item);\n");
      text.append("    if (--left === 0) break;\n}\n");
    }
    String name =
        operation.writes() ? operation.name().toLowerCase(Locale.ROOT).replace('_', '-') : "read";
    return new SourceFile(name + ".mjs", text.toString());
  }

  private static String pages(String paginator) {
    return """
        for (const request of requests) {
            for await (const page of %s({ client }, request)) yield* page.Items ?? [];
        }
    """
        .formatted(paginator);
  }

  @Override
  String string(String text) {
    return Quoted.of(text);
  }

  @Override
  String flag(boolean on) {
    return Boolean.toString(on);
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
        a -> field(a.getKey()) + ": " + attribute(a.getValue()),
        "}",
        indent);
  }

  /// `__proto__` in quotes would still set the prototype; in brackets it is a field.
  private String field(String name) {
    return name.equals("__proto__") ? "[\"__proto__\"]" : string(name);
  }

  @Override
  String keys(Call.Keys keys, String indent) {
    String deeper = indent + "        ";
    String inner =
        deeper
            + parameter("Keys", lines("[", keys.keys(), this::map, "]", deeper))
            + "\n"
            + parameters(keys.others(), deeper);
    return "{\n"
        + indent
        + "    "
        + field(keys.table())
        + ": {\n"
        + inner
        + indent
        + "    },\n"
        + indent
        + "}";
  }

  private String map(Map<String, Attr> fields) {
    return joined(
        "{ ", fields.entrySet(), f -> field(f.getKey()) + ": " + attribute(f.getValue()), " }");
  }

  @Override
  String attribute(Attr value) {
    String written =
        switch (value) {
          case Attr.S(String text) -> string(text);
          case Attr.N(String digits) -> string(digits);
          case Attr.B(var bytes) -> bytes(bytes.toBase64());
          case Attr.Bool(boolean on) -> flag(on);
          case Attr.Null _ -> "true";
          case Attr.SS(var texts) -> joined("[", texts, this::string, "]");
          case Attr.NS(var digits) -> joined("[", digits, this::string, "]");
          case Attr.BS(var all) -> joined("[", all, b -> bytes(b.toBase64()), "]");
          case Attr.L(var elements) -> joined("[", elements, this::attribute, "]");
          case Attr.M(var fields) -> map(fields);
        };
    return "{ " + value.type() + ": " + written + " }";
  }

  private static String bytes(String base64) {
    return "Buffer.from(" + Quoted.of(base64) + ", \"base64\")";
  }

  @Override
  String parameter(String name, String value) {
    return name + ": " + value + ",";
  }
}
