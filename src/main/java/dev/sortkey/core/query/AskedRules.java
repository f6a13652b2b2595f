package dev.sortkey.core.query;

import static dev.sortkey.core.query.Planner.wrong;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import java.util.List;

/// What is wrong with conditions whatever the way: values that DynamoDB refuses, and conditions on
/// the table's key that nothing could fulfil, since its type is known.
final class AskedRules {
  private AskedRules() {}

  static void check(TableSchema table, QuerySpec spec, List<Condition> parts) {
    if (spec.limit() != null && spec.limit() < 1) {
      throw wrong("query.limit");
    }
    var rules = new FilterRules(new KeySchema(List.of(), List.of()));
    for (Condition part : parts) {
      rules.check(part);
      table.keys().partition().forEach(key -> onKey(key, part, true));
      table.keys().sort().forEach(key -> onKey(key, part, false));
    }
  }

  private static void onKey(KeyAttribute key, Condition condition, boolean partition) {
    switch (condition) {
      case Condition.And(var parts) -> parts.forEach(part -> onKey(key, part, partition));
      case Condition.Or(var parts) -> parts.forEach(part -> onKey(key, part, partition));
      case Condition.Not _ -> {}
      default -> {
        if (key.name().equals(Region.name(condition))) {
          values(key, condition).forEach(value -> KeyConditions.check(key, value, partition));
        }
      }
    }
  }

  private static List<Attr> values(KeyAttribute key, Condition condition) {
    return switch (condition) {
      case Condition.Compare(var _, var comparison, Attr value) when comparison != Comparison.NE ->
          List.of(value);
      case Condition.Between(var _, Attr low, Attr high) -> List.of(low, high);
      case Condition.In(var _, var values) -> values;
      case Condition.BeginsWith(var _, Attr prefix) -> {
        if (key.type() == KeyType.N) {
          throw wrong("query.begins-number", key.name());
        }
        yield List.of(prefix);
      }
      default -> List.of();
    };
  }
}
