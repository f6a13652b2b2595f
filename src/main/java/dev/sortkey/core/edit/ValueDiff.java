package dev.sortkey.core.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.sortkey.core.value.Attr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a value differs from another, in the parts that a view sets off.
public sealed interface ValueDiff {
  /// Two texts of which some words are the same.
  record Words(List<Span> before, List<Span> after) implements ValueDiff {
    public Words {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /// Some text, and whether the other side lacks it.
  record Span(String text, boolean changed) {}

  /// Two sets of one type.
  record Sets(List<Member> before, List<Member> after) implements ValueDiff {
    public Sets {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /// A member as a value of its own, and whether the other side lacks it.
  record Member(Attr value, boolean changed) {}

  /// Two lists, their elements beside each other as far as they correspond.
  record Lists(List<Row> rows) implements ValueDiff {
    public Lists {
      rows = List.copyOf(rows);
    }
  }

  /// @param before an element of the first list, or null where one comes in
  /// @param after of the second, or null where one goes
  record Row(@Nullable Element before, @Nullable Element after) {
    public boolean changed() {
      return before == null || after == null || !before.value().same(after.value());
    }
  }

  record Element(int index, Attr value) {}

  /// Values that have nothing in common, or one that comes or goes.
  record Whole(@Nullable Attr before, @Nullable Attr after) implements ValueDiff {}

  static ValueDiff of(@Nullable Attr before, @Nullable Attr after) {
    if (before instanceof Attr.S(String text) && after instanceof Attr.S(String text2)) {
      Words words = WordDiff.of(text, text2);
      return words == null ? new Whole(before, after) : words;
    }
    if (before instanceof Attr.L(var elements) && after instanceof Attr.L(var elements2)) {
      return lists(elements, elements2);
    }
    return before != null && after != null && Members.comparable(before, after)
        ? new Sets(members(before, after), members(after, before))
        : new Whole(before, after);
  }

  /// The members of a set, and which of them another does not have; all of them without another.
  static List<Member> members(Attr set, @Nullable Attr other) {
    Set<Attr> missing =
        new HashSet<>(other == null ? Members.of(set) : Members.without(set, other));
    return Members.of(set).stream()
        .map(member -> new Member(member, missing.contains(member)))
        .toList();
  }

  private static Lists lists(List<Attr> before, List<Attr> after) {
    List<Row> rows = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (AbstractDelta<Attr> delta : DiffUtils.diff(before, after, Attr::same).getDeltas()) {
      for (; from < delta.getSource().getPosition(); from++, to++) {
        rows.add(row(before, from, after, to));
      }
      int source = delta.getSource().size();
      int target = delta.getTarget().size();
      for (int i = 0; i < Math.max(source, target); i++) {
        rows.add(row(before, i < source ? from + i : -1, after, i < target ? to + i : -1));
      }
      from += source;
      to += target;
    }
    for (; from < before.size(); from++, to++) {
      rows.add(row(before, from, after, to));
    }
    return new Lists(rows);
  }

  private static Row row(List<Attr> before, int from, List<Attr> after, int to) {
    return new Row(
        from < 0 ? null : new Element(from, before.get(from)),
        to < 0 ? null : new Element(to, after.get(to)));
  }
}
