package dev.sortkey.core.json;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.SequencedMap;

/// Plain JSON, lossless: what JSON cannot say (sets, binary, a number such as +1.) is an object
/// with one field named `$SS`, `$NS`, `$BS`, `$B` or `$N`; a map that looks like one of these is
/// wrapped in `$M`. The item itself is always a map and never wrapped.
public final class PlainJson {
  private PlainJson() {}

  public static String write(Item item, boolean pretty) {
    return JsonPrinter.print(fields(item.attributes()), pretty);
  }

  public static String write(Attr value, boolean pretty) {
    return JsonPrinter.print(json(value), pretty);
  }

  public static Item readItem(String text) throws JsonFault {
    var source = new JsonSource(text);
    return new Item(new PlainReader(source).fields(source.parse()));
  }

  public static Attr readAttr(String text) throws JsonFault {
    var source = new JsonSource(text);
    return new PlainReader(source).attr(source.parse());
  }

  private static Json json(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> Json.text(text);
      case Attr.N(String digits) ->
          PlainEscape.isJsonNumber(digits)
              ? Json.number(digits)
              : Json.tagged(PlainEscape.N, Json.text(digits));
      case Attr.B(Bytes bytes) -> Json.tagged(PlainEscape.B, Json.text(bytes.toBase64()));
      case Attr.Bool(boolean bool) -> new Json.Bool(bool, 0);
      case Attr.Null _ -> new Json.Null(0);
      case Attr.SS(var texts) ->
          Json.tagged(PlainEscape.SS, Json.array(texts.stream().map(Json::text).toList()));
      case Attr.NS(var numbers) ->
          Json.tagged(
              PlainEscape.NS, Json.array(numbers.stream().map(PlainJson::setNumber).toList()));
      case Attr.BS(var binaries) ->
          Json.tagged(
              PlainEscape.BS,
              Json.array(binaries.stream().map(Bytes::toBase64).map(Json::text).toList()));
      case Attr.L(var elements) -> Json.array(elements.stream().map(PlainJson::json).toList());
      case Attr.M(var fields) ->
          fields.size() == 1 && PlainEscape.isName(fields.firstEntry().getKey())
              ? Json.tagged(PlainEscape.M, fields(fields))
              : fields(fields);
    };
  }

  private static Json setNumber(String digits) {
    return PlainEscape.isJsonNumber(digits) ? Json.number(digits) : Json.text(digits);
  }

  private static Json fields(SequencedMap<String, Attr> fields) {
    return Json.object(
        fields.sequencedEntrySet().stream()
            .map(field -> Json.field(field.getKey(), json(field.getValue())))
            .toList());
  }
}
