package dev.sortkey.core.partiql;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a query as a SELECT.
public final class SelectWriting {
  private SelectWriting() {}

  /// A limit and consistent reading have no words in PartiQL; they are options of its request.
  ///
  /// @throws IllegalArgumentException when a value has no literal; the message is for the person
  public static String write(TableSchema table, QuerySpec spec) {
    var text = new StringBuilder("SELECT ");
    text.append(
        spec.projection().isEmpty()
            ? "*"
            : spec.projection().stream().map(Literals::path).collect(Collectors.joining(", ")));
    text.append("\nFROM ").append(Literals.name(table.name()));
    if (spec.index() != null) {
      text.append('.').append(Literals.name(spec.index()));
    }
    KeySchema keys =
        spec.index() == null
            ? table.keys()
            : table.index(spec.index()).map(Index::keys).orElse(table.keys());
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < spec.partition().size(); i++) {
      parts.add(
          new Condition.Compare(
              AttrPath.of(keys.partition().get(i).name()), Comparison.EQ, spec.partition().get(i)));
    }
    parts.addAll(spec.sort());
    parts.addAll(spec.filters());
    if (!parts.isEmpty()) {
      text.append("\nWHERE ")
          .append(
              parts.stream().map(SelectWriting::inside).collect(Collectors.joining("\n  AND ")));
    }
    if (spec.descending() && !keys.sort().isEmpty()) {
      text.append("\nORDER BY ")
          .append(Literals.name(keys.sort().getFirst().name()))
          .append(" DESC");
    }
    return text.toString();
  }

  static String condition(Condition condition) {
    return switch (condition) {
      case Condition.And(var parts) -> joined(parts, " AND ");
      case Condition.Or(var parts) -> joined(parts, " OR ");
      case Condition.Not(Condition part) -> "NOT (" + condition(part) + ")";
      case Condition.Compare(var path, var comparison, var value) ->
          Literals.path(path) + " " + comparison.sign() + " " + Literals.write(value);
      case Condition.Between(var path, var low, var high) ->
          Literals.path(path) + " BETWEEN " + Literals.write(low) + " AND " + Literals.write(high);
      case Condition.In(var path, var values) ->
          Literals.path(path)
              + values.stream()
                  .map(Literals::write)
                  .collect(Collectors.joining(", ", " IN [", "]"));
      case Condition.BeginsWith(var path, var prefix) ->
          "begins_with(" + Literals.path(path) + ", " + Literals.write(prefix) + ")";
      case Condition.Contains(var path, var operand) ->
          "contains(" + Literals.path(path) + ", " + Literals.write(operand) + ")";
      case Condition.Exists(var path) -> Literals.path(path) + " IS NOT MISSING";
      case Condition.NotExists(var path) -> Literals.path(path) + " IS MISSING";
      case Condition.HasType(var path, var type) ->
          "attribute_type(" + Literals.path(path) + ", '" + type.name() + "')";
      case Condition.Size(var path, var comparison, long size) ->
          "size(" + Literals.path(path) + ") " + comparison.sign() + " " + size;
    };
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(SelectWriting::inside).collect(Collectors.joining(word));
  }

  /// A group inside others stands in brackets.
  private static String inside(Condition condition) {
    boolean group =
        condition instanceof Condition.Or(var parts) && parts.size() > 1
            || condition instanceof Condition.And(var all) && all.size() > 1;
    return group ? "(" + condition(condition) + ")" : condition(condition);
  }
}
