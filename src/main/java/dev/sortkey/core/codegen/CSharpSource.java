package dev.sortkey.core.codegen;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.value.Attr;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A read as a program in C#, with the AWS SDK for .NET.
public final class CSharpSource extends Language {
  private static final String MAP = "new Dictionary<string, AttributeValue>";

  private CSharpSource() {}

  public static SourceFile of(ReadPlan plan, String region, @Nullable URI endpoint) {
    var language = new CSharpSource();
    List<Call> calls = Call.of(plan);
    Call.Operation operation = calls.getFirst().operation();
    String type =
        switch (operation) {
          case GET_ITEM -> "GetItem";
          case BATCH_GET_ITEM -> "BatchGetItem";
          case QUERY -> "Query";
          case SCAN -> "Scan";
        };
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
          default ->
              """
                          await foreach (var item in client.Paginators.%s(request).Items) yield return item;
              """
                  .formatted(type);
        };
    var requests = new StringBuilder();
    for (Call call : calls) {
      requests
          .append("            new()\n            {\n")
          .append(language.parameters(call.parameters(), "                "))
          .append("            },\n");
    }
    String config =
        endpoint == null
            ? "RegionEndpoint.GetBySystemName(" + Quoted.of(region) + ")"
            : "new AmazonDynamoDBConfig\n            {\n                ServiceURL = "
                + Quoted.of(endpoint.toString())
                + ",\n                AuthenticationRegion = "
                + Quoted.of(region)
                + ",\n            }";
    String each =
        plan.limit() == null
            ? "            Console.WriteLine(string.Join(\", \", item.Keys));\n"
            : "            Console.WriteLine(string.Join(\", \", item.Keys));\n"
                + "            if (--left == 0) break;\n";
    String text =
        """
        using Amazon;
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;

        static class Reading
        {
            static List<%1$sRequest> Requests() => new()
            {
        %2$s    };

            /// All items, a page at a time.
            public static async IAsyncEnumerable<Dictionary<string, AttributeValue>> Read(IAmazonDynamoDB client)
            {
                foreach (var request in Requests())
                {
        %3$s        }
            }

            static async Task Main()
            {
                using var client = new AmazonDynamoDBClient(%4$s);
        %5$s        await foreach (var item in Read(client))
                {
        %6$s        }
            }
        }
        """
            .formatted(
                type,
                requests,
                body,
                config,
                plan.limit() == null ? "" : "        var left = " + plan.limit() + ";\n",
                each);
    return new SourceFile("Reading.cs", text);
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
