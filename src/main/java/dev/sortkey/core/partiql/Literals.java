package dev.sortkey.core.partiql;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import java.util.List;
import java.util.stream.Collectors;

/// Writes names and values as PartiQL has them.
public final class Literals {
  private Literals() {}

  /// @throws IllegalArgumentException for binary, which has no literal in PartiQL; the message is
  ///   for the person
  public static String write(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> string(text);
      case Attr.N(String digits) -> digits;
      case Attr.Bool(boolean flag) -> Boolean.toString(flag);
      case Attr.Null _ -> "null";
      case Attr.SS(var texts) -> joined("<<", texts.stream().map(Literals::string).toList(), ">>");
      case Attr.NS(var digits) -> joined("<<", List.copyOf(digits), ">>");
      case Attr.L(var elements) ->
          joined("[", elements.stream().map(Literals::write).toList(), "]");
      case Attr.M(var fields) ->
          joined(
              "{",
              fields.entrySet().stream()
                  .map(field -> string(field.getKey()) + ": " + write(field.getValue()))
                  .toList(),
              "}");
      case Attr.B _, Attr.BS _ ->
          throw new IllegalArgumentException(Messages.text("partiql.no-binary"));
    };
  }

  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  public static String path(AttrPath path) {
    var text = new StringBuilder();
    for (AttrPath.Step step : path.steps()) {
      switch (step) {
        case AttrPath.Index(int index) -> text.append('[').append(index).append(']');
        case AttrPath.Name(String name) ->
            text.append(text.isEmpty() ? "" : ".").append(name(name));
      }
    }
    return text.toString();
  }

  private static String string(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  private static String joined(String begin, List<String> parts, String end) {
    return parts.stream().collect(Collectors.joining(", ", begin, end));
  }
}
