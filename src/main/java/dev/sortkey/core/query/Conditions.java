package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.value.AttrPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What can be read off a condition.
final class Conditions {
  private Conditions() {}

  /// All paths in it, in their order.
  static List<AttrPath> paths(Condition condition) {
    return switch (condition) {
      case Condition.And(var parts) -> paths(parts);
      case Condition.Or(var parts) -> paths(parts);
      case Condition.Not(Condition part) -> paths(part);
      case Condition.Compare(AttrPath path, var _, var _) -> List.of(path);
      case Condition.Between(AttrPath path, var _, var _) -> List.of(path);
      case Condition.In(AttrPath path, var _) -> List.of(path);
      case Condition.BeginsWith(AttrPath path, var _) -> List.of(path);
      case Condition.Contains(AttrPath path, var _) -> List.of(path);
      case Condition.Exists(AttrPath path) -> List.of(path);
      case Condition.NotExists(AttrPath path) -> List.of(path);
      case Condition.HasType(AttrPath path, var _) -> List.of(path);
      case Condition.Size(AttrPath path, var _, var _) -> List.of(path);
    };
  }

  static List<AttrPath> paths(List<Condition> conditions) {
    return conditions.stream().flatMap(part -> paths(part).stream()).distinct().toList();
  }

  /// The attributes that it looks at or into.
  static Set<String> names(Condition condition) {
    return paths(condition).stream()
        .map(Conditions::top)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static String top(AttrPath path) {
    return path.steps().getFirst() instanceof AttrPath.Name(String name) ? name : "";
  }

  /// The parts that must all hold, groups of AND opened.
  static List<Condition> parts(List<Condition> all) {
    return all.stream()
        .flatMap(part ->
            part instanceof Condition.And(var inner)
                ? parts(inner).stream()
                : List.of(part).stream())
        .toList();
  }

  /// All as one, or null for none.
  static @Nullable Condition all(List<Condition> parts) {
    return parts.isEmpty() ? null : parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
  }

  /// Whether only items that have the attribute can fulfil it.
  static boolean demands(Condition condition, String name) {
    return switch (condition) {
      case Condition.And(var parts) -> parts.stream().anyMatch(part -> demands(part, name));
      case Condition.Or(var parts) -> parts.stream().allMatch(part -> demands(part, name));
      case Condition.Not(Condition.NotExists(AttrPath path)) -> top(path).equals(name);
      case Condition.Not(Condition.Not(Condition part)) -> demands(part, name);
      case Condition.Not _, Condition.NotExists _ -> false;
      case Condition.Compare(AttrPath path, var comparison, var _) ->
          comparison != Comparison.NE && top(path).equals(name);
      default -> names(condition).contains(name);
    };
  }
}
