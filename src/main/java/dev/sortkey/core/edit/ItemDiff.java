package dev.sortkey.core.edit;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The differences between two versions of an item, down to the nested path. No path is a prefix of
/// another. Lists of different lengths, sets and scalars are one change each, since DynamoDB has no
/// path into a set and an index names another element once the list has shifted.
public record ItemDiff(List<PathChange> changes) {
  /// @param before null when the path is new
  /// @param after null when the path goes
  public record PathChange(AttrPath path, @Nullable Attr before, @Nullable Attr after) {
    /// What of it can be taken or left alone: the members that a set gains and loses, else the
    /// path.
    public List<Place> places() {
      if (before == null || after == null || !Members.comparable(before, after)) {
        return List.of(Place.of(path));
      }
      return Stream.concat(
              Members.without(before, after).stream(), Members.without(after, before).stream())
          .map(member -> new Place(path, member))
          .toList();
    }
  }

  public ItemDiff {
    changes = List.copyOf(changes);
  }

  public static ItemDiff between(Item before, Item after) {
    List<PathChange> changes = new ArrayList<>();
    fields(new AttrPath(List.of()), before.attributes(), after.attributes(), changes);
    return new ItemDiff(changes);
  }

  /// The differences of what stands at one path of both.
  static List<PathChange> at(AttrPath path, @Nullable Attr before, @Nullable Attr after) {
    List<PathChange> changes = new ArrayList<>();
    value(path, before, after, changes);
    return changes;
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  public List<Place> places() {
    return changes.stream().flatMap(change -> change.places().stream()).toList();
  }

  /// Whether two values are the same to DynamoDB, which keeps a number's value and not how it was
  /// written, and neither the order of fields nor that of a set.
  public static boolean same(Attr one, Attr other) {
    return one.same(other);
  }

  /// Likewise where either may be absent.
  public static boolean sameOrAbsent(@Nullable Attr one, @Nullable Attr other) {
    return one == null || other == null ? one == other : same(one, other);
  }

  private static void fields(
      AttrPath parent,
      SequencedMap<String, Attr> before,
      SequencedMap<String, Attr> after,
      List<PathChange> changes) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      value(parent.child(name), before.get(name), after.get(name), changes);
    }
  }

  private static void value(
      AttrPath path, @Nullable Attr before, @Nullable Attr after, List<PathChange> changes) {
    if (before instanceof Attr.M(var fields) && after instanceof Attr.M(var fields2)) {
      fields(path, fields, fields2, changes);
    } else if (before instanceof Attr.L(var elements)
        && after instanceof Attr.L(var elements2)
        && elements.size() == elements2.size()) {
      for (int i = 0; i < elements.size(); i++) {
        value(path.child(i), elements.get(i), elements2.get(i), changes);
      }
    } else if (before == null || after == null || !same(before, after)) {
      changes.add(new PathChange(path, before, after));
    }
  }
}
