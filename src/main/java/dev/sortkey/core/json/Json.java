package dev.sortkey.core.json;

import java.util.List;

/// A JSON document as it was written: numbers by their text, fields in order, each value with the
/// offset at which it begins.
sealed interface Json {
  int at();

  /// @param tag whether it only names the type of its one field's value, and so shares its line
  record Obj(List<Field> fields, boolean tag, int at) implements Json {}

  record Field(String name, Json value, int at) {}

  record Arr(List<Json> elements, int at) implements Json {}

  record Str(String value, int at) implements Json {}

  record Num(String text, int at) implements Json {}

  record Bool(boolean value, int at) implements Json {}

  record Null(int at) implements Json {}

  static Json text(String value) {
    return new Str(value, 0);
  }

  static Json number(String text) {
    return new Num(text, 0);
  }

  static Json array(List<Json> elements) {
    return new Arr(elements, 0);
  }

  static Json object(List<Field> fields) {
    return new Obj(fields, false, 0);
  }

  static Field field(String name, Json value) {
    return new Field(name, value, 0);
  }

  static Json tagged(String name, Json value) {
    return new Obj(List.of(field(name, value)), true, 0);
  }
}
