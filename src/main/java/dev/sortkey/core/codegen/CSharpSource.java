package dev.sortkey.core.codegen;

import dev.sortkey.core.value.Attr;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program in C#, with the AWS SDK for .NET.
public final class CSharpSource extends Language {
  private static final String MAP = "new Dictionary<string, AttributeValue>";

  private CSharpSource() {}

  public static SourceFile of(Program program, Program.Place place) {
    var language = new CSharpSource();
    Call.Operation operation = program.operation();
    String type = operation.api();
    String body =
        switch (operation) {
          case GET_ITEM ->
              """
                          var response = await client.GetItemAsync(request);
                          if (response.IsItemSet) yield return response.Item;
              """;
          case BATCH_GET_ITEM ->
              """
                          while (request.RequestItems is { Count: > 0 })
                          {
                              var response = await client.BatchGetItemAsync(request);
                              foreach (var items in response.Responses.Values)
                                  foreach (var item in items) yield return item;
                              request.RequestItems = response.UnprocessedKeys;
                          }
              """;
          case PUT_ITEM, UPDATE_ITEM, DELETE_ITEM ->
              "            await client.%sAsync(request);\n".formatted(type);
          case QUERY, SCAN ->
              """
                          await foreach (var item in client.Paginators.%s(request).Items) yield return item;
              """
                  .formatted(type);
        };
    var requests = new StringBuilder();
    for (Call call : program.calls()) {
      requests
          .append("            new()\n            {\n")
          .append(language.parameters(call.parameters(), "                "))
          .append("            },\n");
    }
    String config =
        place.endpoint() == null
            ? "RegionEndpoint.GetBySystemName(" + Quoted.of(place.region()) + ")"
            : "new AmazonDynamoDBConfig\n            {\n                ServiceURL = "
                + Quoted.of(place.endpoint() + "")
                + ",\n                AuthenticationRegion = "
                + Quoted.of(place.region())
                + ",\n            }";
    String name = operation.writes() ? "Writing" : "Reading";
    String signature =
        operation.writes()
            ? "async Task Write"
            : "async IAsyncEnumerable<Dictionary<string, AttributeValue>> Read";
    String text =
        """
        using Amazon;
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;

        static class %s
        {
            static List<%sRequest> Requests() => new()
            {
        %s    };

            /// <summary>%s</summary>
            public static %s(IAmazonDynamoDB client)
            {
                foreach (var request in Requests())
                {
        %s        }
            }

            static async Task Main()
            {
                using var client = new AmazonDynamoDBClient(%s);
        %s    }
        }
        """
            .formatted(
                name,
                type,
                requests,
                program.promise(),
                signature,
                body,
                config,
                operation.writes() ? "        await Write(client);\n" : printing(program.limit()));
    return new SourceFile(name + ".cs", text);
  }

  private static String printing(@Nullable Integer limit) {
    String print =
        """
                await foreach (var item in Read(client))
                {
                    Console.WriteLine(string.Join(", ", item.Keys));
        """;
    return limit == null
        ? print + "        }\n"
        : "        var left = "
            + limit
            + ";\n"
            + print
            + "            if (--left == 0) break;\n        }\n";
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
        "new Dictionary<string, string>\n" + indent + "{",
        names.entrySet(),
        n -> "[" + string(n.getKey()) + "] = " + string(n.getValue()),
        "}",
        indent);
  }

  @Override
  String attributes(Map<String, Attr> attributes, String indent) {
    return lines(
        MAP + "\n" + indent + "{",
        attributes.entrySet(),
        a -> "[" + string(a.getKey()) + "] = " + attribute(a.getValue()),
        "}",
        indent);
  }

  @Override
  String keys(Call.Keys keys, String indent) {
    String deeper = indent + "        ";
    String inner =
        deeper
            + parameter(
                "Keys",
                lines(
                    "new List<Dictionary<string, AttributeValue>>\n" + deeper + "{",
                    keys.keys(),
                    this::map,
                    "}",
                    deeper))
            + "\n"
            + parameters(keys.others(), deeper);
    return "new Dictionary<string, KeysAndAttributes>\n"
        + indent
        + "{\n"
        + indent
        + "    ["
        + string(keys.table())
        + "] = new()\n"
        + indent
        + "    {\n"
        + inner
        + indent
        + "    },\n"
        + indent
        + "}";
  }

  private String map(Map<String, Attr> fields) {
    return joined(
        MAP + " { ",
        fields.entrySet(),
        f -> "[" + string(f.getKey()) + "] = " + attribute(f.getValue()),
        " }");
  }

  @Override
  String attribute(Attr value) {
    String written =
        switch (value) {
          case Attr.S(String text) -> "S = " + string(text);
          case Attr.N(String digits) -> "N = " + string(digits);
          case Attr.B(var bytes) -> "B = " + bytes(bytes.toBase64());
          case Attr.Bool(boolean on) -> "BOOL = " + on;
          case Attr.Null _ -> "NULL = true";
          case Attr.SS(var texts) ->
              "SS = " + joined("new List<string> { ", texts, this::string, " }");
          case Attr.NS(var digits) ->
              "NS = " + joined("new List<string> { ", digits, this::string, " }");
          case Attr.BS(var all) ->
              "BS = " + joined("new List<MemoryStream> { ", all, b -> bytes(b.toBase64()), " }");
          case Attr.L(var elements) ->
              "L = "
                  + joined("new List<AttributeValue> { ", elements, this::attribute, " }")
                  + ", IsLSet = true";
          case Attr.M(var fields) -> "M = " + map(fields) + ", IsMSet = true";
        };
    return "new AttributeValue { " + written + " }";
  }

  private static String bytes(String base64) {
    return "new MemoryStream(Convert.FromBase64String(" + Quoted.of(base64) + "))";
  }

  @Override
  String parameter(String name, String value) {
    return name + " = " + value + ",";
  }
}
