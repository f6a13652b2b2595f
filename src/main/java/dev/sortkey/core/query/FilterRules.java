package dev.sortkey.core.query;

import static dev.sortkey.core.query.Planner.wrong;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.expr.Expressions;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;

/// What DynamoDB would refuse in a filter.
///
/// @param keys the attributes that the filter must leave alone: "Filter Expression can only contain
///   non-primary key attributes" is said of a Query, for the key of the table or index it reads
record FilterRules(KeySchema keys) {
  void check(Condition condition) {
    switch (condition) {
      case Condition.And(var parts) -> parts.forEach(this::check);
      case Condition.Or(var parts) -> parts.forEach(this::check);
      case Condition.Not(Condition part) -> check(part);
      case Condition.Compare(AttrPath path, var comparison, Attr value) -> {
        checkPath(path);
        if (comparison == Comparison.EQ || comparison == Comparison.NE) {
          Operands.checkNumber(path, value);
        } else {
          Operands.checkOrdered(path, value);
        }
      }
      case Condition.Between between -> {
        checkPath(between.path());
        Operands.checkBetween(between);
      }
      case Condition.In(AttrPath path, var values) -> {
        checkPath(path);
        if (values.isEmpty() || values.size() > Expressions.MOST_OPTIONS) {
          throw wrong("query.in-count", path, Expressions.MOST_OPTIONS, values.size());
        }
        values.forEach(value -> Operands.checkNumber(path, value));
      }
      case Condition.BeginsWith(AttrPath path, Attr prefix) -> {
        checkPath(path);
        if (prefix.type() != AttrType.S && prefix.type() != AttrType.B) {
          throw wrong("query.begins-type", path, Operands.word(prefix.type()));
        }
      }
      case Condition.Contains(AttrPath path, Attr operand) -> {
        checkPath(path);
        Operands.checkNumber(path, operand);
      }
      case Condition.Exists(AttrPath path) -> checkPath(path);
      case Condition.NotExists(AttrPath path) -> checkPath(path);
      case Condition.HasType(AttrPath path, var _) -> checkPath(path);
      case Condition.Size(AttrPath path, var _, var _) -> checkPath(path);
    }
  }

  private void checkPath(AttrPath path) {
    if (path.steps().getFirst() instanceof AttrPath.Name(String name) && keys.has(name)) {
      throw wrong("query.filter-key", name);
    }
  }
}
