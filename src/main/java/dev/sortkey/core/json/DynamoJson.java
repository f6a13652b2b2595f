package dev.sortkey.core.json;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.SequencedMap;

/// DynamoDB JSON, the low-level API's form: `{"Price": {"N": "99.99"}}`.
public final class DynamoJson {
  private static final String ENVELOPE = "Item";

  private DynamoJson() {}

  public static String write(Item item, boolean pretty) {
    return JsonPrinter.print(fields(item.attributes()), pretty);
  }

  public static String write(Attr value, boolean pretty) {
    return JsonPrinter.print(json(value), pretty);
  }

  public static Item readItem(String text) throws JsonFault {
    var source = new JsonSource(text);
    return new Item(new DynamoReader(source).fields(source.parse()));
  }

  public static Attr readAttr(String text) throws JsonFault {
    var source = new JsonSource(text);
    return new DynamoReader(source).attr(source.parse());
  }

  /// One line of DynamoDB's export to S3: `{"Item": {…}}` (Developer Guide, "DynamoDB table export
  /// output format").
  public static String writeLine(Item item) {
    return JsonPrinter.print(Json.tagged(ENVELOPE, fields(item.attributes())), false);
  }

  /// Reads such a line, or a bare item. An item of which the only attribute is called `Item` is
  /// told apart by its types.
  public static Item readLine(String text) throws JsonFault {
    var source = new JsonSource(text);
    Json json = source.parse();
    if (json instanceof Json.Obj(var fields, boolean _, int _)
        && fields.size() == 1
        && fields.getFirst().name().equals(ENVELOPE)
        && fields.getFirst().value() instanceof Json.Obj(var inner, boolean _, int _)
        && inner.stream().allMatch(field -> JsonForm.typed(field.value()))) {
      return new Item(new DynamoReader(source).fields(fields.getFirst().value()));
    }
    return new Item(new DynamoReader(source).fields(json));
  }

  private static Json json(Attr value) {
    return Json.tagged(
        value.type().name(),
        switch (value) {
          case Attr.S(String text) -> Json.text(text);
          case Attr.N(String digits) -> Json.text(digits);
          case Attr.B(Bytes bytes) -> Json.text(bytes.toBase64());
          case Attr.Bool(boolean bool) -> new Json.Bool(bool, 0);
          case Attr.Null _ -> new Json.Bool(true, 0);
          case Attr.SS(var texts) -> Json.array(texts.stream().map(Json::text).toList());
          case Attr.NS(var numbers) -> Json.array(numbers.stream().map(Json::text).toList());
          case Attr.BS(var binaries) ->
              Json.array(binaries.stream().map(Bytes::toBase64).map(Json::text).toList());
          case Attr.L(var elements) -> Json.array(elements.stream().map(DynamoJson::json).toList());
          case Attr.M(var fields) -> fields(fields);
        });
  }

  private static Json fields(SequencedMap<String, Attr> fields) {
    return Json.object(
        fields.sequencedEntrySet().stream()
            .map(field -> Json.field(field.getKey(), json(field.getValue())))
            .toList());
  }
}
