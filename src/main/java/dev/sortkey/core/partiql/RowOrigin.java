package dev.sortkey.core.partiql;

import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;

/// What the rows that a statement brings are of their items, so that an edit of one can be an edit
/// of its item.
///
/// @param attributes what was asked for; empty for all
/// @param whole whether each row is all of its item
public record RowOrigin(List<AttrPath> attributes, boolean whole) {
  public RowOrigin {
    attributes = List.copyOf(attributes);
  }

  /// An index may hold less than all of an item, and so may what a write returns.
  public static RowOrigin of(Statement statement) {
    return switch (statement) {
      case Statement.Select select ->
          new RowOrigin(
              select.attributes(), select.index() == null && select.attributes().isEmpty());
      case Statement.Exists(Statement.Select select) -> of(select);
      default -> new RowOrigin(List.of(), false);
    };
  }

  /// Whether a column is an attribute as the item has it. What stands within an attribute comes
  /// under its last name alone, so that `info.id` looks like `id`.
  public boolean stores(String column) {
    return attributes.isEmpty()
        || attributes.contains(AttrPath.of(column))
            && attributes.stream()
                .noneMatch(path -> path.steps().size() > 1 && column.equals(name(path)));
  }

  /// Whether the rows have the whole key of their items.
  public boolean keyed(KeySchema keys) {
    return keys.all().stream().allMatch(key -> stores(key.name()));
  }

  /// An item as a row of it looks.
  public Item row(Item item) {
    if (attributes.isEmpty()) {
      return item;
    }
    var row = new LinkedHashMap<String, Attr>();
    for (AttrPath path : attributes) {
      Attr value = item.get(path);
      if (value != null) {
        row.put(name(path), value);
      }
    }
    return new Item(row);
  }

  /// The last name of a path.
  private static String name(AttrPath path) {
    return path.steps().reversed().stream()
        .filter(AttrPath.Name.class::isInstance)
        .map(step -> ((AttrPath.Name) step).name())
        .findFirst()
        .orElseThrow();
  }
}
