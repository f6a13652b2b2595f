package dev.sortkey.core.codegen;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes values as Java expressions.
final class JavaText {
  private static final int LONGEST = 16_000;

  private JavaText() {}

  /// In parts where it is longer than a constant may be (JVM Specification, 4.4.7).
  static String string(String text) {
    if (text.length() <= LONGEST) {
      return literal(text);
    }
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); from += LONGEST) {
      parts.add(literal(text.substring(from, Math.min(text.length(), from + LONGEST))));
    }
    return "String.join(\"\", " + String.join(", ", parts) + ")";
  }

  private static String literal(String text) {
    var literal = new StringBuilder("\"");
    text.chars().forEach(letter -> literal.append(escaped((char) letter)));
    return literal.append('"').toString();
  }

  /// An `AttributeValue` of the SDK.
  static String attributeValue(Attr value) {
    String call =
        switch (value) {
          case Attr.S(String text) -> "fromS(" + string(text);
          case Attr.N(String digits) -> "fromN(" + string(digits);
          case Attr.B(Bytes bytes) -> "fromB(" + bytes(bytes);
          case Attr.Bool(boolean truth) -> "fromBool(" + truth;
          case Attr.Null _ -> "fromNul(true";
          case Attr.SS(var texts) -> "fromSs(List.of(" + strings(texts) + ")";
          case Attr.NS(var digits) -> "fromNs(List.of(" + strings(digits) + ")";
          case Attr.BS(var all) ->
              "fromBs(List.of("
                  + all.stream().map(JavaText::bytes).collect(Collectors.joining(", "))
                  + ")";
          case Attr.L(var elements) ->
              "fromL(List.of("
                  + elements.stream()
                      .map(JavaText::attributeValue)
                      .collect(Collectors.joining(", "))
                  + ")";
          case Attr.M(var fields) -> "fromM(" + map(fields, "");
        };
    return "AttributeValue." + call + ")";
  }

  /// A `Map<String, AttributeValue>`, an entry a line where there is an indent.
  static String map(Map<String, Attr> fields, String indent) {
    String between = indent.isEmpty() ? ", " : ",\n" + indent;
    String entries =
        fields.entrySet().stream()
            .map(field ->
                "Map.entry("
                    + string(field.getKey())
                    + ", "
                    + attributeValue(field.getValue())
                    + ")")
            .collect(Collectors.joining(between));
    return "Map.ofEntries(" + (indent.isEmpty() ? "" : "\n" + indent) + entries + ")";
  }

  /// A `Map<String, String>`, an entry a line.
  static String names(Map<String, String> names, String indent) {
    return names.entrySet().stream()
        .map(name -> "Map.entry(" + string(name.getKey()) + ", " + string(name.getValue()) + ")")
        .collect(Collectors.joining(",\n" + indent, "Map.ofEntries(\n" + indent, ")"));
  }

  private static String strings(Collection<String> texts) {
    return texts.stream().map(JavaText::string).collect(Collectors.joining(", "));
  }

  private static String bytes(Bytes bytes) {
    return "SdkBytes.fromByteArray(Base64.getDecoder().decode(" + string(bytes.toBase64()) + "))";
  }

  private static String escaped(char letter) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          letter >= ' ' && letter <= '~' || letter > 0xA0 && Character.isLetterOrDigit(letter)
              ? String.valueOf(letter)
              : "\\u%04x".formatted((int) letter);
    };
  }
}
