package dev.sortkey.core.edit;

import dev.sortkey.core.edit.Merge.Row;
import dev.sortkey.core.edit.Merge.Side;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks three versions of an item side by side, down to the paths at which they part.
final class ThreeWay {
  private final List<Row> rows = new ArrayList<>();

  private ThreeWay() {}

  static List<Row> rows(Item original, Item theirs, Item mine) {
    var walk = new ThreeWay();
    walk.fields(
        new AttrPath(List.of()), original.attributes(), theirs.attributes(), mine.attributes());
    return walk.rows;
  }

  private void fields(
      AttrPath parent,
      SequencedMap<String, Attr> original,
      SequencedMap<String, Attr> theirs,
      SequencedMap<String, Attr> mine) {
    Set<String> names = new LinkedHashSet<>(original.keySet());
    names.addAll(theirs.keySet());
    names.addAll(mine.keySet());
    for (String name : names) {
      value(parent.child(name), original.get(name), theirs.get(name), mine.get(name));
    }
  }

  private void value(
      AttrPath path, @Nullable Attr original, @Nullable Attr theirs, @Nullable Attr mine) {
    boolean kept = ItemDiff.sameOrAbsent(original, theirs);
    if (kept && ItemDiff.sameOrAbsent(original, mine)) {
      return;
    }
    if (kept) {
      for (ItemDiff.PathChange change : ItemDiff.at(path, original, mine)) {
        rows.add(
            new Row(
                change.path(),
                change.before(),
                change.before(),
                change.after(),
                Side.MINE,
                change.after()));
      }
    } else if (ItemDiff.sameOrAbsent(original, mine) || ItemDiff.sameOrAbsent(theirs, mine)) {
      Side side = ItemDiff.sameOrAbsent(theirs, mine) ? Side.SAME : Side.THEIRS;
      for (ItemDiff.PathChange change : ItemDiff.at(path, original, theirs)) {
        rows.add(
            new Row(
                change.path(),
                change.before(),
                change.after(),
                side == Side.SAME ? change.after() : change.before(),
                side,
                change.after()));
      }
    } else {
      bothChanged(path, original, theirs, mine);
    }
  }

  private void bothChanged(
      AttrPath path, @Nullable Attr original, @Nullable Attr theirs, @Nullable Attr mine) {
    if (original instanceof Attr.M(var was)
        && theirs instanceof Attr.M(var their)
        && mine instanceof Attr.M(var own)) {
      fields(path, was, their, own);
      return;
    }
    if (original instanceof Attr.L(var was)
        && theirs instanceof Attr.L(var their)
        && mine instanceof Attr.L(var own)
        && aligned(was, their, own)) {
      for (int i = 0; i < Math.max(their.size(), own.size()); i++) {
        value(path.child(i), element(was, i), element(their, i), element(own, i));
      }
      return;
    }
    Attr together = together(original, theirs, mine);
    rows.add(
        new Row(
            path,
            original,
            theirs,
            mine,
            together == null ? Side.OVERLAP : Side.BOTH,
            together == null ? mine : together));
  }

  /// Whether an index means the same element in all three: the lists are as long, or one of the two
  /// only added at the end, and the other kept the length.
  private static boolean aligned(List<Attr> original, List<Attr> theirs, List<Attr> mine) {
    int length = original.size();
    return theirs.size() == length && mine.size() == length
        || theirs.size() == length && begins(mine, original)
        || mine.size() == length && begins(theirs, original);
  }

  private static boolean begins(List<Attr> list, List<Attr> original) {
    if (list.size() < original.size()) {
      return false;
    }
    for (int i = 0; i < original.size(); i++) {
      if (!list.get(i).same(original.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Attr element(List<Attr> elements, int index) {
    return index < elements.size() ? elements.get(index) : null;
  }

  /// A set with what each of both added and without what each took out; null for what is no set, or
  /// when nothing would be left of it.
  private static @Nullable Attr together(
      @Nullable Attr original, @Nullable Attr theirs, @Nullable Attr mine) {
    if (original == null
        || theirs == null
        || mine == null
        || !Members.comparable(original, theirs)
        || !Members.comparable(original, mine)) {
      return null;
    }
    Set<Attr> gone = new HashSet<>();
    Members.without(original, mine).forEach(member -> gone.add(Members.canonical(member)));
    List<Attr> members = new ArrayList<>();
    for (Attr member : Members.of(theirs)) {
      if (!gone.contains(Members.canonical(member))) {
        members.add(member);
      }
    }
    Set<Attr> there = new HashSet<>();
    members.forEach(member -> there.add(Members.canonical(member)));
    for (Attr member : Members.without(mine, original)) {
      if (there.add(Members.canonical(member))) {
        members.add(member);
      }
    }
    return Members.set(original.type(), members);
  }
}
