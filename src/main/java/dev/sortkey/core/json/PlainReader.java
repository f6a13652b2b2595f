package dev.sortkey.core.json;

import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads plain JSON with its escapes.
final class PlainReader {
  private final JsonSource source;
  private final JsonSets sets;

  PlainReader(JsonSource source) {
    this.source = source;
    this.sets = new JsonSets(source);
  }

  SequencedMap<String, Attr> fields(Json json) throws JsonFault {
    if (!(json instanceof Json.Obj(var fields, boolean _, int _))) {
      throw source.fault(json.at(), "json.want-object");
    }
    var attributes = new LinkedHashMap<String, Attr>();
    for (Json.Field field : fields) {
      attributes.put(field.name(), attr(field.value()));
    }
    return attributes;
  }

  Attr attr(Json json) throws JsonFault {
    return switch (json) {
      case Json.Str(String text, int _) -> new Attr.S(text);
      case Json.Num(String digits, int _) -> new Attr.N(digits);
      case Json.Bool(boolean value, int _) -> new Attr.Bool(value);
      case Json.Null _ -> new Attr.Null();
      case Json.Arr(var elements, int _) -> {
        List<Attr> list = new ArrayList<>(elements.size());
        for (Json element : elements) {
          list.add(attr(element));
        }
        yield new Attr.L(list);
      }
      case Json.Obj object -> {
        Json.Field only = PlainEscape.in(object);
        yield only == null ? new Attr.M(fields(object)) : escaped(only);
      }
    };
  }

  private Attr escaped(Json.Field field) throws JsonFault {
    String tag = field.name();
    Json value = field.value();
    return switch (tag) {
      case PlainEscape.N -> new Attr.N(sets.text(tag, value));
      case PlainEscape.B -> new Attr.B(sets.binary(tag, value));
      case PlainEscape.SS -> new Attr.SS(sets.set(tag, value, each -> sets.text(tag, each)));
      case PlainEscape.NS -> new Attr.NS(sets.set(tag, value, each -> number(tag, each)));
      case PlainEscape.BS -> new Attr.BS(sets.set(tag, value, each -> sets.binary(tag, each)));
      default -> new Attr.M(fields(value));
    };
  }

  /// In a set, a number that JSON can say is written as one, any other as a string.
  private String number(String tag, Json json) throws JsonFault {
    return json instanceof Json.Num(String digits, int _) ? digits : sets.text(tag, json);
  }
}
