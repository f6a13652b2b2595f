package dev.sortkey.store;

import dev.sortkey.core.transfer.ImportProgress;
import java.util.List;
import java.util.stream.Stream;

/// Imports that were begun and have rows to go, so that they can go on.
public record Imports(List<ImportProgress> begun) {
  static final Imports NONE = new Imports(List.of());

  public Imports {
    begun = List.copyOf(begun);
  }

  /// Those that write to one connection, oldest first.
  public List<ImportProgress> of(String connection) {
    return begun.stream().filter(each -> each.connection().equals(connection)).toList();
  }

  public Imports with(ImportProgress progress) {
    return new Imports(
        Stream.concat(without(progress.id()).begun.stream(), Stream.of(progress)).toList());
  }

  public Imports without(String id) {
    return new Imports(begun.stream().filter(each -> !each.id().equals(id)).toList());
  }
}
