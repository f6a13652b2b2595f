package dev.sortkey.store;

import dev.sortkey.core.rows.EntityRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the person calls the entities of each table, by connection id and table.
public record EntityRules(Map<String, Map<String, List<EntityRule>>> tables) {
  static final EntityRules NONE = new EntityRules(Map.of());

  public EntityRules {
    tables = Copies.map(tables);
  }

  public List<EntityRule> of(String connectionId, String table) {
    return Copies.list(tables.getOrDefault(connectionId, Map.of()).get(table));
  }

  public EntityRules with(String connectionId, String table, List<EntityRule> rules) {
    Map<String, List<EntityRule>> here = tables.getOrDefault(connectionId, Map.of());
    return new EntityRules(
        Copies.with(
            tables, connectionId, Copies.map(Copies.with(here, table, Copies.list(rules)))));
  }

  /// Adds a rule, or puts it in the place of the one that has a name.
  ///
  /// @param before the name it had, or its own
  public EntityRules put(String connectionId, String table, String before, EntityRule rule) {
    List<EntityRule> now = of(connectionId, table);
    boolean known = now.stream().anyMatch(one -> one.name().equals(before));
    return with(
        connectionId,
        table,
        known
            ? now.stream().map(one -> one.name().equals(before) ? rule : one).toList()
            : Stream.concat(now.stream(), Stream.of(rule)).toList());
  }

  public EntityRules without(String connectionId, String table, String name) {
    return with(
        connectionId,
        table,
        of(connectionId, table).stream().filter(one -> !one.name().equals(name)).toList());
  }
}
