package dev.sortkey.core.codegen;

import dev.sortkey.core.value.Attr;
import java.util.Map;

/// A program in Go, with the AWS SDK v2.
public final class GoSource extends Language {
  private static final String MODULE = "\"github.com/aws/aws-sdk-go-v2";

  private static final String READING =
      """
      // Read returns all items.
      func Read(ctx context.Context, client *dynamodb.Client) ([]map[string]types.AttributeValue, error) {
      \tvar items []map[string]types.AttributeValue
      \tfor _, request := range requests {
      %s\t}
      \treturn items, nil
      }
      """;
  private static final String PRINT =
      """
      \titems, err := Read(ctx, client)
      \tif err != nil {
      \t\tlog.Fatal(err)
      \t}
      \tfor _, item := range items {
      \t\tfmt.Println(item)
      \t}
      """;
  private static final String WRITE =
      """
      \tif err := Write(ctx, client); err != nil {
      \t\tlog.Fatal(err)
      \t}
      """;

  private GoSource() {}

  public static SourceFile of(Program program, Program.Place place) {
    var language = new GoSource();
    Call.Operation operation = program.operation();
    String type = operation.api();
    var requests = new StringBuilder("var requests = []*dynamodb." + type + "Input{\n");
    for (Call call : program.calls()) {
      requests
          .append("\t{\n")
          .append(language.parameters(call.parameters(), "\t\t"))
          .append("\t},\n");
    }
    requests.append("}\n");
    String stop =
        program.limit() == null
            ? ""
            : "\t\tif len(items) >= %d {\n\t\t\treturn items[:%1$d], nil\n\t\t}\n"
                .formatted(program.limit());
    String body =
        switch (operation) {
          case GET_ITEM ->
              """
              \t\tresponse, err := client.GetItem(ctx, request)
              \t\tif err != nil {
              \t\t\treturn nil, err
              \t\t}
              \t\tif response.Item != nil {
              \t\t\titems = append(items, response.Item)
              \t\t}
              """
                  + stop;
          case BATCH_GET_ITEM ->
              """
              \t\tfor len(request.RequestItems) > 0 {
              \t\t\tresponse, err := client.BatchGetItem(ctx, request)
              \t\t\tif err != nil {
              \t\t\t\treturn nil, err
              \t\t\t}
              \t\t\tfor _, found := range response.Responses {
              \t\t\t\titems = append(items, found...)
              \t\t\t}
              \t\t\trequest.RequestItems = response.UnprocessedKeys
              \t\t}
              """
                  + stop;
          case PUT_ITEM, UPDATE_ITEM, DELETE_ITEM ->
              """
              \t\tif _, err := client.%s(ctx, request); err != nil {
              \t\t\treturn err
              \t\t}
              """
                  .formatted(type);
          case QUERY, SCAN ->
              """
              \t\tpages := dynamodb.New%sPaginator(client, request)
              \t\tfor pages.HasMorePages() {
              \t\t\tpage, err := pages.NextPage(ctx)
              \t\t\tif err != nil {
              \t\t\t\treturn nil, err
              \t\t\t}
              \t\t\titems = append(items, page.Items...)
              %s\t\t}
              """
                  .formatted(type, stop.isEmpty() ? "" : stop.indent(0).replace("\t\t", "\t\t\t"));
        };
    String options =
        place.endpoint() == null
            ? ""
            : ", func(o *dynamodb.Options) {\n\t\to.BaseEndpoint = aws.String("
                + Quoted.of(place.endpoint() + "")
                + ")\n\t}";
    String functions = operation.writes() ? writing(program, body) : READING.formatted(body);
    String text =
        """
        %s
        %s
        func main() {
        \tctx := context.Background()
        \tcfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(%s))
        \tif err != nil {
        \t\tlog.Fatal(err)
        \t}
        \tclient := dynamodb.NewFromConfig(cfg%s)
        %s}
        """
            .formatted(
                requests,
                functions,
                Quoted.of(place.region()),
                options,
                operation.writes() ? WRITE : PRINT);
    if (text.contains("decoded(")) {
      text +=
          """

          func decoded(text string) []byte {
          \tbytes, err := base64.StdEncoding.DecodeString(text)
          \tif err != nil {
          \t\tlog.Fatal(err)
          \t}
          \treturn bytes
          }
          """;
    }
    String imports =
        "package main\n\nimport (\n\t\"context\"\n"
            + (text.contains("base64.") ? "\t\"encoding/base64\"\n" : "")
            + (text.contains("fmt.") ? "\t\"fmt\"\n" : "")
            + "\t\"log\"\n\n"
            + (text.contains("aws.") ? "\t" + MODULE + "/aws\"\n" : "")
            + "\t"
            + MODULE
            + "/config\"\n\t"
            + MODULE
            + "/service/dynamodb\"\n\t"
            + MODULE
            + "/service/dynamodb/types\"\n)\n\n";
    return new SourceFile("main.go", imports + text);
  }

  private static String writing(Program program, String body) {
    return """
    // %s
    func Write(ctx context.Context, client *dynamodb.Client) error {
    \tfor _, request := range requests {
    %s\t}
    \treturn nil
    }
    """
        .formatted(program.promise().replaceFirst("^F", "Write f"), body);
  }

  @Override
  String step() {
    return "\t";
  }

  @Override
  String string(String text) {
    return "aws.String(" + Quoted.of(text) + ")";
  }

  @Override
  String flag(boolean on) {
    return "aws.Bool(" + on + ")";
  }

  @Override
  String names(Map<String, String> names, String indent) {
    return lines(
        "map[string]string{",
        names.entrySet(),
        n -> Quoted.of(n.getKey()) + ": " + Quoted.of(n.getValue()),
        "}",
        indent);
  }

  @Override
  String attributes(Map<String, Attr> attributes, String indent) {
    return lines(
        "map[string]types.AttributeValue{",
        attributes.entrySet(),
        a -> Quoted.of(a.getKey()) + ": " + attribute(a.getValue()),
        "}",
        indent);
  }

  @Override
  String keys(Call.Keys keys, String indent) {
    String deeper = indent + "\t\t";
    String inner =
        deeper
            + parameter(
                "Keys",
                lines(
                    "[]map[string]types.AttributeValue{",
                    keys.keys(),
                    key ->
                        joined(
                            "{",
                            key.entrySet(),
                            f -> Quoted.of(f.getKey()) + ": " + attribute(f.getValue()),
                            "}"),
                    "}",
                    deeper))
            + "\n"
            + parameters(keys.others(), deeper);
    return "map[string]types.KeysAndAttributes{\n"
        + indent
        + "\t"
        + Quoted.of(keys.table())
        + ": {\n"
        + inner
        + indent
        + "\t},\n"
        + indent
        + "}";
  }

  @Override
  String attribute(Attr value) {
    String written =
        switch (value) {
          case Attr.S(String text) -> Quoted.of(text);
          case Attr.N(String digits) -> Quoted.of(digits);
          case Attr.B(var bytes) -> bytes(bytes.toBase64());
          case Attr.Bool(boolean on) -> Boolean.toString(on);
          case Attr.Null _ -> "true";
          case Attr.SS(var texts) -> joined("[]string{", texts, Quoted::of, "}");
          case Attr.NS(var digits) -> joined("[]string{", digits, Quoted::of, "}");
          case Attr.BS(var all) -> joined("[][]byte{", all, b -> bytes(b.toBase64()), "}");
          case Attr.L(var elements) ->
              joined("[]types.AttributeValue{", elements, this::attribute, "}");
          case Attr.M(var fields) ->
              joined(
                  "map[string]types.AttributeValue{",
                  fields.entrySet(),
                  f -> Quoted.of(f.getKey()) + ": " + attribute(f.getValue()),
                  "}");
        };
    return "&types.AttributeValueMember" + value.type() + "{Value: " + written + "}";
  }

  private static String bytes(String base64) {
    return "decoded(" + Quoted.of(base64) + ")";
  }

  @Override
  String parameter(String name, String value) {
    return name + ": " + value + ",";
  }
}
