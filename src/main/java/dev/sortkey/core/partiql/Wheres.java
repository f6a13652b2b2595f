package dev.sortkey.core.partiql;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads what stands behind WHERE as conditions (Developer Guide, "PartiQL operators" and "PartiQL
/// functions").
final class Wheres {
  private final Tokens tokens;
  private final Values values;

  Wheres(Tokens tokens, Values values) {
    this.tokens = tokens;
    this.values = values;
  }

  Condition condition() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(conjunction());
    } while (tokens.takeWord("OR"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
  }

  private Condition conjunction() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(term());
    } while (tokens.takeWord("AND"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
  }

  private Condition term() {
    if (tokens.takeWord("NOT")) {
      return new Condition.Not(term());
    }
    if (tokens.take("(")) {
      Condition inner = condition();
      tokens.expectSign(")");
      return inner;
    }
    int before = tokens.at();
    String function = tokens.word().toLowerCase(Locale.ROOT);
    if (!function.isEmpty()) {
      tokens.next();
      if (tokens.isSign("(")) {
        return function(function, before);
      }
      tokens.back(before);
    }
    return compared(values.path());
  }

  private Condition function(String name, int before) {
    Token at = tokens.peek();
    tokens.next();
    Condition read =
        switch (name) {
          case "begins_with" -> {
            AttrPath path = values.path();
            tokens.expectSign(",");
            Token where = tokens.peek();
            Attr prefix = values.value();
            if (prefix.type() != AttrType.S && prefix.type() != AttrType.B) {
              throw tokens.wrong(where, "partiql.flaw.begins");
            }
            yield new Condition.BeginsWith(path, prefix);
          }
          case "contains" -> {
            AttrPath path = values.path();
            tokens.expectSign(",");
            yield new Condition.Contains(path, values.value());
          }
          case "attribute_type" -> {
            AttrPath path = values.path();
            tokens.expectSign(",");
            yield new Condition.HasType(path, type());
          }
          case "size" -> {
            AttrPath path = values.path();
            tokens.expectSign(")");
            Comparison comparison = comparison();
            Token number = tokens.next();
            if (number.kind() != Token.Kind.NUMBER || !number.text().matches("\\d{1,9}")) {
              throw tokens.wrong(number, "partiql.flaw.size");
            }
            yield new Condition.Size(path, comparison, Long.parseLong(number.text()));
          }
          default -> {
            tokens.back(before);
            throw tokens.wrong("partiql.flaw.function", name);
          }
        };
    if (!name.equals("size") && !tokens.take(")")) {
      throw tokens.wrong(tokens.atEnd() ? at : tokens.peek(), "partiql.flaw.expected", ")");
    }
    return read;
  }

  private AttrType type() {
    Token token = tokens.next();
    return Arrays.stream(AttrType.values())
        .filter(type -> type.name().equals(token.text()))
        .findFirst()
        .orElseThrow(() -> tokens.wrong(token, "partiql.flaw.type"));
  }

  private Condition compared(AttrPath path) {
    if (tokens.takeWord("BETWEEN")) {
      Attr low = values.value();
      tokens.expect("AND");
      return new Condition.Between(path, low, values.value());
    }
    if (tokens.takeWord("NOT")) {
      tokens.expect("IN");
      return new Condition.Not(in(path));
    }
    if (tokens.takeWord("IN")) {
      return in(path);
    }
    if (tokens.takeWord("IS")) {
      return is(path);
    }
    return new Condition.Compare(path, comparison(), values.value());
  }

  private Condition in(AttrPath path) {
    if (tokens.take("[")) {
      return new Condition.In(path, values.list("]"));
    }
    tokens.expectSign("(");
    return new Condition.In(path, values.list(")"));
  }

  /// In DynamoDB, IS NULL is about the type NULL, and IS MISSING about an attribute that is not
  /// there (Developer Guide, "PartiQL IS operators").
  private Condition is(AttrPath path) {
    boolean not = tokens.takeWord("NOT");
    if (tokens.takeWord("MISSING")) {
      return not ? new Condition.Exists(path) : new Condition.NotExists(path);
    }
    tokens.expect("NULL");
    var isNull = new Condition.HasType(path, AttrType.NULL);
    return not ? new Condition.Not(isNull) : isNull;
  }

  private Comparison comparison() {
    Token token = tokens.next();
    String sign = token.text().equals("!=") ? "<>" : token.text();
    return Arrays.stream(Comparison.values())
        .filter(one -> one.sign().equals(sign) && token.kind() == Token.Kind.SIGN)
        .findFirst()
        .orElseThrow(() -> tokens.wrong(token, "partiql.flaw.comparison"));
  }
}
