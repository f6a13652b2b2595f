package dev.sortkey.core.library;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Puts values in the place of a saved query's parameters, and parameters in the place of values.
public final class Parameters {
  private Parameters() {}

  /// @param values by placeholder; what it does not name stays
  public static QuerySpec fill(QuerySpec spec, Map<String, Attr> values) {
    return replace(
        spec,
        value -> value instanceof Attr.S(String text) ? values.getOrDefault(text, value) : value);
  }

  /// All values of a query that could be asked for, in their order.
  public static List<Attr> values(QuerySpec spec) {
    List<Attr> values = new ArrayList<>();
    replace(
        spec,
        value -> {
          values.add(value);
          return value;
        });
    return values;
  }

  /// The query with each value, by its place in [#values], as something else.
  public static QuerySpec replaceAt(QuerySpec spec, Map<Integer, Attr> others) {
    int[] at = {0};
    return replace(spec, value -> others.getOrDefault(at[0]++, value));
  }

  private static QuerySpec replace(QuerySpec spec, UnaryOperator<Attr> change) {
    return new QuerySpec(
        spec.mode(),
        spec.index(),
        spec.partition().stream().map(change).toList(),
        spec.sort().stream().map(condition -> replace(condition, change)).toList(),
        spec.filters().stream().map(condition -> replace(condition, change)).toList(),
        spec.projection(),
        spec.descending(),
        spec.consistent(),
        spec.limit());
  }

  private static Condition replace(Condition condition, UnaryOperator<Attr> change) {
    return switch (condition) {
      case Condition.And(var parts) ->
          new Condition.And(parts.stream().map(part -> replace(part, change)).toList());
      case Condition.Or(var parts) ->
          new Condition.Or(parts.stream().map(part -> replace(part, change)).toList());
      case Condition.Not(Condition part) -> new Condition.Not(replace(part, change));
      case Condition.Compare(var path, var comparison, Attr value) ->
          new Condition.Compare(path, comparison, change.apply(value));
      case Condition.Between(var path, Attr low, Attr high) ->
          new Condition.Between(path, change.apply(low), change.apply(high));
      case Condition.In(var path, var values) ->
          new Condition.In(path, values.stream().map(change).toList());
      case Condition.BeginsWith(var path, Attr prefix) ->
          new Condition.BeginsWith(path, change.apply(prefix));
      case Condition.Contains(var path, Attr operand) ->
          new Condition.Contains(path, change.apply(operand));
      case Condition.Exists _, Condition.NotExists _, Condition.HasType _, Condition.Size _ ->
          condition;
    };
  }
}
