package dev.sortkey.core.codegen;

import dev.sortkey.core.codegen.Call.Parameter;
import dev.sortkey.core.value.Attr;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How a language writes the parameters of a call: the same tree, with other brackets.
abstract class Language {
  abstract String string(String text);

  abstract String flag(boolean on);

  abstract String names(Map<String, String> names, String indent);

  abstract String attributes(Map<String, Attr> attributes, String indent);

  abstract String keys(Call.Keys keys, String indent);

  abstract String attribute(Attr value);

  /// A parameter with its value.
  abstract String parameter(String name, String value);

  final String value(Call.Value value, String indent) {
    return switch (value) {
      case Call.Text(String text) -> string(text);
      case Call.Flag(boolean on) -> flag(on);
      case Call.Names(var names) -> names(names, indent);
      case Call.Attributes(var attributes) -> attributes(attributes, indent);
      case Call.Keys keys -> keys(keys, indent);
    };
  }

  /// All parameters, one a line.
  final String parameters(List<Parameter> parameters, String indent) {
    return parameters.stream()
        .map(one -> indent + parameter(one.name(), value(one.value(), indent)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// How far a line stands in behind the one around it.
  String step() {
    return "    ";
  }

  /// Lines between two brackets.
  final <T> String lines(
      String open, Collection<T> parts, Function<T, String> write, String close, String indent) {
    return parts.stream()
        .map(part -> "\n" + indent + step() + write.apply(part) + ",")
        .collect(Collectors.joining("", open, "\n" + indent + close));
  }

  /// Parts in one line.
  static <T> String joined(
      String open, Collection<T> parts, Function<T, String> write, String close) {
    return parts.stream().map(write).collect(Collectors.joining(", ", open, close));
  }
}
