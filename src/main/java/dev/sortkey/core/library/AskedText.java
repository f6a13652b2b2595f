package dev.sortkey.core.library;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A query in one line, as people would say it.
public final class AskedText {
  private static final int LONGEST_VALUE = 60;

  private AskedText() {}

  public static String of(Asked asked) {
    return switch (asked) {
      case Asked.Conditions(String _, QuerySpec spec) -> of(spec);
      case Asked.Statement(String text) -> text.strip().replaceAll("\\s+", " ");
    };
  }

  /// The table it is about; of a statement nobody says.
  public static String table(Asked asked) {
    return asked instanceof Asked.Conditions(String table, QuerySpec _) ? table : "";
  }

  private static String of(QuerySpec spec) {
    List<String> parts = new ArrayList<>();
    if (!spec.partition().isEmpty()) {
      parts.add(
          Messages.text(
              "library.key",
              spec.partition().stream().map(AskedText::value).collect(Collectors.joining(", "))));
    }
    spec.sort().forEach(condition -> parts.add(of(condition)));
    spec.filters().forEach(condition -> parts.add(inside(condition)));
    String all =
        parts.isEmpty()
            ? Messages.text("library.everything")
            : String.join(Messages.text("library.and"), parts);
    return spec.index() == null ? all : Messages.text("library.on", spec.index(), all);
  }

  private static String of(Condition condition) {
    return switch (condition) {
      case Condition.And(var parts) -> joined(parts, "library.and");
      case Condition.Or(var parts) -> joined(parts, "library.or");
      case Condition.Not(Condition part) -> Messages.text("library.not", of(part));
      case Condition.Compare(var path, var comparison, Attr value) ->
          path + " " + comparison.sign() + " " + value(value);
      case Condition.Between(var path, Attr low, Attr high) ->
          Messages.text("library.between", path, value(low), value(high));
      case Condition.In(var path, var values) ->
          Messages.text(
              "library.in",
              path,
              values.stream().map(AskedText::value).collect(Collectors.joining(", ")));
      case Condition.BeginsWith(var path, Attr prefix) ->
          Messages.text("library.begins", path, value(prefix));
      case Condition.Contains(var path, Attr operand) ->
          Messages.text("library.contains", path, value(operand));
      case Condition.Exists(var path) -> Messages.text("library.exists", path);
      case Condition.NotExists(var path) -> Messages.text("library.not-exists", path);
      case Condition.HasType(var path, var type) ->
          Messages.text("library.type", path, type.name());
      case Condition.Size(var path, var comparison, long size) ->
          Messages.text("library.size", path, comparison.sign(), Long.toString(size));
    };
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(AskedText::inside).collect(Collectors.joining(Messages.text(word)));
  }

  /// A group inside others stands in brackets.
  private static String inside(Condition condition) {
    boolean group = condition instanceof Condition.And || condition instanceof Condition.Or;
    return group ? "(" + of(condition) + ")" : of(condition);
  }

  private static String value(Attr value) {
    String text =
        switch (value) {
          case Attr.S(String plain) -> plain.isEmpty() ? "\"\"" : plain;
          default -> PlainJson.write(value, false);
        };
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 1) + "…" : text;
  }
}
