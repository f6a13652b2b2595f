package dev.sortkey.ui.items;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.List;

/// The paths into an item's maps and lists: of a list its first element, which stands for the
/// others.
final class NestedNames {
  private static final int DEEPEST = 3;

  private NestedNames() {}

  static List<NameField.Suggestion> of(Item item) {
    List<NameField.Suggestion> all = new ArrayList<>();
    item.attributes().forEach((name, value) -> into(AttrPath.of(name), value, 0, all));
    return all;
  }

  private static void into(AttrPath path, Attr value, int depth, List<NameField.Suggestion> all) {
    if (depth > 0) {
      all.add(new NameField.Suggestion(path.toString(), value.type()));
    }
    if (depth == DEEPEST) {
      return;
    }
    switch (value) {
      case Attr.M(var fields) ->
          fields.forEach((name, field) -> into(path.child(name), field, depth + 1, all));
      case Attr.L(var elements) when !elements.isEmpty() ->
          into(path.child(0), elements.getFirst(), depth + 1, all);
      default -> {}
    }
  }
}
