package dev.sortkey.core.edit;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.DynamoNumber;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of sets as values of their own, compared as DynamoDB does.
final class Members {
  private Members() {}

  static boolean comparable(@Nullable Attr one, @Nullable Attr other) {
    return one != null && other != null && one.type().isSet() && one.type() == other.type();
  }

  static List<Attr> of(Attr set) {
    return switch (set) {
      case Attr.SS(var texts) -> texts.stream().<Attr>map(Attr.S::new).toList();
      case Attr.NS(var numbers) -> numbers.stream().<Attr>map(Attr.N::new).toList();
      case Attr.BS(var binaries) -> binaries.stream().<Attr>map(Attr.B::new).toList();
      default -> throw new IllegalArgumentException("no set: " + set.type());
    };
  }

  /// A set of the members, or null where there are none: DynamoDB has no empty set.
  static @Nullable Attr set(AttrType type, Collection<Attr> members) {
    if (members.isEmpty()) {
      return null;
    }
    return switch (type) {
      case SS -> Attr.SS.of(members.stream().map(member -> ((Attr.S) member).value()).toList());
      case NS -> Attr.NS.of(members.stream().map(member -> ((Attr.N) member).digits()).toList());
      case BS -> Attr.BS.of(members.stream().map(member -> ((Attr.B) member).value()).toList());
      default -> throw new IllegalArgumentException("no set: " + type);
    };
  }

  /// Those of a set that another does not have, in their order.
  static List<Attr> without(Attr set, Attr other) {
    Set<Attr> others = new HashSet<>();
    of(other).forEach(member -> others.add(canonical(member)));
    return of(set).stream().filter(member -> !others.contains(canonical(member))).toList();
  }

  /// What two members share exactly when they are the same.
  static Attr canonical(Attr member) {
    return member instanceof Attr.N(String digits)
        ? new Attr.N(DynamoNumber.canonical(digits))
        : member;
  }
}
