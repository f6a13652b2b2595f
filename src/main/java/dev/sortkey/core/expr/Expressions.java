package dev.sortkey.core.expr;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Writes the expressions of one request. Each name and value goes through a placeholder, so that a
/// reserved word, a dot, a bracket or an emoji in a name is as good as any other. Equal names share
/// one placeholder; values do not.
public final class Expressions {
  private final LinkedHashMap<String, String> placeholders = new LinkedHashMap<>();
  private final LinkedHashMap<String, Attr> values = new LinkedHashMap<>();

  /// `ExpressionAttributeNames`: placeholder to name.
  public SequencedMap<String, String> names() {
    var names = new LinkedHashMap<String, String>();
    placeholders.forEach((name, placeholder) -> names.put(placeholder, name));
    return Collections.unmodifiableSequencedMap(names);
  }

  /// `ExpressionAttributeValues`: placeholder to value.
  public SequencedMap<String, Attr> values() {
    return Collections.unmodifiableSequencedMap(values);
  }

  /// The text of a condition, filter or key condition.
  public String condition(Condition condition) {
    return switch (condition) {
      case Condition.Compare(AttrPath path, var comparison, Attr value) ->
          path(path) + " " + comparison.sign() + " " + value(value);
      case Condition.Between(AttrPath path, Attr low, Attr high) ->
          path(path) + " BETWEEN " + value(low) + " AND " + value(high);
      case Condition.In(AttrPath path, var options) ->
          path(path)
              + options.stream().map(this::value).collect(Collectors.joining(", ", " IN (", ")"));
      case Condition.Exists(AttrPath path) -> "attribute_exists(" + path(path) + ")";
      case Condition.NotExists(AttrPath path) -> "attribute_not_exists(" + path(path) + ")";
      case Condition.HasType(AttrPath path, var type) ->
          "attribute_type(" + path(path) + ", " + value(new Attr.S(type.name())) + ")";
      case Condition.BeginsWith(AttrPath path, Attr prefix) ->
          "begins_with(" + path(path) + ", " + value(prefix) + ")";
      case Condition.Contains(AttrPath path, Attr operand) ->
          "contains(" + path(path) + ", " + value(operand) + ")";
      case Condition.Size(AttrPath path, var comparison, long size) ->
          "size("
              + path(path)
              + ") "
              + comparison.sign()
              + " "
              + value(new Attr.N(Long.toString(size)));
      case Condition.And(var parts) -> joined(parts, " AND ");
      case Condition.Or(var parts) -> joined(parts, " OR ");
      case Condition.Not(Condition part) -> "NOT (" + condition(part) + ")";
    };
  }

  /// The text of a projection.
  public String projection(List<AttrPath> paths) {
    return paths.stream().map(this::path).collect(Collectors.joining(", "));
  }

  /// The text of an update: what to set and what to remove, in the order given.
  public String update(SequencedMap<AttrPath, Attr> set, List<AttrPath> remove) {
    List<String> clauses = new ArrayList<>();
    if (!set.isEmpty()) {
      clauses.add(
          set.sequencedEntrySet().stream()
              .map(entry -> path(entry.getKey()) + " = " + value(entry.getValue()))
              .collect(Collectors.joining(", ", "SET ", "")));
    }
    if (!remove.isEmpty()) {
      clauses.add(remove.stream().map(this::path).collect(Collectors.joining(", ", "REMOVE ", "")));
    }
    return String.join(" ", clauses);
  }

  private String joined(List<Condition> parts, String word) {
    return parts.stream()
        .map(part ->
            part instanceof Condition.And || part instanceof Condition.Or
                ? "(" + condition(part) + ")"
                : condition(part))
        .collect(Collectors.joining(word));
  }

  private String path(AttrPath path) {
    var out = new StringBuilder();
    for (AttrPath.Step step : path.steps()) {
      switch (step) {
        case AttrPath.Index(int index) -> out.append('[').append(index).append(']');
        case AttrPath.Name(String name) -> {
          if (!out.isEmpty()) {
            out.append('.');
          }
          out.append(placeholders.computeIfAbsent(name, n -> "#n" + placeholders.size()));
        }
      }
    }
    return out.toString();
  }

  private String value(Attr value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
