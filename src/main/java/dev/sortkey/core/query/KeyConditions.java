package dev.sortkey.core.query;

import static dev.sortkey.core.query.Planner.wrong;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.ItemSize;
import java.util.ArrayList;
import java.util.List;

/// The key condition of a Query, checked against the key that it is for (Developer Guide, "Key
/// condition expressions for the Query operation", and for several attributes "Multi-attribute keys
/// pattern").
final class KeyConditions {
  private KeyConditions() {}

  static Condition of(KeySchema keys, QuerySpec spec) {
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < keys.partition().size(); i++) {
      KeyAttribute key = keys.partition().get(i);
      if (i >= spec.partition().size()) {
        throw wrong("query.partition-missing", key.name());
      }
      Attr value = spec.partition().get(i);
      checkValue(key, value, TableRules.LONGEST_PARTITION);
      parts.add(new Condition.Compare(AttrPath.of(key.name()), Comparison.EQ, value));
    }
    if (spec.partition().size() > keys.partition().size()) {
      throw wrong("query.partition-extra", keys.partition().size(), spec.partition().size());
    }
    checkSort(keys.sort(), spec.sort());
    parts.addAll(spec.sort());
    return new Condition.And(parts);
  }

  /// The run of items that a specification without a flaw reads.
  static KeyRange range(QuerySpec spec) {
    List<Attr> equal = new ArrayList<>();
    Domain.Range range = null;
    for (Condition condition : spec.sort()) {
      switch (Domain.of(condition)) {
        case Domain.Values(var values) -> equal.add(values.getFirst());
        case Domain.Range found -> range = found;
        case Domain.All _ -> {}
        case null -> {}
      }
    }
    return new KeyRange(spec.partition(), equal, range);
  }

  /// Refuses a value that no item could have in a key attribute.
  static void check(KeyAttribute key, Attr value, boolean partition) {
    checkValue(key, value, partition ? TableRules.LONGEST_PARTITION : TableRules.LONGEST_SORT);
  }

  static boolean isEquality(Condition condition) {
    return condition instanceof Condition.Compare(var _, var comparison, var _)
        && comparison == Comparison.EQ;
  }

  private static void checkSort(List<KeyAttribute> keys, List<Condition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (i >= keys.size()) {
        throw wrong(keys.isEmpty() ? "query.sort-none" : "query.sort-extra");
      }
      KeyAttribute key = keys.get(i);
      if (!path(key, condition).equals(AttrPath.of(key.name()))) {
        throw wrong("query.sort-order", key.name());
      }
      checkCondition(key, condition);
      if (i < conditions.size() - 1 && !isEquality(condition)) {
        throw wrong("query.sort-range-last", key.name(), keys.get(i + 1).name());
      }
    }
  }

  private static AttrPath path(KeyAttribute key, Condition condition) {
    return switch (condition) {
      case Condition.Compare(AttrPath path, var comparison, var _)
          when comparison != Comparison.NE ->
          path;
      case Condition.Between(AttrPath path, var _, var _) -> path;
      case Condition.BeginsWith(AttrPath path, var _) -> path;
      default -> throw wrong("query.sort-condition", key.name());
    };
  }

  private static void checkCondition(KeyAttribute key, Condition condition) {
    switch (condition) {
      case Condition.Compare compare -> checkValue(key, compare.value(), TableRules.LONGEST_SORT);
      case Condition.Between between -> {
        checkValue(key, between.low(), TableRules.LONGEST_SORT);
        checkValue(key, between.high(), TableRules.LONGEST_SORT);
        Operands.checkBetween(between);
      }
      case Condition.BeginsWith begins -> {
        if (key.type() == KeyType.N) {
          throw wrong("query.begins-number", key.name());
        }
        checkValue(key, begins.prefix(), TableRules.LONGEST_SORT);
      }
      default -> throw new IllegalStateException("not a key condition");
    }
  }

  private static void checkValue(KeyAttribute key, Attr value, int limit) {
    AttrType type = key.type().attrType();
    if (value.type() != type) {
      throw wrong("query.key-type", key.name(), Operands.word(type), Operands.word(value.type()));
    }
    int length =
        switch (value) {
          case Attr.S(String text) -> ItemSize.of(text);
          case Attr.B(var bytes) -> bytes.length();
          default -> 1;
        };
    if (length == 0 || value.equals(new Attr.N(""))) {
      throw wrong("query.key-empty", key.name());
    }
    if (length > limit) {
      throw wrong("query.key-long", key.name(), length, limit);
    }
    Operands.checkNumber(AttrPath.of(key.name()), value);
  }
}
