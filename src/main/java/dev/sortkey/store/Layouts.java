package dev.sortkey.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the person arranged the columns of each table's grid, by connection id and table; the
/// entities of one table each have their own.
public record Layouts(Map<String, Map<String, Layout>> tables) {
  static final Layouts NONE = new Layouts(Map.of());

  /// Not allowed in a table's name, so that what follows it is an entity's.
  private static final String ENTITY = "/";

  /// One grid's columns, by their names.
  ///
  /// @param order those not named come after
  /// @param pinned those that stand still beside the keys
  /// @param paths columns of what stands at a path into an attribute
  public record Layout(
      List<String> order,
      Map<String, Double> widths,
      Set<String> hidden,
      Set<String> pinned,
      List<String> paths) {
    public static final Layout NATURAL =
        new Layout(List.of(), Map.of(), Set.of(), Set.of(), List.of());

    public Layout {
      order = Copies.list(order);
      widths = Copies.map(widths);
      hidden = Copies.set(hidden);
      pinned = Copies.set(pinned);
      paths = Copies.list(paths);
    }
  }

  public Layouts {
    tables = Copies.map(tables);
  }

  /// An entity that was not arranged yet has its table's columns.
  ///
  /// @param entity whose items alone are shown, or null
  public Layout of(String connectionId, String table, @Nullable String entity) {
    Map<String, Layout> here = tables.getOrDefault(connectionId, Map.of());
    Layout wholeTable = here.getOrDefault(table, Layout.NATURAL);
    return here.getOrDefault(key(table, entity), wholeTable);
  }

  /// @param entity whose items alone are shown, or null
  public Layouts with(String connectionId, String table, @Nullable String entity, Layout layout) {
    Map<String, Layout> here = tables.getOrDefault(connectionId, Map.of());
    return new Layouts(
        Copies.with(
            tables, connectionId, Copies.map(Copies.with(here, key(table, entity), layout))));
  }

  /// Moves an entity's arrangement, should it have one, to its new name.
  public Layouts renamed(String connectionId, String table, String before, String after) {
    Map<String, Layout> here = tables.getOrDefault(connectionId, Map.of());
    Layout moved = here.get(key(table, before));
    if (moved == null || before.equals(after)) {
      return this;
    }
    Map<String, Layout> rest = Copies.with(here, key(table, after), moved);
    rest.remove(key(table, before));
    return new Layouts(Copies.with(tables, connectionId, Copies.map(rest)));
  }

  private static String key(String table, @Nullable String entity) {
    return entity == null ? table : table + ENTITY + entity;
  }
}
