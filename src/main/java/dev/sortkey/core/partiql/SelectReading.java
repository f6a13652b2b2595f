package dev.sortkey.core.partiql;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.AttrPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a SELECT asks, for the query builder, and how DynamoDB will read it.
public final class SelectReading {
  private SelectReading() {}

  /// In Auto, which may find another way than the statement names. An index that the statement
  /// names is kept.
  public static QuerySpec spec(Statement.Select select) {
    return new QuerySpec(
        QuerySpec.Mode.AUTO,
        select.index(),
        List.of(),
        List.of(),
        parts(select.where()),
        select.attributes(),
        select.descending(),
        false,
        null);
  }

  private static List<Condition> parts(@Nullable Condition where) {
    return switch (where) {
      case null -> List.of();
      case Condition.And(var parts) -> parts;
      default -> List.of(where);
    };
  }

  /// Whether DynamoDB reads everything for it: it makes a Query of a SELECT only if its conditions
  /// have the partition key of what it reads with = or IN (Developer Guide, "PartiQL select
  /// statements").
  public static boolean scans(Statement.Select select, TableSchema table) {
    List<KeyAttribute> partition =
        select.index() == null
            ? table.keys().partition()
            : table.index(select.index()).map(Index::keys).orElse(table.keys()).partition();
    Condition where = select.where();
    return where == null || !partition.stream().allMatch(key -> given(where, key.name()));
  }

  private static boolean given(Condition condition, String key) {
    return switch (condition) {
      case Condition.And(var parts) -> parts.stream().anyMatch(part -> given(part, key));
      case Condition.Or(var parts) -> parts.stream().allMatch(part -> given(part, key));
      case Condition.Compare(var path, var comparison, var _) ->
          comparison == Condition.Comparison.EQ && path.equals(AttrPath.of(key));
      case Condition.In(var path, var _) -> path.equals(AttrPath.of(key));
      default -> false;
    };
  }
}
