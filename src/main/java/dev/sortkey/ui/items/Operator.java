package dev.sortkey.ui.items;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.List;
import java.util.Locale;

/// How an attribute is compared with what the person types: the console's conditions.
enum Operator {
  /// A sort key that is left open.
  ANY(0),
  EQ(1),
  NE(1),
  LT(1),
  LE(1),
  GT(1),
  GE(1),
  BETWEEN(2),
  BEGINS_WITH(1),
  CONTAINS(1),
  NOT_CONTAINS(1),
  /// One of up to 100 values in one text.
  IN(1),
  EXISTS(0),
  NOT_EXISTS(0),
  /// The name of a type.
  TYPE(1),
  /// A comparison and a number.
  SIZE(1);

  private final int operands;

  Operator(int operands) {
    this.operands = operands;
  }

  /// How many values are typed for it.
  int operands() {
    return operands;
  }

  String text() {
    return Messages.text("items.operator." + name().toLowerCase(Locale.ROOT));
  }

  static List<Operator> forSortKey(KeyType type) {
    return type == KeyType.N
        ? List.of(ANY, EQ, LE, LT, GE, GT, BETWEEN)
        : List.of(ANY, EQ, LE, LT, GE, GT, BETWEEN, BEGINS_WITH);
  }

  static List<Operator> forFilter(AttrType type) {
    return switch (type) {
      case S, B ->
          List.of(
              EQ,
              NE,
              LE,
              LT,
              GE,
              GT,
              BETWEEN,
              IN,
              EXISTS,
              NOT_EXISTS,
              CONTAINS,
              NOT_CONTAINS,
              BEGINS_WITH,
              TYPE,
              SIZE);
      case N ->
          List.of(
              EQ,
              NE,
              LE,
              LT,
              GE,
              GT,
              BETWEEN,
              IN,
              EXISTS,
              NOT_EXISTS,
              CONTAINS,
              NOT_CONTAINS,
              TYPE,
              SIZE);
      case BOOL -> List.of(EQ, NE, EXISTS, NOT_EXISTS, CONTAINS, NOT_CONTAINS, TYPE);
      case NULL -> List.of(EQ, NE, EXISTS, NOT_EXISTS, TYPE);
      case L, M, SS, NS, BS -> List.of(EQ, NE, EXISTS, NOT_EXISTS, TYPE, SIZE);
    };
  }

  /// Whether its value is of the type that the condition shows.
  boolean typed() {
    return switch (this) {
      case EXISTS, NOT_EXISTS, TYPE, SIZE -> false;
      default -> true;
    };
  }

  /// The condition on as many of the values as the operator takes.
  Condition on(AttrPath path, List<Attr> typed) {
    return switch (this) {
      case ANY -> throw new IllegalStateException("an open key makes no condition");
      case EQ -> new Condition.Compare(path, Comparison.EQ, typed.getFirst());
      case NE -> new Condition.Compare(path, Comparison.NE, typed.getFirst());
      case LT -> new Condition.Compare(path, Comparison.LT, typed.getFirst());
      case LE -> new Condition.Compare(path, Comparison.LE, typed.getFirst());
      case GT -> new Condition.Compare(path, Comparison.GT, typed.getFirst());
      case GE -> new Condition.Compare(path, Comparison.GE, typed.getFirst());
      case BETWEEN -> new Condition.Between(path, typed.getFirst(), typed.get(1));
      case BEGINS_WITH -> new Condition.BeginsWith(path, typed.getFirst());
      case CONTAINS -> new Condition.Contains(path, typed.getFirst());
      case NOT_CONTAINS -> new Condition.Not(new Condition.Contains(path, typed.getFirst()));
      case IN -> new Condition.In(path, typed);
      case TYPE, SIZE -> throw new IllegalStateException("compares no value");
      case EXISTS -> new Condition.Exists(path);
      case NOT_EXISTS -> new Condition.NotExists(path);
    };
  }
}
