package dev.sortkey.store;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The tables that the person marked, by connection id.
public record Favourites(Map<String, Set<String>> tables) {
  static final Favourites NONE = new Favourites(Map.of());

  public Favourites {
    tables = Copies.map(tables);
  }

  public Set<String> of(String connectionId) {
    return Copies.set(tables.get(connectionId));
  }

  public Favourites with(String connectionId, String table, boolean marked) {
    Set<String> changed = new LinkedHashSet<>(of(connectionId));
    if (marked) {
      changed.add(table);
    } else {
      changed.remove(table);
    }
    return new Favourites(Copies.with(tables, connectionId, Copies.set(changed)));
  }
}
