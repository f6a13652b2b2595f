package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values in one short line, for what is closed, was, or is compared.
final class Glance {
  private static final int LONGEST = 160;
  private static final int PARTS = 6;

  private Glance() {}

  /// `2 items`, `3 fields`, or the value itself.
  static String count(Attr value) {
    return switch (value) {
      case Attr.L(var elements) -> Messages.text("editor.items", elements.size());
      case Attr.M(var fields) -> Messages.text("editor.fields", fields.size());
      default -> of(value);
    };
  }

  /// As much of the value as one line takes.
  static String of(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text.isEmpty() ? Messages.text("editor.empty") : line(text);
      case Attr.N(String digits) -> line(digits);
      case Attr.B(var bytes) ->
          Messages.text("editor.bytes-of", bytes.length(), line(bytes.toBase64()));
      case Attr.Bool(boolean truth) -> String.valueOf(truth);
      case Attr.Null _ -> "null";
      case Attr.SS(var members) -> members(members.stream());
      case Attr.NS(var members) -> members(members.stream());
      case Attr.BS(var members) -> members(members.stream().map(Object::toString));
      case Attr.L(List<Attr> elements) ->
          elements.isEmpty()
              ? count(value)
              : cut(
                  elements.stream()
                      .limit(PARTS)
                      .map(Glance::inner)
                      .collect(Collectors.joining(", ")));
      case Attr.M(var fields) ->
          fields.isEmpty()
              ? count(value)
              : cut(
                  fields.entrySet().stream()
                      .limit(PARTS)
                      .map((Map.Entry<String, Attr> field) ->
                          field.getKey() + " " + inner(field.getValue()))
                      .collect(Collectors.joining(", ")));
    };
  }

  private static String inner(Attr value) {
    return switch (value) {
      case Attr.L(var elements) -> "[" + elements.size() + "]";
      case Attr.M(var fields) -> "{" + fields.size() + "}";
      default -> of(value);
    };
  }

  private static String members(Stream<String> members) {
    return cut(members.limit(PARTS).map(Glance::line).collect(Collectors.joining(", ")));
  }

  private static String line(String text) {
    return cut(text.length() > LONGEST ? text.substring(0, LONGEST + 1) : text)
        .replace('\n', '↵')
        .replaceAll("\\p{Cntrl}", "·");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
