package dev.sortkey.core.table;

import java.util.List;
import java.util.stream.Stream;

/// The key of a table or an index: partition attributes, then sort attributes. A table has one
/// partition key attribute and at most one sort key attribute; a GSI may have up to four of each.
public record KeySchema(List<KeyAttribute> partition, List<KeyAttribute> sort) {
  public KeySchema {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /// All key attributes, partition first.
  public List<KeyAttribute> all() {
    return Stream.concat(partition.stream(), sort.stream()).toList();
  }

  public boolean has(String name) {
    return all().stream().anyMatch(key -> key.name().equals(name));
  }
}
