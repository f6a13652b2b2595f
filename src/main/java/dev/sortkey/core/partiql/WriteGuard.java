package dev.sortkey.core.partiql;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.partiql.Statement.Assignment;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a statement that writes would do to the item it is about, and the same statement on the
/// condition that the item still is what was seen.
public final class WriteGuard {
  private WriteGuard() {}

  /// The key of the one item that it is about; empty when its conditions do not give all of it,
  /// which DynamoDB refuses.
  public static Optional<ItemKey> key(Statement statement, TableSchema table) {
    var values = new LinkedHashMap<String, Attr>();
    for (KeyAttribute key : table.keys().all()) {
      Attr value =
          switch (statement) {
            case Statement.Insert(var _, Attr.M item) -> item.fields().get(key.name());
            case Statement.Update update -> given(update.where(), key.name());
            case Statement.Delete delete -> given(delete.where(), key.name());
            default -> null;
          };
      if (value == null) {
        return Optional.empty();
      }
      values.put(key.name(), value);
    }
    return Optional.of(new ItemKey(values));
  }

  private static @Nullable Attr given(@Nullable Condition where, String name) {
    return switch (where) {
      case Condition.And(var parts) -> {
        Attr found = null;
        for (Condition part : parts) {
          found = found == null ? given(part, name) : found;
        }
        yield found;
      }
      case Condition.Compare(AttrPath path, var comparison, Attr value)
          when comparison == Condition.Comparison.EQ && path.equals(AttrPath.of(name)) ->
          value;
      case null, default -> null;
    };
  }

  /// The item after an update, as far as it can be worked out here.
  ///
  /// @return null when only DynamoDB can say, as of a sum
  public static @Nullable Item after(Statement.Update update, Item before) {
    Item after = before;
    for (Assignment assignment : update.set()) {
      Attr value = assignment.value();
      if (value == null) {
        return null;
      }
      after = after.with(assignment.path(), value);
    }
    for (AttrPath path : update.removed()) {
      after = after.without(path);
    }
    return after;
  }

  /// The statement with conditions on what was seen at the places that it changes. An insert has
  /// its own: it is refused where the key is taken (Developer Guide, "PartiQL insert statements").
  public static Statements.Ready guarded(
      Statements.Ready ready, Statement statement, Item seen, TableSchema table) {
    Set<AttrPath> touched = new LinkedHashSet<>();
    switch (statement) {
      case Statement.Update update -> {
        update.set().forEach(assignment -> touched.add(assignment.path()));
        touched.addAll(update.removed());
      }
      case Statement.Delete _ ->
          seen.attributes().keySet().stream()
              .filter(name -> !table.keys().has(name))
              .forEach(name -> touched.add(AttrPath.of(name)));
      default -> {
        return ready;
      }
    }
    var conditions = new StringBuilder();
    List<Attr> parameters = new ArrayList<>(ready.parameters());
    for (AttrPath path : touched) {
      Attr value = seen.get(path);
      conditions.append(" AND ").append(Literals.path(path));
      if (value == null) {
        conditions.append(" IS MISSING");
      } else {
        conditions.append(" = ?");
        parameters.add(value);
      }
    }
    int at = end(ready.text());
    return new Statements.Ready(
        ready.text().substring(0, at) + conditions + ready.text().substring(at), parameters);
  }

  /// Where the conditions of a statement end: before RETURNING, or behind its last word.
  private static int end(String text) {
    int last = 0;
    for (Token token : Lexer.cut(text).tokens()) {
      if (token.is("RETURNING")) {
        return last;
      }
      if (token.kind() != Token.Kind.END && token.kind() != Token.Kind.COMMENT) {
        last = token.to();
      }
    }
    return last;
  }
}
