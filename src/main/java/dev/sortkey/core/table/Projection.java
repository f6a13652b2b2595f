package dev.sortkey.core.table;

import java.util.List;

/// Which attributes an index holds besides the keys of the table and its own.
public record Projection(Kind kind, List<String> included) {
  public enum Kind {
    ALL,
    KEYS_ONLY,
    INCLUDE
  }

  public Projection {
    included = List.copyOf(included);
  }

  public static Projection all() {
    return new Projection(Kind.ALL, List.of());
  }
}
