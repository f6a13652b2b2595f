package dev.sortkey.core.json;

import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes a document, either without any spaces or with one element a line and 2 spaces a level. A
/// tag shares the line of what it names: `"Price": {"N": "99.99"}`.
final class JsonPrinter {
  private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();
  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;
  private int level;

  private JsonPrinter(boolean pretty) {
    this.pretty = pretty;
  }

  static String print(Json document, boolean pretty) {
    var printer = new JsonPrinter(pretty);
    printer.value(document);
    return printer.out.toString();
  }

  private void value(Json value) {
    switch (value) {
      case Json.Str(String text, int _) -> string(text);
      case Json.Num(String text, int _) -> out.append(text);
      case Json.Bool(boolean bool, int _) -> out.append(bool);
      case Json.Null _ -> out.append("null");
      case Json.Arr(var elements, int _) -> array(elements);
      case Json.Obj(var fields, boolean tag, int _) -> {
        if (tag) {
          out.append('{');
          field(fields.getFirst());
          out.append('}');
        } else {
          object(fields);
        }
      }
    }
  }

  private void object(List<Json.Field> fields) {
    out.append('{');
    level++;
    for (int i = 0; i < fields.size(); i++) {
      separate(i);
      field(fields.get(i));
    }
    close(fields.isEmpty(), '}');
  }

  private void array(List<Json> elements) {
    out.append('[');
    level++;
    for (int i = 0; i < elements.size(); i++) {
      separate(i);
      value(elements.get(i));
    }
    close(elements.isEmpty(), ']');
  }

  private void field(Json.Field field) {
    string(field.name());
    out.append(pretty ? ": " : ":");
    value(field.value());
  }

  private void separate(int index) {
    if (index > 0) {
      out.append(',');
    }
    newLine();
  }

  private void close(boolean empty, char bracket) {
    level--;
    if (!empty) {
      newLine();
    }
    out.append(bracket);
  }

  private void newLine() {
    if (pretty) {
      out.append('\n').repeat("  ", level);
    }
  }

  private void string(String text) {
    out.append('"');
    encoder.quoteAsString(text, out);
    out.append('"');
  }
}
