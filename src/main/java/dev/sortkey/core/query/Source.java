package dev.sortkey.core.query;

import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What can be read: a table, or one of its indexes.
///
/// @param index null for the table itself
record Source(TableSchema table, @Nullable Index index) {
  @Nullable String indexName() {
    return index == null ? null : index.name();
  }

  KeySchema keys() {
    return index == null ? table.keys() : index.keys();
  }

  /// By the last description.
  long itemCount() {
    return index == null ? table.itemCount() : index.itemCount();
  }

  /// By the last description.
  long bytes() {
    return index == null ? table.sizeBytes() : index.sizeBytes();
  }

  boolean isGlobal() {
    return index != null && index.kind() == Index.Kind.GSI;
  }

  /// Whether its items have every attribute.
  boolean holdsAll() {
    return index == null || index.projection().kind() == Projection.Kind.ALL;
  }

  /// Whether its items have an attribute, where the table's have it.
  boolean holds(String name) {
    return index == null
        || index.projection().kind() == Projection.Kind.ALL
        || index.keys().has(name)
        || table.keys().has(name)
        || index.projection().included().contains(name);
  }

  /// The attributes that an item needs to be in the index; an item of the table always has the
  /// table's key (Developer Guide, "Sparse indexes").
  List<String> needed() {
    return index == null
        ? List.of()
        : Stream.concat(index.keys().partition().stream(), index.keys().sort().stream())
            .map(KeyAttribute::name)
            .filter(name -> !table.keys().has(name))
            .toList();
  }

  /// Whether an item of the table is in it.
  boolean takes(Item item) {
    return needed().stream().allMatch(name -> item.get(name) != null);
  }

  /// An item as it stands here.
  Item held(Item item) {
    if (holdsAll()) {
      return item;
    }
    var attributes = new LinkedHashMap<String, Attr>();
    item.attributes()
        .forEach((name, value) -> {
          if (holds(name)) {
            attributes.put(name, value);
          }
        });
    return new Item(attributes);
  }
}
