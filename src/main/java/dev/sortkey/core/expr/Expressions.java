package dev.sortkey.core.expr;

import dev.sortkey.core.text.Messages;
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
  /// The longest expression, in bytes (Developer Guide, "Constraints in Amazon DynamoDB").
  public static final int LONGEST = 4096;

  /// Operators and functions in one expression.
  private static final int MOST_OPERATORS = 300;

  /// The values of an IN (Developer Guide, "Condition and filter expressions").
  public static final int MOST_OPTIONS = 100;

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
      case Condition.In(AttrPath path, var options) -> in(path, options);
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

  /// Whether DynamoDB takes a text of this length.
  public static boolean fits(String expression) {
    // placeholders and keywords are ASCII
    return expression.length() <= LONGEST;
  }

  /// Whether DynamoDB takes a condition by its length and its number of operators.
  public static boolean fits(Condition condition, String expression) {
    return fits(expression) && operators(condition) <= MOST_OPERATORS;
  }

  private static int operators(Condition condition) {
    return switch (condition) {
      case Condition.And(var parts) -> operators(parts);
      case Condition.Or(var parts) -> operators(parts);
      case Condition.Not(Condition part) -> 1 + operators(part);
      case Condition.Size _, Condition.Between _ -> 2;
      default -> 1;
    };
  }

  private static int operators(List<Condition> parts) {
    return parts.size() - 1 + parts.stream().mapToInt(Expressions::operators).sum();
  }

  private String in(AttrPath path, List<Attr> options) {
    if (options.isEmpty() || options.size() > MOST_OPTIONS) {
      throw new IllegalArgumentException(
          Messages.text("query.choices", MOST_OPTIONS, options.size()));
    }
    return path(path)
        + options.stream().map(this::value).collect(Collectors.joining(", ", " IN (", ")"));
  }

  /// AND binds closer than OR, so a group inside a group stands in brackets; one pair only, since
  /// DynamoDB refuses redundant ones.
  private String joined(List<Condition> parts, String word) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a group without conditions");
    }
    if (parts.size() == 1) {
      return condition(parts.getFirst());
    }
    return parts.stream()
        .map(part -> isGroup(part) ? "(" + condition(part) + ")" : condition(part))
        .collect(Collectors.joining(word));
  }

  private static boolean isGroup(Condition condition) {
    return switch (condition) {
      case Condition.And(var parts) -> parts.size() > 1 || isGroup(parts.getFirst());
      case Condition.Or(var parts) -> parts.size() > 1 || isGroup(parts.getFirst());
      default -> false;
    };
  }

  private String path(AttrPath path) {
    var out = new StringBuilder();
    for (AttrPath.Step step : path.steps()) {
      switch (step) {
        case AttrPath.Index(int index) -> out.append('[').append(index).append(']');
        case AttrPath.Name(String name) -> {
          if (name.isEmpty()) {
            throw new IllegalArgumentException(Messages.text("query.unnamed"));
          }
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
