package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether conditions open a key to Query, and to which runs of it.
sealed interface KeyAccess {
  /// More reads than these are no longer worth it.
  int MOST = 100;

  record Open(List<KeyRange> ranges) implements KeyAccess {}

  /// @param why for the person
  record Closed(String why) implements KeyAccess {}

  /// @param parts what the regions come from, for the reason
  static KeyAccess of(Source source, List<Region> regions, List<Condition> parts) {
    List<KeyRange> ranges = new ArrayList<>();
    for (Region region : regions) {
      for (KeyAttribute key : source.keys().partition()) {
        Domain domain = region.of(key.name());
        if (!(domain instanceof Domain.Values(var values))) {
          return new Closed(closed(key, parts));
        }
        if (values.stream().noneMatch(value -> fits(key, value))) {
          return new Closed(mistyped(key, values.getFirst()));
        }
      }
      if (!expand(source, region, ranges)) {
        return new Closed(Messages.text("query.way.many", MOST));
      }
    }
    List<KeyRange> apart = KeyRange.apart(ranges);
    return apart.isEmpty() ? new Closed(Messages.text("query.way.types")) : new Open(apart);
  }

  /// @return false when there are too many
  private static boolean expand(Source source, Region region, List<KeyRange> ranges) {
    List<List<Attr>> partitions = List.of(List.of());
    for (KeyAttribute key : source.keys().partition()) {
      partitions = times(partitions, key, region.of(key.name()));
      if (partitions.size() > MOST) {
        return false;
      }
    }
    List<List<Attr>> equals = List.of(List.of());
    Domain.Range range = null;
    for (KeyAttribute key : source.keys().sort()) {
      Domain domain = region.of(key.name());
      if (domain instanceof Domain.Range found) {
        if (!fits(key, found.end())) {
          return true;
        }
        range = found;
        break;
      }
      if (!(domain instanceof Domain.Values)) {
        break;
      }
      List<List<Attr>> more = times(equals, key, domain);
      if (more.size() * partitions.size() > MOST) {
        break;
      }
      equals = more;
    }
    for (List<Attr> partition : partitions) {
      for (List<Attr> equal : equals) {
        ranges.add(new KeyRange(partition, equal, range));
      }
    }
    return ranges.size() <= MOST;
  }

  private static List<List<Attr>> times(List<List<Attr>> lists, KeyAttribute key, Domain domain) {
    List<List<Attr>> longer = new ArrayList<>();
    if (domain instanceof Domain.Values(var values)) {
      for (List<Attr> list : lists) {
        for (Attr value : values) {
          if (fits(key, value)) {
            var next = new ArrayList<>(list);
            next.add(value);
            longer.add(next);
          }
        }
      }
    }
    return longer;
  }

  private static boolean fits(KeyAttribute key, Attr value) {
    return value.type() == key.type().attrType();
  }

  private static String mistyped(KeyAttribute key, Attr value) {
    return Messages.text(
        "query.way.mistyped",
        key.name(),
        Operands.word(key.type().attrType()),
        Operands.word(value.type()));
  }

  private static String closed(KeyAttribute key, List<Condition> parts) {
    Optional<Condition> on =
        parts.stream().filter(part -> key.name().equals(Region.name(part))).findFirst();
    if (on.isPresent()) {
      return Messages.text("query.way.not-equal", key.name(), sign(on.get()));
    }
    boolean inside = parts.stream().anyMatch(part -> Conditions.names(part).contains(key.name()));
    return Messages.text(inside ? "query.way.in-group" : "query.way.not-named", key.name());
  }

  private static String sign(Condition condition) {
    return switch (condition) {
      case Condition.Compare(var _, var comparison, var _) ->
          comparison == Comparison.NE ? "≠" : comparison.sign();
      case Condition.Between _ -> "between";
      case Condition.BeginsWith _ -> "begins_with";
      case Condition.Contains _ -> "contains";
      case Condition.Exists _ -> "attribute_exists";
      case Condition.NotExists _ -> "attribute_not_exists";
      case Condition.HasType _ -> "attribute_type";
      case Condition.Size _ -> "size";
      default -> "in";
    };
  }
}
