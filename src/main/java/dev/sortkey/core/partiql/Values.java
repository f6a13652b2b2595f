package dev.sortkey.core.partiql;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.DynamoNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads paths and literals.
final class Values {
  private final Tokens tokens;
  private final List<Attr> parameters;
  private int used;

  Values(Tokens tokens, List<Attr> parameters) {
    this.tokens = tokens;
    this.parameters = parameters;
  }

  AttrPath path() {
    AttrPath path = AttrPath.of(tokens.name("partiql.flaw.attribute"));
    while (true) {
      if (tokens.take(".")) {
        path = path.child(tokens.name("partiql.flaw.attribute"));
      } else if (tokens.isSign("[")) {
        tokens.next();
        Token index = tokens.next();
        if (index.kind() != Token.Kind.NUMBER || !index.text().matches("\\d{1,9}")) {
          throw tokens.wrong(index, "partiql.flaw.element");
        }
        path = path.child(Integer.parseInt(index.text()));
        tokens.expectSign("]");
      } else {
        return path;
      }
    }
  }

  boolean isValue() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case STRING, NUMBER, PARAMETER -> true;
      case SIGN ->
          token.isSign("[")
              || token.isSign("{")
              || token.isSign("<<")
              || token.isSign("-")
              || token.isSign("+");
      case WORD -> token.is("TRUE") || token.is("FALSE") || token.is("NULL");
      default -> false;
    };
  }

  Attr value() {
    Token token = tokens.next();
    return switch (token.kind()) {
      case STRING -> new Attr.S(token.text());
      case NUMBER -> number(token, "");
      case PARAMETER -> parameter();
      case WORD -> word(token);
      case SIGN -> sign(token);
      default -> throw tokens.wrong(token, "partiql.flaw.value");
    };
  }

  private Attr parameter() {
    Attr value = parameters.get(used);
    used++;
    return value;
  }

  private Attr number(Token token, String sign) {
    String digits = sign + token.text();
    DynamoNumber.flaw(digits)
        .ifPresent(flaw -> {
          throw new ParseException(new Fault(token.from(), token.to(), flaw));
        });
    return new Attr.N(digits);
  }

  private Attr word(Token token) {
    if (token.is("TRUE") || token.is("FALSE")) {
      return new Attr.Bool(token.is("TRUE"));
    }
    if (token.is("NULL")) {
      return new Attr.Null();
    }
    throw tokens.wrong(token, "partiql.flaw.quotes", token.text());
  }

  private Attr sign(Token token) {
    switch (token.text()) {
      case "-", "+" -> {
        Token digits = tokens.next();
        if (digits.kind() != Token.Kind.NUMBER) {
          throw tokens.wrong(digits, "partiql.flaw.value");
        }
        return number(digits, token.text().equals("-") ? "-" : "");
      }
      case "[" -> {
        return new Attr.L(list("]"));
      }
      case "<<" -> {
        return set(token, list(">>"));
      }
      case "{" -> {
        return map();
      }
      default -> throw tokens.wrong(token, "partiql.flaw.value");
    }
  }

  List<Attr> list(String end) {
    List<Attr> elements = new ArrayList<>();
    if (tokens.take(end)) {
      return elements;
    }
    do {
      elements.add(value());
    } while (tokens.take(","));
    tokens.expectSign(end);
    return elements;
  }

  private Attr set(Token begin, List<Attr> elements) {
    List<String> texts = new ArrayList<>();
    for (Attr element : elements) {
      texts.add(
          switch (element) {
            case Attr.S(String text) -> text;
            case Attr.N(String digits) -> digits;
            default -> throw tokens.wrong(begin, "partiql.flaw.set-type");
          });
    }
    boolean numbers = elements.stream().allMatch(Attr.N.class::isInstance);
    if (elements.isEmpty() || !numbers && elements.stream().anyMatch(Attr.N.class::isInstance)) {
      throw tokens.wrong(begin, "partiql.flaw.set-type");
    }
    return numbers ? Attr.NS.of(texts) : Attr.SS.of(texts);
  }

  private Attr map() {
    var fields = new LinkedHashMap<String, Attr>();
    if (tokens.take("}")) {
      return new Attr.M(fields);
    }
    do {
      Token name = tokens.next();
      if (name.kind() != Token.Kind.STRING) {
        throw tokens.wrong(name, "partiql.flaw.field");
      }
      tokens.expectSign(":");
      fields.put(name.text(), value());
    } while (tokens.take(","));
    tokens.expectSign("}");
    return new Attr.M(fields);
  }
}
