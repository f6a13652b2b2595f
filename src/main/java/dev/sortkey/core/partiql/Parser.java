package dev.sortkey.core.partiql;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.partiql.Statement.Assignment;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one statement (Developer Guide, "PartiQL statements for DynamoDB").
final class Parser {
  private final Tokens tokens;
  private final Values values;
  private final Wheres wheres;

  /// @param parameters a value for each question mark
  Parser(List<Token> tokens, List<Attr> parameters) {
    this.tokens = new Tokens(tokens);
    this.values = new Values(this.tokens, parameters);
    this.wheres = new Wheres(this.tokens, values);
  }

  /// @throws ParseException when it cannot be understood
  Statement statement() {
    Statement read =
        switch (tokens.word()) {
          case "SELECT" -> select();
          case "INSERT" -> insert();
          case "UPDATE" -> update();
          case "DELETE" -> delete();
          case "EXISTS" -> exists();
          default -> throw tokens.wrong("partiql.flaw.start");
        };
    if (!tokens.atEnd()) {
      throw tokens.wrong("partiql.flaw.more", tokens.peek().text());
    }
    return read;
  }

  private Statement.Select select() {
    tokens.next();
    List<AttrPath> attributes = new ArrayList<>();
    if (!tokens.take("*")) {
      do {
        attributes.add(values.path());
      } while (tokens.take(","));
    }
    tokens.expect("FROM");
    String table = tokens.name("partiql.flaw.table");
    String index = tokens.take(".") ? tokens.name("partiql.flaw.index") : null;
    Condition where = where();
    boolean descending = false;
    if (tokens.takeWord("ORDER")) {
      tokens.expect("BY");
      do {
        values.path();
        if (tokens.takeWord("DESC")) {
          descending = true;
        } else {
          tokens.takeWord("ASC");
        }
      } while (tokens.take(","));
    }
    return new Statement.Select(table, index, List.copyOf(attributes), where, descending);
  }

  private Statement insert() {
    tokens.next();
    tokens.expect("INTO");
    String table = tokens.name("partiql.flaw.table");
    tokens.expect("VALUE");
    Token at = tokens.peek();
    if (!(values.value() instanceof Attr.M item)) {
      throw tokens.wrong(at, "partiql.flaw.item");
    }
    return new Statement.Insert(table, item);
  }

  private Statement update() {
    tokens.next();
    String table = tokens.name("partiql.flaw.table");
    List<Assignment> set = new ArrayList<>();
    List<AttrPath> removed = new ArrayList<>();
    while (tokens.isWord("SET") || tokens.isWord("REMOVE")) {
      if (tokens.takeWord("SET")) {
        do {
          AttrPath path = values.path();
          tokens.expectSign("=");
          set.add(new Assignment(path, assigned()));
        } while (tokens.take(","));
      } else {
        tokens.next();
        do {
          removed.add(values.path());
        } while (tokens.take(","));
      }
    }
    if (set.isEmpty() && removed.isEmpty()) {
      throw tokens.wrong("partiql.flaw.set");
    }
    Condition where = where();
    returning();
    return new Statement.Update(table, List.copyOf(set), List.copyOf(removed), where);
  }

  /// A value, or null for what DynamoDB works out: a sum, a function, another attribute.
  private @Nullable Attr assigned() {
    int before = tokens.at();
    if (values.isValue()) {
      Attr value = values.value();
      if (!tokens.isSign("+") && !tokens.isSign("-")) {
        return value;
      }
    }
    tokens.back(before);
    int depth = 0;
    int from = tokens.at();
    while (!tokens.atEnd()
        && !(depth == 0
            && (tokens.isSign(",")
                || tokens.isWord("SET")
                || tokens.isWord("REMOVE")
                || tokens.isWord("WHERE")
                || tokens.isWord("RETURNING")))) {
      Token next = tokens.next();
      depth += next.isSign("(") || next.isSign("[") || next.isSign("{") ? 1 : 0;
      depth -= next.isSign(")") || next.isSign("]") || next.isSign("}") ? 1 : 0;
    }
    if (tokens.at() == from) {
      throw tokens.wrong("partiql.flaw.value");
    }
    return null;
  }

  private Statement delete() {
    tokens.next();
    tokens.expect("FROM");
    String table = tokens.name("partiql.flaw.table");
    Condition where = where();
    returning();
    return new Statement.Delete(table, where);
  }

  private Statement exists() {
    tokens.next();
    tokens.expectSign("(");
    Statement.Select select = select();
    tokens.expectSign(")");
    return new Statement.Exists(select);
  }

  private @Nullable Condition where() {
    return tokens.takeWord("WHERE") ? wheres.condition() : null;
  }

  /// `RETURNING ALL OLD *` and its like.
  private void returning() {
    if (tokens.takeWord("RETURNING")) {
      if (!tokens.takeWord("ALL") && !tokens.takeWord("MODIFIED")) {
        throw tokens.wrong("partiql.flaw.returning");
      }
      if (!tokens.takeWord("OLD") && !tokens.takeWord("NEW")) {
        throw tokens.wrong("partiql.flaw.returning");
      }
      tokens.expectSign("*");
    }
  }
}
