package dev.sortkey.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the person arranged the columns of each table's grid, by connection id and table.
public record Layouts(Map<String, Map<String, Layout>> tables) {
  static final Layouts NONE = new Layouts(Map.of());

  /// One grid's columns, by their names.
  ///
  /// @param order those not named come after
  public record Layout(List<String> order, Map<String, Double> widths, Set<String> hidden) {
    public static final Layout NATURAL = new Layout(List.of(), Map.of(), Set.of());

    public Layout {
      order = Copies.list(order);
      widths = Copies.map(widths);
      hidden = Copies.set(hidden);
    }
  }

  public Layouts {
    tables = Copies.map(tables);
  }

  public Layout of(String connectionId, String table) {
    return tables.getOrDefault(connectionId, Map.of()).getOrDefault(table, Layout.NATURAL);
  }

  public Layouts with(String connectionId, String table, Layout layout) {
    Map<String, Layout> here = tables.getOrDefault(connectionId, Map.of());
    return new Layouts(
        Copies.with(tables, connectionId, Copies.map(Copies.with(here, table, layout))));
  }
}
