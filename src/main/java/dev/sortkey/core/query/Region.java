package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A part of the key space that holds some of what is asked: for each key attribute the values that
/// are left to it; one that is not named is open.
record Region(Map<String, Domain> domains) {
  /// Beyond these, conditions are left to the filter.
  private static final int MOST = 200;

  private static final Region EVERYTHING = new Region(Map.of());

  Region {
    domains = Map.copyOf(domains);
  }

  Domain of(String name) {
    return domains.getOrDefault(name, new Domain.All());
  }

  /// Regions that together hold all that the condition lets through, and maybe more; none when it
  /// lets nothing through.
  ///
  /// @param keys the attributes that matter
  static List<Region> of(Condition condition, Set<String> keys) {
    return switch (condition) {
      case Condition.And(var parts) -> all(parts, keys);
      case Condition.Or(var parts) -> any(parts, keys);
      case Condition.Not(Condition.Not(Condition part)) -> of(part, keys);
      default -> leaf(condition, keys);
    };
  }

  private static List<Region> all(List<Condition> parts, Set<String> keys) {
    List<Region> regions = List.of(EVERYTHING);
    for (Condition part : parts) {
      List<Region> its = of(part, keys);
      if ((long) regions.size() * its.size() > MOST) {
        continue;
      }
      List<Region> both = new ArrayList<>();
      for (Region one : regions) {
        for (Region other : its) {
          Region common = one.and(other);
          if (common != null) {
            both.add(common);
          }
        }
      }
      regions = both;
    }
    return regions;
  }

  private static List<Region> any(List<Condition> parts, Set<String> keys) {
    List<Region> regions = new ArrayList<>();
    for (Condition part : parts) {
      regions.addAll(of(part, keys));
    }
    return regions.size() > MOST ? List.of(EVERYTHING) : regions;
  }

  private static List<Region> leaf(Condition condition, Set<String> keys) {
    String name = name(condition);
    if (name == null || !keys.contains(name)) {
      return List.of(EVERYTHING);
    }
    Domain domain = Domain.of(condition);
    if (domain == null) {
      return List.of();
    }
    return List.of(domain instanceof Domain.All ? EVERYTHING : new Region(Map.of(name, domain)));
  }

  /// The attribute that a simple condition is on, or null when it is on a nested one or on several.
  static @Nullable String name(Condition condition) {
    return switch (condition) {
      case Condition.And _, Condition.Or _, Condition.Not _ -> null;
      default -> {
        AttrPath path = Conditions.paths(condition).getFirst();
        yield path.steps().size() == 1 && path.steps().getFirst() instanceof AttrPath.Name(String n)
            ? n
            : null;
      }
    };
  }

  private @Nullable Region and(Region other) {
    var both = new LinkedHashMap<>(domains);
    for (var entry : other.domains.entrySet()) {
      Domain common = of(entry.getKey()).and(entry.getValue());
      if (common == null) {
        return null;
      }
      both.put(entry.getKey(), common);
    }
    return new Region(both);
  }
}
