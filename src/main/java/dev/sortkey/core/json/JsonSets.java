package dev.sortkey.core.json;

import dev.sortkey.core.value.Bytes;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// What both forms say alike: sets without duplicates, and binary in Base64.
final class JsonSets {
  /// How one element of a set is read.
  interface Element<T> {
    T read(Json json) throws JsonFault;
  }

  private final JsonSource source;

  JsonSets(JsonSource source) {
    this.source = source;
  }

  <T> SequencedSet<T> set(String tag, Json json, Element<T> element) throws JsonFault {
    if (!(json instanceof Json.Arr(var elements, int _))) {
      throw source.fault(json.at(), "json.want-array", tag);
    }
    var set = new LinkedHashSet<T>();
    for (Json each : elements) {
      T value = element.read(each);
      if (!set.add(value)) {
        throw source.fault(each.at(), "json.set-twice", value);
      }
    }
    return set;
  }

  String text(String tag, Json json) throws JsonFault {
    if (json instanceof Json.Str(String text, int _)) {
      return text;
    }
    throw source.fault(json.at(), "json.want-string", tag);
  }

  /// Base64 as DynamoDB has it: the standard alphabet, padded.
  Bytes binary(String tag, Json json) throws JsonFault {
    String text = text(tag, json);
    try {
      Bytes bytes = Bytes.fromBase64(text);
      if (bytes.toBase64().equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      // said below, for text that is nearly Base64 as well
    }
    throw source.fault(json.at(), "json.base64");
  }
}
