package dev.sortkey.core.json;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.DynamoNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads DynamoDB JSON.
final class DynamoReader {
  private final JsonSource source;
  private final JsonSets sets;

  DynamoReader(JsonSource source) {
    this.source = source;
    this.sets = new JsonSets(source);
  }

  static Optional<AttrType> type(String descriptor) {
    return Arrays.stream(AttrType.values()).filter(t -> t.name().equals(descriptor)).findFirst();
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
    if (!(json instanceof Json.Obj(var fields, boolean _, int at))) {
      throw source.fault(json.at(), "json.want-type");
    }
    if (fields.size() != 1) {
      throw source.fault(fields.isEmpty() ? at : fields.get(1).at(), "json.want-one-type");
    }
    Json.Field field = fields.getFirst();
    String tag = field.name();
    AttrType type = type(tag).orElseThrow(() -> source.fault(field.at(), "json.unknown-type", tag));
    Json value = field.value();
    return switch (type) {
      case S -> new Attr.S(sets.text(tag, value));
      case N -> new Attr.N(number(tag, value));
      case B -> new Attr.B(sets.binary(tag, value));
      case SS -> new Attr.SS(sets.set(tag, value, each -> sets.text(tag, each)));
      case NS -> new Attr.NS(sets.set(tag, value, each -> number(tag, each)));
      case BS -> new Attr.BS(sets.set(tag, value, each -> sets.binary(tag, each)));
      case BOOL -> new Attr.Bool(bool(value));
      case NULL -> {
        if (!(value instanceof Json.Bool(boolean isNull, int _)) || !isNull) {
          throw source.fault(value.at(), "json.want-true");
        }
        yield new Attr.Null();
      }
      case L -> new Attr.L(elements(value));
      case M -> new Attr.M(fields(value));
    };
  }

  private List<Attr> elements(Json json) throws JsonFault {
    if (!(json instanceof Json.Arr(var elements, int _))) {
      throw source.fault(json.at(), "json.want-array", AttrType.L.name());
    }
    List<Attr> list = new ArrayList<>(elements.size());
    for (Json element : elements) {
      list.add(attr(element));
    }
    return list;
  }

  private boolean bool(Json json) throws JsonFault {
    if (json instanceof Json.Bool(boolean value, int _)) {
      return value;
    }
    throw source.fault(json.at(), "json.want-bool");
  }

  private String number(String tag, Json json) throws JsonFault {
    if (json instanceof Json.Num) {
      throw source.fault(json.at(), "json.number-quotes", tag);
    }
    String digits = sets.text(tag, json);
    if (!DynamoNumber.isNumber(digits)) {
      throw source.fault(json.at(), "json.number");
    }
    return digits;
  }
}
