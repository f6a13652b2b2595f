package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What one Query reads: an item collection, or a run of it.
///
/// @param partition a value for each partition key attribute
/// @param equal values for the first sort key attributes
/// @param range of the sort key attribute behind these, or null for all of it
record KeyRange(List<Attr> partition, List<Attr> equal, Domain.@Nullable Range range) {
  KeyRange {
    partition = List.copyOf(partition);
    equal = List.copyOf(equal);
  }

  /// Whether at most one item of the table has this key.
  boolean isWholeKey(KeySchema keys) {
    return equal.size() == keys.sort().size();
  }

  /// The key condition; it may take the ends of the range in.
  Condition condition(KeySchema keys) {
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < partition.size(); i++) {
      parts.add(is(keys.partition().get(i), partition.get(i)));
    }
    parts.addAll(sort(keys));
    return new Condition.And(parts);
  }

  /// What the key condition says of the sort key; empty for the whole collection.
  List<Condition> sort(KeySchema keys) {
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < equal.size(); i++) {
      parts.add(is(keys.sort().get(i), equal.get(i)));
    }
    if (range != null) {
      parts.add(range.written(AttrPath.of(keys.sort().get(equal.size()).name())));
    }
    return parts;
  }

  private static Condition is(KeyAttribute key, Attr value) {
    return new Condition.Compare(AttrPath.of(key.name()), Comparison.EQ, value);
  }

  /// The values that an attribute has in what the key condition reads.
  Domain of(KeySchema keys, String name) {
    for (int i = 0; i < partition.size(); i++) {
      if (keys.partition().get(i).name().equals(name)) {
        return new Domain.Values(List.of(partition.get(i)));
      }
    }
    for (int i = 0; i < equal.size(); i++) {
      if (keys.sort().get(i).name().equals(name)) {
        return new Domain.Values(List.of(equal.get(i)));
      }
    }
    return range != null && keys.sort().get(equal.size()).name().equals(name)
        ? range.asWritten()
        : new Domain.All();
  }

  /// Whether all that is read fulfils the condition anyway.
  boolean implies(KeySchema keys, Condition condition) {
    return switch (condition) {
      case Condition.And(var parts) -> parts.stream().allMatch(part -> implies(keys, part));
      case Condition.Or(var parts) -> parts.stream().anyMatch(part -> implies(keys, part));
      case Condition.Not(Condition.Not(Condition part)) -> implies(keys, part);
      case Condition.Not _ -> false;
      default -> {
        String name = Region.name(condition);
        Domain wanted = name == null ? null : Domain.of(condition);
        yield wanted != null
            && !(wanted instanceof Domain.All)
            && keys.has(orEmpty(name))
            && of(keys, orEmpty(name)).within(wanted);
      }
    };
  }

  private static String orEmpty(@Nullable String name) {
    return name == null ? "" : name;
  }

  /// The same parts of the key space without any read twice: what lies in another goes, and what
  /// overlaps becomes one.
  static List<KeyRange> apart(List<KeyRange> ranges) {
    List<KeyRange> apart = new ArrayList<>();
    for (KeyRange next : ranges) {
      add(apart, next);
    }
    return apart;
  }

  private static void add(List<KeyRange> apart, KeyRange wanted) {
    KeyRange next = wanted;
    for (int i = 0; i < apart.size(); i++) {
      KeyRange other = apart.get(i);
      if (next.within(other)) {
        return;
      }
      KeyRange joined = other.within(next) ? next : next.joined(other);
      if (joined != null) {
        apart.remove(i);
        next = joined;
        i = -1;
      }
    }
    apart.add(next);
  }

  private boolean within(KeyRange other) {
    if (!same(partition, other.partition) || equal.size() < other.equal.size()) {
      return false;
    }
    int depth = other.equal.size();
    if (!same(equal.subList(0, depth), other.equal)) {
      return false;
    }
    if (other.range == null) {
      return true;
    }
    return equal.size() > depth
        ? other.range.asWritten().holds(equal.get(depth))
        : range != null && range.within(other.range.asWritten());
  }

  private @Nullable KeyRange joined(KeyRange other) {
    if (range == null
        || other.range == null
        || !same(partition, other.partition)
        || !same(equal, other.equal)) {
      return null;
    }
    Domain both = range.joined(other.range);
    return both == null ? null : new KeyRange(partition, equal, range(both));
  }

  /// One range for each item collection, around all that is wanted of it.
  static List<KeyRange> hulls(List<KeyRange> ranges) {
    List<KeyRange> hulls = new ArrayList<>();
    for (KeyRange next : ranges) {
      int at = -1;
      for (int i = 0; i < hulls.size() && at < 0; i++) {
        at = same(hulls.get(i).partition, next.partition) ? i : -1;
      }
      if (at < 0) {
        hulls.add(next);
      } else {
        hulls.set(at, hulls.get(at).around(next));
      }
    }
    return hulls;
  }

  private KeyRange around(KeyRange other) {
    Domain.Range mine = first();
    Domain.Range its = other.first();
    return new KeyRange(
        partition, List.of(), mine == null || its == null ? null : range(mine.around(its)));
  }

  private static Domain.@Nullable Range range(Domain domain) {
    return domain instanceof Domain.Range some ? some : null;
  }

  /// What is wanted of the first sort key attribute.
  private Domain.@Nullable Range first() {
    return equal.isEmpty()
        ? range
        : new Domain.Range(equal.getFirst(), true, equal.getFirst(), true, null);
  }

  private static boolean same(List<Attr> one, List<Attr> other) {
    if (one.size() != other.size()) {
      return false;
    }
    return IntStream.range(0, one.size()).allMatch(i -> one.get(i).same(other.get(i)));
  }
}
