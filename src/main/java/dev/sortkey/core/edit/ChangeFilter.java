package dev.sortkey.core.edit;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of the staged changes a person wants to see.
///
/// @param text to be found, whatever its case, in a path that changes, in what was or will be
///   there, or in the item's key; empty for all
/// @param conflicts only those that wait for a merge
public record ChangeFilter(String text, Set<Staged.Kind> kinds, boolean conflicts) {
  public ChangeFilter {
    kinds = Set.copyOf(kinds);
  }

  public static ChangeFilter all() {
    return new ChangeFilter("", Set.of(Staged.Kind.values()), false);
  }

  /// @param keys the names of the table's key attributes
  public boolean shows(Staged staged, Iterable<String> keys) {
    return kinds.contains(staged.kind())
        && (!conflicts || staged.conflicting())
        && (text.isEmpty() || found(staged, keys));
  }

  private boolean found(Staged staged, Iterable<String> keys) {
    Item before = staged.change().before();
    Item item = before == null ? Change.orNothing(staged.change().after()) : before;
    for (String key : keys) {
      if (within(item.get(key))) {
        return true;
      }
    }
    for (ItemDiff.PathChange change : staged.change().diff().changes()) {
      if (within(change.path().toString()) || within(change.before()) || within(change.after())) {
        return true;
      }
    }
    return false;
  }

  private boolean within(@Nullable Attr value) {
    return switch (value) {
      case null -> false;
      case Attr.S(String some) -> within(some);
      case Attr.N(String digits) -> within(digits);
      case Attr.B(Bytes bytes) -> within(bytes.toBase64());
      case Attr.Bool(boolean flag) -> within(Boolean.toString(flag));
      case Attr.Null _ -> within("null");
      case Attr.L(var elements) -> elements.stream().anyMatch(this::within);
      case Attr.M(var fields) ->
          fields.entrySet().stream()
              .anyMatch(field -> within(field.getKey()) || within(field.getValue()));
      case Attr.SS _, Attr.NS _, Attr.BS _ -> Members.of(value).stream().anyMatch(this::within);
    };
  }

  private boolean within(String some) {
    for (int i = 0; i <= some.length() - text.length(); i++) {
      if (some.regionMatches(true, i, text, 0, text.length())) {
        return true;
      }
    }
    return false;
  }
}
