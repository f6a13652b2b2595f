package dev.sortkey.ui.items;

import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.List;

/// Reads a list of attribute paths as typed: `OrderID, Items[0].ProductID`. A comma inside
/// backquotes belongs to the name.
final class AttributeNames {
  private AttributeNames() {}

  /// @throws IllegalArgumentException when a part is no path; the message is for the person
  static List<AttrPath> read(String text) {
    List<AttrPath> paths = new ArrayList<>();
    var part = new StringBuilder();
    boolean quoted = false;
    for (char c : (text + ",").toCharArray()) {
      quoted ^= c == '`';
      if (c == ',' && !quoted) {
        String path = part.toString().strip();
        if (!path.isEmpty()) {
          paths.add(AttrPath.parse(path));
        }
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (quoted) {
      AttrPath.parse(part.substring(0, part.length() - 1).strip());
    }
    return paths.stream().distinct().toList();
  }
}
