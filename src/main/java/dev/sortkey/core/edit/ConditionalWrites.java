package dev.sortkey.core.edit;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Expressions;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns changes into conditional writes that fit DynamoDB's limits of expressions.
final class ConditionalWrites {
  /// Steps of a document path (Developer Guide, "Constraints in Amazon DynamoDB").
  private static final int DEEPEST_PATH = 32;

  private ConditionalWrites() {}

  static WriteRequest.Put insert(TableSchema table, Item item) {
    var expressions = new Expressions();
    String free = expressions.condition(new Condition.NotExists(partition(table)));
    return new WriteRequest.Put(item, free, expressions.names(), expressions.values());
  }

  static WriteRequest.Update update(TableSchema table, Item original, Item edited) {
    ItemKey key = table.keyOf(original);
    List<AttrPath> changed = changedPaths(table.keys(), original, edited);
    int deepest = changed.stream().mapToInt(path -> path.steps().size()).max().orElseThrow();
    for (int depth = Math.min(deepest, DEEPEST_PATH); depth > 0; depth--) {
      WriteRequest.Update request =
          update(partition(table), key, original, edited, coarsened(changed, depth));
      if (request != null) {
        return request;
      }
    }
    throw new IllegalArgumentException(Messages.text("edit.too-many", changed.size()));
  }

  /// Null when an expression comes out too large.
  private static WriteRequest.@Nullable Update update(
      AttrPath partition, ItemKey key, Item original, Item edited, Collection<AttrPath> paths) {
    var set = new LinkedHashMap<AttrPath, Attr>();
    List<AttrPath> remove = new ArrayList<>();
    for (AttrPath path : paths) {
      Attr value = edited.get(path);
      if (value == null) {
        remove.add(path);
      } else {
        set.put(path, value);
      }
    }
    var expressions = new Expressions();
    String update = expressions.update(set, remove);
    Condition untouched = untouched(partition, original, paths);
    String condition = expressions.condition(untouched);
    return Expressions.fits(update) && Expressions.fits(untouched, condition)
        ? new WriteRequest.Update(key, update, condition, expressions.names(), expressions.values())
        : null;
  }

  static WriteRequest.Delete delete(TableSchema table, Item original) {
    List<AttrPath> paths = new ArrayList<>();
    for (String name : original.attributes().keySet()) {
      if (!table.keys().has(name)) {
        paths.add(AttrPath.of(name));
      }
    }
    while (true) {
      var expressions = new Expressions();
      Condition untouched = untouched(partition(table), original, paths);
      String condition = expressions.condition(untouched);
      if (Expressions.fits(untouched, condition)) {
        return new WriteRequest.Delete(
            table.keyOf(original), condition, expressions.names(), expressions.values());
      }
      paths.removeLast();
    }
  }

  /// That the item is there and each path still holds what was read. A field that is new needs its
  /// map as well: `SET` refuses a path that leads nowhere, which would look like a mistake here and
  /// not like someone else's change. A list on the way must be as long as it was: once elements
  /// came or went, its indexes name others, and two of them may well hold the same.
  private static Condition untouched(
      AttrPath partition, Item original, Collection<AttrPath> paths) {
    List<Condition> parts = new ArrayList<>();
    parts.add(new Condition.Exists(partition));
    Set<AttrPath> maps = new LinkedHashSet<>();
    Set<AttrPath> lists = new LinkedHashSet<>();
    for (AttrPath path : paths) {
      Attr before = original.get(path);
      for (int i = 1; i < path.steps().size(); i++) {
        if (path.steps().get(i) instanceof AttrPath.Index) {
          lists.add(new AttrPath(path.steps().subList(0, i)));
        }
      }
      if (before == null && path.steps().size() > 1) {
        maps.add(new AttrPath(path.steps().subList(0, path.steps().size() - 1)));
      }
      parts.add(
          before == null
              ? new Condition.NotExists(path)
              : new Condition.Compare(path, Condition.Comparison.EQ, before));
    }
    maps.forEach(map -> parts.add(new Condition.HasType(map, AttrType.M)));
    for (AttrPath list : lists) {
      if (original.get(list) instanceof Attr.L(var elements)) {
        parts.add(new Condition.Size(list, Condition.Comparison.EQ, elements.size()));
      }
    }
    return new Condition.And(parts);
  }

  private static List<AttrPath> changedPaths(KeySchema keys, Item original, Item edited) {
    ItemDiff diff = ItemDiff.between(original, edited);
    if (diff.isEmpty()) {
      throw new IllegalArgumentException(Messages.text("edit.nothing"));
    }
    for (KeyAttribute key : keys.all()) {
      if (diff.changes().stream().anyMatch(c -> c.path().startsWith(AttrPath.of(key.name())))) {
        throw new IllegalArgumentException(Messages.text("edit.key-changed", key.name()));
      }
    }
    return diff.changes().stream().map(ItemDiff.PathChange::path).toList();
  }

  /// Paths cut to a number of steps, and before an empty field name, which no expression can name;
  /// without those that lie below another.
  private static Set<AttrPath> coarsened(List<AttrPath> paths, int depth) {
    Set<AttrPath> cut = new LinkedHashSet<>();
    for (AttrPath path : paths) {
      int nameless = path.steps().indexOf(new AttrPath.Name(""));
      int most = Math.min(depth, path.steps().size());
      cut.add(
          new AttrPath(path.steps().subList(0, nameless < 0 ? most : Math.min(most, nameless))));
    }
    Set<AttrPath> outermost = new LinkedHashSet<>(cut);
    outermost.removeIf(path -> hasAncestor(path, cut));
    return outermost;
  }

  private static boolean hasAncestor(AttrPath path, Set<AttrPath> paths) {
    for (int length = 1; length < path.steps().size(); length++) {
      if (paths.contains(new AttrPath(path.steps().subList(0, length)))) {
        return true;
      }
    }
    return false;
  }

  private static AttrPath partition(TableSchema table) {
    return AttrPath.of(table.keys().partition().getFirst().name());
  }
}
